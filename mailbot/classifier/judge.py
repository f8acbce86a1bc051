"""The second opinion: rules and encoder weighed together, and how far that can be relied on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from mailbot.classifier.clearness import CLEARNESS, clearness
from mailbot.classifier.encoder import Encoder, Seen
from mailbot.classifier.features import BLOCKS, SHAPE, Features, features
from mailbot.classifier.regression import Regression
from mailbot.classifier.weights import Flags, Floats
from mailbot.desk.opinion import Judged, Opinion, Signs
from mailbot.desk.reading import Likely
from mailbot.desk.rulebook import Side
from mailbot.errors import ConfigError

VERDICTS = Path(__file__).with_name("verdicts.npz")
ALONE = "thanks"

HALF, LEAST = 0.5, 1e-4


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one side's mails are judged by.

    ``labels`` and the regression of each; ``sure`` turns how clear a whole reading looks into
    the probability that it is right.
    """

    labels: tuple[str, ...]
    regression: Regression
    sure: Regression

    def probabilities(self, seen: Features) -> Floats:
        """(labels) for a mail, (mails, labels) for many."""
        return np.clip(self.regression(seen.row), LEAST, 1 - LEAST)

    def readings(self, seen: Features) -> tuple[Likely, ...]:
        """The likeliest reading of a mail, and the one that differs where it is least clear."""
        p = self.probabilities(seen)
        best = chosen(p, self.labels)
        other = best.copy()
        other[np.argmin(np.abs(p - HALF))] ^= True
        right = float(self.sure(clearness(p, best, seen))[0])
        # what is left is shared as the labels' own probabilities share it
        left = (1 - right) * min(1.0, _likelihood(p, other) / (1 - _likelihood(p, best)))
        return (self._reading(best, right), self._reading(other, left))

    def _reading(self, which: Flags, share: float) -> Likely:
        names = tuple(one for one, is_in in zip(self.labels, which, strict=True) if is_in)
        return Likely(names, round(share, 3))


class OtherVersion(ConfigError):
    """What was learnt goes by other features than this version has."""


class Judge:
    """Asked with the signs of a mail; remembers the last one, for a mail is often read twice."""

    def __init__(self, encoder: Encoder, verdicts: Mapping[Side, Verdict]) -> None:
        self._encoder, self._verdicts = encoder, verdicts
        self._last: tuple[Signs, Opinion | None] | None = None

    def __call__(self, signs: Signs) -> Opinion | None:
        """None where there is nothing to judge: no word and no file."""
        if self._last is not None and self._last[0] == signs:
            return self._last[1]
        opinion = self._opinion(signs) if signs.text.strip() or signs.attached else None
        self._last = signs, opinion
        return opinion

    def _opinion(self, signs: Signs) -> Opinion:
        verdict = self._verdicts[signs.side]
        seen = self.seen(signs)
        found = features(signs, seen.logits, verdict.labels)
        p = verdict.probabilities(found)
        readings = verdict.readings(found)
        sure = {label: float(p[at]) for at, label in enumerate(verdict.labels)}
        overlooked = float(np.prod(1 - p[p <= HALF]))
        judged = (
            Judged(label, round(sure[label] * overlooked, 3), _place(seen, at))
            for at, label in enumerate(verdict.labels)
            if label in readings[0].names
        )
        return Opinion(tuple(judged), readings)

    def seen(self, signs: Signs) -> Seen:
        """What the encoder makes of it, for the labels of its side."""
        row = self._encoder.layout(
            signs.sentences, signs.text, signs.subject, signs.attached, signs.quoted
        )
        seen = self._encoder(row)
        own = [self._encoder.labels.index(one) for one in self._verdicts[signs.side].labels]
        return Seen(seen.logits[own], seen.looks[own])


def chosen(p: Floats, labels: Sequence[str]) -> Flags:
    """What is more probable than not; but thanks stand alone or not at all, the surer stays.

    For one mail or many: (…, labels).
    """
    best = p > HALF
    if ALONE not in labels:
        return best
    at = labels.index(ALONE)
    others = np.where(best, p, 0.0)
    others[..., at] = 0.0
    alone = best[..., at] & (p[..., at] > others.max(axis=-1))
    best &= ~alone[..., None]
    best[..., at] = alone
    return np.asarray(best)


def read_verdicts(path: Path = VERDICTS) -> Mapping[Side, Verdict]:
    """Raises ConfigError where the file is missing or broken, and OtherVersion."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            verdicts = {side: _read(stored, side.value) for side in Side}
    except (OSError, ValueError, KeyError) as error:
        raise ConfigError(f"{path} can't be read: `mailbot train` writes it anew") from error
    if not all(map(_fits, verdicts.values())):
        raise OtherVersion(f"{path} is another version's: `mailbot train` writes it anew")
    return verdicts


def write_verdicts(path: Path, verdicts: Mapping[Side, Verdict]) -> None:
    arrays: dict[str, Any] = {}
    for side, one in verdicts.items():
        arrays |= {
            f"{side.value}.labels": np.array(one.labels),
            f"{side.value}.weights": one.regression.weights,
            f"{side.value}.biases": one.regression.biases,
            f"{side.value}.sure.weights": one.sure.weights,
            f"{side.value}.sure.biases": one.sure.biases,
        }
    np.savez_compressed(path, **arrays)


def _read(stored: Mapping[str, Floats], side: str) -> Verdict:
    return Verdict(
        tuple(map(str, stored[f"{side}.labels"])),
        Regression(stored[f"{side}.weights"], stored[f"{side}.biases"]),
        Regression(stored[f"{side}.sure.weights"], stored[f"{side}.sure.biases"]),
    )


def _fits(verdict: Verdict) -> bool:
    """Whether it was fitted to the features that mails have today."""
    inputs = BLOCKS * len(verdict.labels) + SHAPE
    return (verdict.regression.inputs, verdict.sure.inputs) == (inputs, CLEARNESS)


def _likelihood(p: Floats, chosen: Flags) -> float:
    return float(np.prod(np.where(chosen, p, 1 - p)))


def _place(seen: Seen, label: int) -> int:
    """The sentence that the label looked at most."""
    return int(seen.looks[label].argmax()) if seen.looks.shape[1] else 0
