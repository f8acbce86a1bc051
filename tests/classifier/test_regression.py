"""The last judgement, and the tables that tell how good it is."""

import numpy as np
import pytest

from mailbot.classifier.clearness import CLEARNESS, clearness
from mailbot.classifier.features import BLOCKS, SHAPE, Features
from mailbot.classifier.judge import Verdict, chosen
from mailbot.classifier.regression import Regression, fitted, sigmoid
from mailbot.classifier.report import (
    Outcomes,
    by_label,
    calibration,
    coverage,
    macro_f1,
    micro_f1,
    with_interval,
)

LABELS = ("question", "data_uploaded", "thanks")


def test_it_finds_the_law_that_made_the_data() -> None:
    chance = np.random.default_rng(3)
    x = chance.standard_normal((4_000, 3)).astype(np.float32)
    law = np.array([[1.5, -2.0, 0.0]], np.float32)
    y = (chance.random((4_000, 1)) < sigmoid(x @ law.T + 0.5)).astype(np.float32)

    found = fitted(x, y, np.full((1, 3), 0.1, np.float32))

    assert np.allclose(found.weights, law, atol=0.2)
    assert found.biases[0] == pytest.approx(0.5, abs=0.15)
    assert abs(found(x).mean() - y.mean()) < 1e-3


def test_a_dear_weight_stays_small() -> None:
    x = np.array([[0, 0], [1, 1]] * 50, np.float32)
    y = np.array([[0], [1]] * 50, np.float32)
    found = fitted(x, y, np.array([[0.1, 1_000.0]], np.float32))

    assert found.weights[0, 0] > 20 * abs(found.weights[0, 1])


def verdict() -> Verdict:
    """Goes by the encoder alone, and is the surer the clearer all labels are together."""
    plain = np.eye(3, BLOCKS * 3 + SHAPE, dtype=np.float32)
    sure = np.eye(1, CLEARNESS, dtype=np.float32)
    return Verdict(
        LABELS,
        Regression(plain, np.zeros(3, np.float32)),
        Regression(sure, np.array([2.0], np.float32)),
    )


def seen(*logits: float) -> Features:
    nothing = np.zeros(3, np.float32)
    own = np.array(logits, np.float32)
    return Features(own, nothing, nothing, nothing, np.zeros(SHAPE, np.float32))


def test_the_second_reading_differs_where_the_first_is_least_clear() -> None:
    first, second = verdict().readings(seen(3.0, -0.2, -5.0))

    assert first.names == ("question",)
    assert second.names == ("question", "data_uploaded")
    assert first.probability > second.probability > 0
    assert first.probability + second.probability <= 1


def test_thanks_stand_alone_or_not_at_all() -> None:
    assert verdict().readings(seen(2.0, -3.0, 1.0))[0].names == ("question",)
    assert verdict().readings(seen(1.0, -3.0, 2.0))[0].names == ("thanks",)
    many = np.array([[0.9, 0.1, 0.8], [0.6, 0.7, 0.8], [0.2, 0.3, 0.6]], np.float32)
    assert chosen(many, LABELS).tolist() == [
        [True, False, False],
        [False, False, True],
        [False, False, True],
    ]


def test_the_clearer_it_looks_the_surer_it_is() -> None:
    clear, torn = verdict().readings(seen(6.0, -6.0, -6.0)), verdict().readings(seen(0.3, -0.3, -1))

    assert clear[0].probability > torn[0].probability


def test_a_reading_is_clearer_where_rules_and_encoder_agree() -> None:
    p = np.array([0.9, 0.1, 0.1], np.float32)
    nothing, shape = np.zeros(3, np.float32), np.zeros(SHAPE, np.float32)
    encoder = np.array([1.0, -1.0, -1.0], np.float32)
    asked, thanked = (np.eye(3, dtype=np.float32)[one] for one in (0, 2))
    agreed, apart = (
        clearness(p, chosen(p, LABELS), Features(encoder, rules, rules, nothing, shape))
        for rules in (asked, thanked)
    )

    assert agreed[3:7].tolist() == [1, 1, 1, 0]
    assert apart[3:7].tolist() == [0, 1, 0, 1]
    assert len(agreed) == CLEARNESS


def outcomes() -> Outcomes:
    """Four mails: right, one too much, one missed, right; ever less sure."""
    return Outcomes(
        LABELS,
        found=np.array([[1, 0, 0], [1, 1, 0], [0, 0, 1], [0, 1, 0]], bool),
        wanted=np.array([[1, 0, 0], [1, 0, 0], [1, 0, 0], [0, 1, 0]], bool),
        sure=np.array([0.95, 0.8, 0.55, 0.5], np.float32),
        hard=np.array([0, 1, 1, 0], bool),
        chinese=np.array([1, 1, 0, 0], bool),
    )


def test_figures_are_those_of_a_hand_calculation() -> None:
    one = outcomes()

    assert micro_f1(one) == pytest.approx(2 * 3 / (5 + 4))
    # question 2 of 3 without a wrong one: 0.8; data_uploaded 1 of 1 with one wrong: 2/3
    assert macro_f1(one) == pytest.approx((0.8 + 2 / 3) / 2)
    assert coverage(0.99)(one) == 0.25
    assert coverage(0.5)(one) == 1.0
    assert one.right.tolist() == [True, False, False, True]
    missed = {one.label: one for one in by_label(one)}["question"]
    assert (missed.mails, missed.precision, missed.instead) == (3, 1.0, (("thanks", 1),))
    claimed, right, mails = calibration(one)[-1]
    assert (round(claimed, 2), right, mails) == (0.95, 1.0, 1)


def test_an_interval_holds_its_figure_and_is_narrower_for_more_mails() -> None:
    one = outcomes()
    many = one.only(np.tile(np.arange(4), 50))
    few_, many_ = (with_interval(micro_f1, each) for each in (one, many))

    assert few_.low <= few_.value <= few_.high
    assert many_.high - many_.low < few_.high - few_.low
