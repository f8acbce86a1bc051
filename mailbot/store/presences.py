"""Which of our people are away, since when and until when, and who stands in for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from mailbot.desk.people.duty import Duty
from mailbot.store.moments import moment, written
from mailbot.store.room import Room


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


class Presences(Room):
    """One row each for who was ever away, or has somebody to stand in."""

    def keep_presence(self, one: Presence) -> None:
        """Somebody as they are now."""
        self.db.write(
            "INSERT OR REPLACE INTO presence VALUES (?, ?, ?, ?, ?)",
            one.email, one.stand_in, written(one.away_since), written(one.away_until),
            one.by_reply,
        )  # fmt: skip

    def presence(self, email: str) -> Presence:
        """Of whom nothing is known, they are there."""
        found = (one for one in self.presences() if one.email == email.lower())
        return next(found, Presence(email.lower()))

    def presences(self) -> Sequence[Presence]:
        """All that is known, by address."""
        sql = "SELECT email, stand_in, since, until, by_reply FROM presence ORDER BY email"
        return [
            Presence(who, other, moment(since), moment(end), bool(by_reply))
            for who, other, since, end, by_reply in self.db.all(sql)
        ]

    def duty(self, now: datetime) -> Duty:
        """Who is there at that moment, and who stands in."""
        known = self.presences()
        stand_ins = {one.email: one.stand_in for one in known if one.stand_in}
        away = frozenset(one.email for one in known if one.is_away(now))
        return Duty(MappingProxyType(stand_ins), away)
