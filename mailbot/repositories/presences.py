"""Who is away, and who stands in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mailbot.desk.people.duty import Duty


@dataclass(frozen=True, slots=True)
class Presence:
    """One of our people; without ``away_since`` they are there.

    ``away_until`` is None where nobody knows: their next mail ends it. ``by_reply``: an automatic
    reply told of it, and no person.
    """

    email: str
    stand_in: str = ""
    away_since: datetime | None = None
    away_until: datetime | None = None
    by_reply: bool = False

    def is_away(self, now: datetime) -> bool:
        """Whether they are away at that moment."""
        over = self.away_until is not None and self.away_until <= now
        return self.away_since is not None and not over

    def is_over(self, now: datetime) -> bool:
        """Whether they were away, and their day has come."""
        return self.away_since is not None and not self.is_away(now)


class Presences(Protocol):
    """Who is away, and who stands in."""

    def keep(self, one: Presence) -> None:
        """Somebody as they are now."""

    def of(self, email: str) -> Presence:
        """Of whom nothing is known, they are there."""

    def all(self) -> Sequence[Presence]:
        """All that is known, by address."""

    def duty(self, now: datetime) -> Duty:
        """Who is there at that moment, and who stands in."""
