"""The figures by hand-made answers whose measure is known."""

import numpy as np
import pytest

from mailbot.learning.figures import (
    Sheet,
    coverage,
    figure,
    macro,
    micro,
    precision,
    recall,
    whole,
)

# four mails, two labels: one label missed, one too many
RIGHT = np.array([[True, False], [True, True], [False, True], [False, False]])
LIKELY = np.array([[0.9, 0.1], [0.8, 0.2], [0.1, 0.7], [0.6, 0.0]])
SHEET = Sheet(RIGHT, LIKELY, 0.5)


def test_precision_and_recall_count_what_was_said_and_what_is_right() -> None:
    assert precision(SHEET) == pytest.approx(3 / 4)
    assert recall(SHEET) == pytest.approx(3 / 4)
    assert micro(SHEET) == pytest.approx(3 / 4)


def test_macro_is_the_mean_of_the_labels() -> None:
    assert macro(SHEET) == pytest.approx((2 * 2 / 5 + 2 * 1 / 3) / 2)


def test_a_mail_is_read_whole_only_without_a_label_too_many_or_missing() -> None:
    assert whole(SHEET) == pytest.approx(2 / 4)


def test_coverage_takes_the_surest_readings_first() -> None:
    assert coverage(SHEET, 1.0) == pytest.approx(3 / 4)
    assert coverage(SHEET, 0.75) == pytest.approx(1.0)
    assert coverage(SHEET.of(np.array([3])), 0.9) == 0.0


def test_silence_is_precise_and_recalls_nothing() -> None:
    silent = Sheet(RIGHT, LIKELY, 1.1)

    assert precision(silent) == 1.0
    assert recall(silent) == 0.0


def test_an_interval_holds_its_figure_and_narrows_with_more_mails() -> None:
    few = figure(micro, SHEET)
    many = figure(micro, Sheet(np.tile(RIGHT, (50, 1)), np.tile(LIKELY, (50, 1)), 0.5))

    assert few.low <= few.value <= few.high
    assert many.value == pytest.approx(few.value)
    assert many.high - many.low < (few.high - few.low) / 2
    assert str(many).startswith("0.750 (0.")


def test_the_same_answers_have_the_same_interval() -> None:
    assert figure(micro, SHEET) == figure(micro, SHEET)
