"""How well intents are read: precision, recall, F1 and coverage, with 95 % intervals.

Intervals come from drawing the mails anew a thousand times (the bootstrap, seeded): labels of one
mail hang together, so mails are drawn, not labels.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_DRAWS, _SEED = 1000, 18
_LOW, _HIGH = 2.5, 97.5
_UNLIKELY = 0.05

Flags = NDArray[np.bool_]
Likelihoods = NDArray[np.float64]
Measure = Callable[["Sheet"], float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers of one recogniser: ``right`` and ``likely`` are mails x labels."""

    right: Flags
    likely: Likelihoods
    counts_from: float

    @property
    def said(self) -> Flags:
        return self.likely >= self.counts_from

    def of(self, mails: NDArray[np.intp] | Flags) -> "Sheet":
        """Only these mails."""
        return Sheet(self.right[mails], self.likely[mails], self.counts_from)

    def label(self, column: int) -> "Sheet":
        """Only this label."""
        return Sheet(
            self.right[:, column : column + 1],
            self.likely[:, column : column + 1],
            self.counts_from,
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure and its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.2f}-{self.high:.2f})"


def figure(measure: Measure, sheet: Sheet) -> Figure:
    """The measure of a sheet, with its interval."""
    draw = np.random.default_rng(_SEED)
    count = len(sheet.right)
    drawn = [measure(sheet.of(draw.integers(0, count, count))) for _ in range(_DRAWS)]
    low, high = np.percentile(drawn, [_LOW, _HIGH])
    return Figure(measure(sheet), float(low), float(high))


def precision(sheet: Sheet) -> float:
    """How often what was said is right; 1 where nothing was said."""
    said = int(sheet.said.sum())
    return int((sheet.said & sheet.right).sum()) / said if said else 1.0


def recall(sheet: Sheet) -> float:
    """How much of what is right was said; 1 where there is nothing."""
    right = int(sheet.right.sum())
    return int((sheet.said & sheet.right).sum()) / right if right else 1.0


def micro(sheet: Sheet) -> float:
    """F1 over all labels of all mails."""
    both = int((sheet.said & sheet.right).sum())
    return 2 * both / max(1, int(sheet.said.sum()) + int(sheet.right.sum()))


def macro(sheet: Sheet) -> float:
    """The mean of the labels' F1, over the labels that occur."""
    columns = np.flatnonzero(sheet.right.any(axis=0))
    return float(np.mean([micro(sheet.label(int(column))) for column in columns]))


def whole(sheet: Sheet) -> float:
    """How many mails were read exactly, no label missing and none too many."""
    return float((sheet.said == sheet.right).all(axis=1).mean())


def coverage(sheet: Sheet, precise: float) -> float:
    """The share of all labels that is read before the precision falls below ``precise``.

    Readings are taken in the order of their likelihood.
    """
    order = np.argsort(-sheet.likely, axis=None)
    right = sheet.right.ravel()[order]
    running = np.cumsum(right) / np.arange(1, len(right) + 1)
    enough = np.flatnonzero((running >= precise) & (sheet.likely.ravel()[order] > _UNLIKELY))
    total = int(sheet.right.sum())
    return min(1.0, (int(enough[-1]) + 1) / total) if len(enough) and total else 0.0
