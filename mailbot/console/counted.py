"""Figures that were counted a while ago: shown again while next to nothing has happened since."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailbot.bot.figures import Earned, Figure

_LONGEST = timedelta(hours=1)
# one new entry in so many moves no figure that anybody could see
_UNSEEN = 1000


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of some weeks; ``entries`` is how much they were counted of."""

    first_answer: Figure
    waits: Figure
    states: Figure
    reminders: Figure
    earned: tuple[Earned, ...]
    states_unknown: bool
    entries: int


@dataclass(frozen=True, slots=True)
class _Kept:
    at: datetime
    version: int
    counted: Counted

    def holds(self, now: datetime, version: int) -> bool:
        """On the same day, for an hour, and while the journals have hardly grown."""
        grown = version - self.version
        return (
            self.at.date() == now.date()
            and timedelta() <= now - self.at < _LONGEST
            and grown * _UNSEEN <= self.counted.entries
        )


@dataclass(slots=True)
class LastCounted:
    """The last figures: a desk of many years counts for seconds, a young one shows each event."""

    _kept: _Kept | None = field(default=None)

    def figures(self, now: datetime, version: int, count: Callable[[], Counted]) -> Counted:
        """Those that are known, or newly counted ones."""
        kept = self._kept
        if kept is None or not kept.holds(now, version):
            kept = self._kept = _Kept(now, version, count())
        return kept.counted
