"""How good the classifier is on mails it never saw: by label, by kind of mail, and how sure."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mailbot.classifier.weights import Flags, Floats, Places

Measure = Callable[["Outcomes"], float]

_SAMPLES = 1_000
_LOW, _HIGH = 2.5, 97.5
_BINS = 10
_NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Mails as they were read: ``found`` and ``wanted`` are (mails, labels).

    ``sayable`` are the labels that a mail's side has at all, ``sure`` how probable each mail's
    reading was held to be, ``hard`` and ``chinese`` what kind of mail it is.
    """

    labels: tuple[str, ...]
    found: Flags
    wanted: Flags
    sure: Floats
    hard: Flags
    chinese: Flags

    def only(self, which: Flags) -> "Outcomes":
        """Those mails."""
        return Outcomes(
            self.labels, self.found[which], self.wanted[which], self.sure[which],
            self.hard[which], self.chinese[which],
        )  # fmt: skip

    @property
    def right(self) -> Flags:
        """Whether all of a mail was read, and nothing that is not there."""
        return np.asarray((self.found == self.wanted).all(axis=1))


@dataclass(frozen=True, slots=True)
class Figure:
    """A share, and the interval that 95 of 100 samples of such mails would fall into."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """One label: of what was found how much was right, of what was wanted how much was found.

    ``instead`` is what stood in its place where it was missed, most frequent first.
    """

    label: str
    mails: int
    precision: float
    recall: float
    f1: float
    instead: tuple[tuple[str, int], ...]


def micro_f1(one: Outcomes) -> float:
    """Over all labels of all mails together."""
    return _f1((one.found & one.wanted).sum(), one.found.sum(), one.wanted.sum())


def macro_f1(one: Outcomes) -> float:
    """The mean over the labels that occur."""
    hit = (one.found & one.wanted).sum(axis=0)
    found, wanted = one.found.sum(axis=0), one.wanted.sum(axis=0)
    scores = [_f1(*three) for three in zip(hit, found, wanted, strict=True) if three[2]]
    return float(np.mean(scores)) if scores else 0.0


def coverage(precision: float) -> Measure:
    """How many mails can be acted on, surest first, while that share of them is read right.

    The longest run from the top counts: a mail is right if all its labels are.
    """

    def covered(one: Outcomes) -> float:
        order = np.argsort(-one.sure, kind="stable")
        share = np.cumsum(one.right[order]) / np.arange(1, len(order) + 1)
        enough = np.flatnonzero(share >= precision)
        return float((enough[-1] + 1) / len(order)) if len(enough) else 0.0

    return covered


def with_interval(measure: Measure, outcomes: Outcomes, seed: int = 1) -> Figure:
    """A measure with its 95 % interval, by drawing mails anew (Efron's bootstrap)."""
    chance = np.random.default_rng(seed)
    count = len(outcomes.found)
    drawn = [measure(_drawn(outcomes, chance.integers(0, count, count))) for _ in range(_SAMPLES)]
    low, high = np.percentile(drawn, [_LOW, _HIGH])
    return Figure(measure(outcomes), float(low), float(high))


def by_label(one: Outcomes) -> tuple[LabelFigures, ...]:
    """Every label that was found or wanted."""
    return tuple(
        _label(one, at, label)
        for at, label in enumerate(one.labels)
        if one.wanted[:, at].any() or one.found[:, at].any()
    )


def calibration(one: Outcomes) -> tuple[tuple[float, float, int], ...]:
    """For tenths of sureness: the mean that was claimed, the share that was right, and how many."""
    tenths = np.minimum((one.sure * _BINS).astype(int), _BINS - 1)
    return tuple(
        (float(one.sure[here].mean()), float(one.right[here].mean()), int(here.sum()))
        for tenth in range(_BINS)
        if (here := tenths == tenth).any()
    )


def calibration_error(one: Outcomes) -> float:
    """How far claim and truth lie apart, on average over the mails."""
    rows = calibration(one)
    mails = sum(count for _, _, count in rows)
    return sum(abs(claimed - right) * count for claimed, right, count in rows) / mails


def figures(one: Outcomes) -> Mapping[str, Figure]:
    """What is promised of it, each by name."""
    return {
        "micro-F1": with_interval(micro_f1, one),
        "macro-F1": with_interval(macro_f1, one),
        "micro-F1, hard mails": with_interval(micro_f1, one.only(one.hard)),
        "micro-F1, others": with_interval(micro_f1, one.only(~one.hard)),
        "micro-F1, Chinese": with_interval(micro_f1, one.only(one.chinese)),
        "micro-F1, English": with_interval(micro_f1, one.only(~one.chinese)),
        "coverage at 95 % precision": with_interval(coverage(0.95), one),
        "coverage at 99 % precision": with_interval(coverage(0.99), one),
    }


def _drawn(outcomes: Outcomes, rows: Places) -> Outcomes:
    return Outcomes(
        outcomes.labels, outcomes.found[rows], outcomes.wanted[rows], outcomes.sure[rows],
        outcomes.hard[rows], outcomes.chinese[rows],
    )  # fmt: skip


def _label(one: Outcomes, at: int, label: str) -> LabelFigures:
    found, wanted = one.found[:, at], one.wanted[:, at]
    hit = (found & wanted).sum()
    missed = np.flatnonzero(wanted & ~found)
    instead: Counter[str] = Counter()
    for mail in missed:
        extra = one.found[mail] & ~one.wanted[mail]
        names = [one.labels[other] for other in np.flatnonzero(extra)]
        instead.update(names or [_NOTHING])
    return LabelFigures(
        label=label,
        mails=int(wanted.sum()),
        precision=float(hit / max(1, found.sum())),
        recall=float(hit / max(1, wanted.sum())),
        f1=_f1(hit, found.sum(), wanted.sum()),
        instead=tuple(instead.most_common(3)),
    )


def _f1(hit: float, found: float, wanted: float) -> float:
    return float(2 * hit / max(1, found + wanted))


def joined(parts: Sequence[Outcomes]) -> Outcomes:
    """Outcomes of both sides as one, over the labels of both."""
    labels = tuple(dict.fromkeys(label for part in parts for label in part.labels))
    return Outcomes(
        labels,
        np.concatenate([_spread(one.found, one.labels, labels) for one in parts]),
        np.concatenate([_spread(one.wanted, one.labels, labels) for one in parts]),
        np.concatenate([one.sure for one in parts]),
        np.concatenate([one.hard for one in parts]),
        np.concatenate([one.chinese for one in parts]),
    )


def _spread(flags: Flags, own: Sequence[str], labels: Sequence[str]) -> Flags:
    wide = np.zeros((len(flags), len(labels)), bool)
    for at, label in enumerate(own):
        wide[:, labels.index(label)] = flags[:, at]
    return wide
