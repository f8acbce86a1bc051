"""Who is away, and who stands in, in SQLite."""

from collections.abc import Sequence
from datetime import datetime
from types import MappingProxyType

from mailbot.desk.people.duty import Duty
from mailbot.repositories.presences import Presence
from mailbot.store.moments import moment, written
from mailbot.store.room import Room


class SqlitePresences(Room):
    """Who is away, and who stands in."""

    def keep(self, one: Presence) -> None:
        self.db.write(
            "INSERT OR REPLACE INTO presence VALUES (?, ?, ?, ?, ?)",
            one.email, one.stand_in, written(one.away_since), written(one.away_until),
            one.by_reply,
        )  # fmt: skip

    def of(self, email: str) -> Presence:
        found = (one for one in self.all() if one.email == email.lower())
        return next(found, Presence(email.lower()))

    def all(self) -> Sequence[Presence]:
        sql = "SELECT email, stand_in, since, until, by_reply FROM presence ORDER BY email"
        return [
            Presence(who, other, moment(since), moment(end), bool(by_reply))
            for who, other, since, end, by_reply in self.db.all(sql)
        ]

    def duty(self, now: datetime) -> Duty:
        known = self.all()
        stand_ins = {one.email: one.stand_in for one in known if one.stand_in}
        away = frozenset(one.email for one in known if one.is_away(now))
        return Duty(MappingProxyType(stand_ins), away)
