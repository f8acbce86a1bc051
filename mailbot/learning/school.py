"""Teaches the classifiers over characters, and weighs the layers; needs scikit-learn."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from mailbot.learning.lesson import Lesson
from mailbot.learning.sample import Sample
from mailbot.understanding.intent import Side
from mailbot.understanding.learned.characters import Characters, SideModel, runs
from mailbot.understanding.learned.weights import Weights, log_odds
from mailbot.understanding.understood import CERTAIN, JUST_BELOW

_LEAST_LESSONS = 2
_FREEDOM = 20.0
_FREEDOM_OF_LABELS = 0.1
_ROUNDS = 1000
_PRECISE = 0.97


def teach_characters(lessons: Sequence[Lesson], labels: Mapping[Side, Sequence[str]]) -> Characters:
    """The classifiers of both sides, taught by these lessons."""
    return Characters(
        {
            side: _teach([one for one in lessons if one.side is side], tuple(names))
            for side, names in labels.items()
        }
    )


def _teach(lessons: Sequence[Lesson], labels: tuple[str, ...]) -> SideModel:
    # sealed once: a lesson's `written` looks for secrets every time
    texts = [one.written.text for one in lessons]
    counted = Counter(run for text in texts for run in set(runs(text)))
    known = sorted(run for run, count in counted.items() if count >= _LEAST_LESSONS)
    rarity = np.array(
        [np.log((1 + len(lessons)) / (1 + counted[run])) + 1 for run in known], np.float32
    )
    empty = np.zeros((len(known), len(labels)), np.float32)
    blank = SideModel(
        labels,
        {run: n for n, run in enumerate(known)},
        rarity,
        empty,
        np.zeros(len(labels), np.float32),
    )
    features = _matrix([blank.features(text) for text in texts], len(known))
    weights, bias = empty.copy(), np.zeros(len(labels), np.float32)
    for n, label in enumerate(labels):
        right = [label in one.intents for one in lessons]
        model = LogisticRegression(C=_FREEDOM, max_iter=_ROUNDS).fit(features, right)
        weights[:, n], bias[n] = model.coef_[0], model.intercept_[0]
    return SideModel(labels, blank.places, rarity, weights, bias)


def _matrix(rows: Sequence[tuple[NDArray[np.intp], NDArray[np.float32]]], wide: int) -> csr_matrix:
    ends = np.cumsum([0, *(len(at) for at, _ in rows)])
    at = np.concatenate([at for at, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return csr_matrix((values, at, ends), shape=(len(rows), wide))


def fit_weights(samples: Sequence[Sample], rules: Mapping[str, float]) -> Weights:
    """How much each layer counts, and how often their sum is right, by lessons held out."""
    right = np.array([one.is_right for one in samples])
    names = sorted({one.name for one in samples})
    seen = np.array([_seen(one, names) for one in samples])
    model = LogisticRegression(C=_FREEDOM_OF_LABELS, max_iter=_ROUNDS).fit(seen, right)
    likely = model.predict_proba(seen)[:, 1]
    encoder, characters, phrases, *moved = map(float, model.coef_[0])
    shared = float(model.intercept_[0])
    weights = Weights(
        encoder=encoder,
        characters=characters,
        phrases=phrases,
        bias={name: shared + one for name, one in zip(names, moved, strict=True)},
        counts_from=_best_cut(likely, right),
        steps=tuple(_steps(likely, right)),
        at_most={},
        rules=rules,
    )
    return replace(weights, at_most=_held_back(weights, samples))


def _seen(one: Sample, names: Sequence[str]) -> list[float]:
    """What the layers say, and which label it is of."""
    layers = [log_odds(one.encoder), log_odds(one.characters), one.spoken.confidence]
    return [*layers, *(float(one.name == name) for name in names)]


def _held_back(weights: Weights, samples: Sequence[Sample]) -> dict[str, float]:
    """Labels that were wrong too often where they would be acted on: they are not."""
    said: dict[str, list[bool]] = {}
    for one in samples:
        _, sure = weights.judged(one.name, one.encoder, one.characters, one.spoken)
        if sure >= CERTAIN:
            said.setdefault(one.name, []).append(one.is_right)
    return {
        name: JUST_BELOW
        for name, right in sorted(said.items())
        if sum(right) < _PRECISE * len(right)
    }


def _best_cut(likely: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """The likelihood from which on counting an intent gives the best F1."""
    cuts = np.round(np.arange(0.2, 0.61, 0.05), 2)
    hits = [(likely >= cut) for cut in cuts]
    scores = [2 * (hit & right).sum() / (hit.sum() + right.sum()) for hit in hits]
    return float(cuts[int(np.argmax(scores))])


def _steps(likely: NDArray[np.float64], right: NDArray[np.bool_]) -> Iterator[tuple[float, float]]:
    """Likelihood and how often it was right, both rising.

    Neighbours that do not rise are one block; a block of n of which k were right says
    (k + 1/2) / (n + 1), so that few samples are never certain.
    """
    order = np.argsort(likely)
    likely, right = likely[order], right[order]
    blocks = IsotonicRegression().fit_transform(likely, right)
    highest = 0.0
    for value in np.unique(blocks):
        here = np.flatnonzero(blocks == value)
        said = (right[here].sum() + 0.5) / (len(here) + 1)
        highest = max(highest, float(said))
        yield float(likely[here[0]]), highest
        if len(here) > 1:
            yield float(likely[here[-1]]), highest
