"""The weights of the layers, by numbers whose sum is known."""

import pytest

from mailbot.understanding.learned.likely import Spoken
from mailbot.understanding.learned.weights import Weights, log_odds, rule_of

WEIGHTS = Weights(
    encoder=1.0,
    characters=0.5,
    phrases=1.0,
    bias={"resolved": -1.0, "question": 0.0},
    counts_from=0.4,
    steps=((0.2, 0.1), (0.8, 0.7), (0.9, 0.99)),
    at_most={"resolved": 0.98},
    rules={rule_of("it is solved"): 0.95},
)


def resolved(encoder: float, characters: float, phrases: float) -> float:
    return WEIGHTS.likelihood("resolved", encoder, characters, phrases)


def test_all_in_doubt_leaves_the_bias() -> None:
    assert resolved(0.5, 0.5, 0.0) == pytest.approx(1 / (1 + 2.718281828), abs=1e-6)


def test_each_layer_moves_the_likelihood_up() -> None:
    doubt = resolved(0.5, 0.5, 0.0)

    assert resolved(0.6, 0.5, 0.0) > resolved(0.5, 0.6, 0.0) > doubt
    assert resolved(0.5, 0.5, 0.9) > doubt


@pytest.mark.parametrize(
    ("likelihood", "confidence"),
    [(0.0, 0.0), (0.1, 0.05), (0.2, 0.1), (0.5, 0.4), (0.8, 0.7), (0.9, 0.99), (1.0, 0.99)],
)
def test_confidence_lies_on_the_line_between_the_steps(
    likelihood: float, confidence: float
) -> None:
    assert WEIGHTS.confidence("question", likelihood) == pytest.approx(confidence)


def test_a_label_held_back_is_never_surer_than_that() -> None:
    assert WEIGHTS.confidence("resolved", 0.95) == 0.98


def test_each_label_has_a_bias_of_its_own() -> None:
    in_doubt = (0.5, 0.5, 0.0)

    assert WEIGHTS.likelihood("question", *in_doubt) == pytest.approx(0.5)
    assert resolved(*in_doubt) < 0.3


def test_what_a_rule_says_counts_whatever_the_layers_say() -> None:
    unlikely = WEIGHTS.judged("question", 0.01, 0.01, Spoken("", 0.0))
    ruled = WEIGHTS.judged("question", 0.01, 0.01, Spoken("it is solved", 0.9))
    likely = WEIGHTS.judged("question", 0.99, 0.99, Spoken("it is solved", 0.9))

    assert unlikely[0] < WEIGHTS.counts_from
    assert ruled == (WEIGHTS.counts_from, 0.95)
    assert likely[1] >= 0.99


def test_odds_are_never_infinite() -> None:
    assert log_odds(0.0) == pytest.approx(-log_odds(1.0))
    assert -6 < log_odds(0.0) < -5


def test_a_file_keeps_them() -> None:
    assert Weights.loaded(WEIGHTS.dumped()) == WEIGHTS
