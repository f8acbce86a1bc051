"""Weighing the layers: the better layer counts more, and confidence is how often it was right."""

import numpy as np
import pytest

from mailbot.learning.sample import Sample
from mailbot.learning.school import fit_weights
from mailbot.understanding.learned.likely import UNSPOKEN
from mailbot.understanding.understood import CERTAIN
from tests.learning.lessons import lesson

LESSON = lesson("x")


def samples(count: int = 600, *, misled: float = 0.0) -> list[Sample]:
    """The encoder is mostly right, the characters guess; ``misled``: the sure that are wrong."""
    draw = np.random.default_rng(5)
    made = []
    for _ in range(count):
        right = bool(draw.random() < 0.4)
        sure = draw.random() < 0.5
        encoder = (0.97 if right else 0.03) if sure else draw.random()
        if sure and draw.random() < misled:
            encoder = 1 - encoder
        made.append(Sample(LESSON, "resolved", encoder, draw.random(), UNSPOKEN, right))
    return made


def test_the_layer_that_knows_more_counts_more() -> None:
    weights = fit_weights(samples(), {})

    assert weights.encoder > 5 * abs(weights.characters)


def test_confidence_is_how_often_it_was_right() -> None:
    weights, fresh = fit_weights(samples(4000), {}), samples(1000)
    told = [
        (
            weights.confidence(
                "resolved", weights.likelihood("resolved", s.encoder, s.characters, 0)
            ),
            s,
        )
        for s in fresh
    ]
    for low, high in ((0.2, 0.6), (0.6, 0.9), (0.95, 1.0)):
        here = [(said, one.is_right) for said, one in told if low <= said < high]
        if len(here) > 30:
            assert np.mean([right for _, right in here]) == pytest.approx(
                np.mean([said for said, _ in here]), abs=0.12
            )


def test_more_likely_is_never_less_sure() -> None:
    weights = fit_weights(samples(), {})
    said = [weights.confidence("resolved", at) for at in np.linspace(0, 1, 101)]

    assert said == sorted(said)


def test_few_samples_are_never_certain() -> None:
    weights = fit_weights(samples(40), {})

    assert weights.confidence("resolved", 1.0) < CERTAIN


def test_a_label_that_is_wrong_where_it_is_sure_is_not_acted_on() -> None:
    other = [Sample(LESSON, "question", 0.999, 0.9, UNSPOKEN, is_right=True) for _ in range(3000)]
    wrong = [
        Sample(LESSON, "resolved", 0.999, 0.9, UNSPOKEN, is_right=n % 10 > 0) for n in range(30)
    ]
    low = [Sample(LESSON, "question", 0.001, 0.1, UNSPOKEN, is_right=False) for _ in range(3000)]
    weights = fit_weights([*other, *wrong, *low], {})

    assert weights.judged("question", 0.999, 0.9, UNSPOKEN)[1] >= CERTAIN
    assert weights.judged("resolved", 0.999, 0.9, UNSPOKEN)[1] < CERTAIN
