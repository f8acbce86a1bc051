"""How a value of two cases becomes one, where both become one case."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

_T = TypeVar("_T")


def both(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    """All of both, each once, the first's first."""
    return tuple(dict.fromkeys((*first, *second)))


def earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    """The earlier of two moments; a moment that is not known does not count."""
    return _known(min, one, other)


def later(one: datetime | None, other: datetime | None) -> datetime | None:
    """The later of two moments; a moment that is not known does not count."""
    return _known(max, one, other)


def _known(
    which: Callable[[Iterable[datetime]], datetime], one: datetime | None, other: datetime | None
) -> datetime | None:
    known = [moment for moment in (one, other) if moment is not None]
    return which(known) if known else None
