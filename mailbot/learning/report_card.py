"""How well lessons that nothing was learnt from are read: by label, confusions, calibration."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from mailbot.learning.figures import Figure, Sheet, coverage, figure, micro, precision, recall
from mailbot.learning.lesson import Lesson
from mailbot.learning.sample import Sample
from mailbot.learning.school import fit_weights

NOTHING = "nothing"
_FOLDS = 5
_BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.01)


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """One label: in how many mails it is, and how it is read."""

    name: str
    mails: int
    precision: Figure
    recall: Figure
    f1: Figure


@dataclass(frozen=True, slots=True)
class Confusion:
    """In so many mails ``meant`` was missed and ``said`` was said; either may be nothing."""

    meant: str
    said: str
    mails: int


@dataclass(frozen=True, slots=True)
class Step:
    """Readings of about the same confidence: how sure they were, and how many were right."""

    low: float
    high: float
    readings: int
    sure: float
    right: float


@dataclass(frozen=True, slots=True)
class ReportCard:
    """The measures of one way to read, on lessons held out.

    The weights of the layers are fitted on four fifths of the lessons and measured on the fifth,
    in turn: nothing is measured on what it was fitted to.
    """

    labels: tuple[LabelFigures, ...]
    micro: Figure
    right_95_on: float
    right_99_on: float
    confusions: tuple[Confusion, ...]
    calibration: tuple[Step, ...]


def report_card(samples: Sequence[Sample], rules: Mapping[str, float]) -> ReportCard:
    """The measures over these samples, with the phrases that count as rules."""
    likely, sure = cross_fitted(samples, rules)
    names = names_of(samples)
    return ReportCard(
        labels=tuple(_label(likely.label(n), name) for n, name in enumerate(names)),
        micro=figure(micro, likely),
        right_95_on=coverage(likely, 0.95),
        right_99_on=coverage(likely, 0.99),
        confusions=_confusions(likely, names),
        calibration=tuple(_calibration(sure)),
    )


def cross_fitted(samples: Sequence[Sample], rules: Mapping[str, float]) -> tuple[Sheet, Sheet]:
    """All layers' likelihoods, and their confidences, each by weights of other lessons."""
    folds = {one.lesson.id: _fold(one.lesson) for one in samples}
    fitted = [
        fit_weights([one for one in samples if folds[one.lesson.id] != fold], rules)
        for fold in range(_FOLDS)
    ]

    def judged(one: Sample) -> tuple[float, float]:
        weights = fitted[folds[one.lesson.id]]
        return weights.judged(one.name, one.encoder, one.characters, one.spoken)

    # what a rule says is put just where counting begins
    cut = min(one.counts_from for one in fitted)
    return (
        sheet(samples, lambda one: judged(one)[0], cut),
        sheet(samples, lambda one: judged(one)[1], cut),
    )


def sheet(samples: Sequence[Sample], likely: Callable[[Sample], float], cut: float) -> Sheet:
    """What ``likely`` says of every label of every mail."""
    names, mails = names_of(samples), mails_of(samples)
    right = np.zeros((len(mails), len(names)), bool)
    said = np.zeros((len(mails), len(names)))
    for one in samples:
        place = mails[one.lesson.id], names.index(one.name)
        right[place], said[place] = one.is_right, likely(one)
    return Sheet(right, said, cut)


def names_of(samples: Sequence[Sample]) -> list[str]:
    """The labels, in the order of a sheet's columns."""
    return sorted({one.name for one in samples})


def mails_of(samples: Sequence[Sample]) -> Mapping[str, int]:
    """The row of each lesson in a sheet."""
    return {name: n for n, name in enumerate(dict.fromkeys(one.lesson.id for one in samples))}


def _fold(lesson: Lesson) -> int:
    return int(hashlib.sha256(lesson.id.encode()).hexdigest(), 16) % _FOLDS


def _label(mine: Sheet, name: str) -> LabelFigures:
    return LabelFigures(
        name,
        int(mine.right.sum()),
        figure(precision, mine),
        figure(recall, mine),
        figure(micro, mine),
    )


def _confusions(likely: Sheet, names: Sequence[str]) -> tuple[Confusion, ...]:
    counted: Counter[tuple[str, str]] = Counter()
    for right, said in zip(likely.right, likely.said, strict=True):
        missed = [names[int(n)] for n in np.flatnonzero(right & ~said)] or [NOTHING]
        wrong = [names[int(n)] for n in np.flatnonzero(said & ~right)] or [NOTHING]
        counted.update((meant, taken) for meant in missed for taken in wrong)
    del counted[NOTHING, NOTHING]
    return tuple(Confusion(*pair, mails) for pair, mails in counted.most_common())


def _calibration(sure: Sheet) -> list[Step]:
    found = []
    for low, high in pairwise(_BINS):
        here = (sure.likely >= low) & (sure.likely < high)
        if here.any():
            said, right = sure.likely[here], sure.right[here]
            found.append(Step(low, high, int(here.sum()), float(said.mean()), float(right.mean())))
    return found
