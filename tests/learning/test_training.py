"""Teaching on a few lessons: what is taught reads, and what reads worse is told."""

import pytest

from mailbot.bot.wiring.recogniser import load_layers
from mailbot.bot.wiring.rules import read_intents
from mailbot.learning.library import read_lessons
from mailbot.learning.report_card import NOTHING
from mailbot.learning.training import Taught, train
from mailbot.shipped import LESSONS
from mailbot.understanding.learned.remembered import Remembered

FEW = [one for one in read_lessons(LESSONS) if one.id[0] in "ab" and one.id[1].isdigit()][::12]


@pytest.fixture(scope="module")
def taught() -> Taught:
    layers = load_layers()
    encoder = Remembered(layers.encoder)
    mails = [one.written for one in FEW if one.is_held_out]
    assert list(encoder.look_ahead(mails, threads=2)) == list(range(1, len(mails) + 1))
    return train(FEW, encoder, layers, read_intents(), lambda what: None)


def test_every_label_is_measured_on_lessons_that_were_held_out(taught: Taught) -> None:
    held_out = [one for one in FEW if one.is_held_out]

    assert sum(one.mails for one in taught.card.labels) == sum(len(one.intents) for one in held_out)
    assert 0.3 < taught.card.micro.value <= 1


def test_few_lessons_read_worse_than_all(taught: Taught) -> None:
    assert taught.is_worse
    assert taught.card.micro.value < taught.in_use.micro.value


def test_confusions_and_calibration_count_what_was_read(taught: Taught) -> None:
    assert all(one.mails > 0 for one in taught.card.confusions)
    assert not any(one.meant == one.said == NOTHING for one in taught.card.confusions)
    rights = [step.right for step in taught.card.calibration]
    assert rights[0] < 0.2 < rights[-1]


def test_the_same_lessons_teach_the_same(taught: Taught) -> None:
    layers = load_layers()
    again = train(
        FEW,
        Remembered(layers.encoder),
        layers,
        read_intents(),
        lambda what: None,
    )

    assert again.weights == taught.weights
    assert again.characters.dumped() == taught.characters.dumped()
