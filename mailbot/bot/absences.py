"""Our people go and come back: by their own word, by an automatic reply, by their mail."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from mailbot.absent import Absent
from mailbot.bot.engine import Engine
from mailbot.bot.while_away import tell
from mailbot.errors import OrderError
from mailbot.reasons import Reason
from mailbot.refusals import Refusal
from mailbot.repositories.presences import Presence

_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Absences:
    """Whoever is back is told what happened meanwhile, once for each absence."""

    engine: Engine

    def leave(
        self, person: str, last: date | None, stand_in: str | None = None
    ) -> Sequence[Reason]:
        """Away from now on, ``last`` included; what follows from it. Raises OrderError.

        ``last`` is None where nobody knows, ``stand_in`` where nothing changes about that.
        """
        state, now, until = self.engine.state, self.engine.clock.now(), self._until(last)
        if until is not None and until <= now:
            raise OrderError(Refusal.DAY_OVER(day=f"{until:%Y-%m-%d}"))
        with state.transaction():
            if stand_in is not None:
                self.put_in_place(person, stand_in)
            before = self._known(person)
            since = before.away_since or now
            state.presences.keep(Presence(person, before.stand_in, since, until))
        return (_away(person, last), self._who_hears(person))

    def put_in_place(self, person: str, stand_in: str) -> None:
        """Who stands in for a person from now on, '' for nobody. Raises OrderError."""
        if stand_in == person:
            raise OrderError(Refusal.OWN_STAND_IN(address=stand_in))
        if stand_in and not self._may_order(stand_in):
            raise OrderError(Refusal.CANT_STAND_IN(address=stand_in))
        before = self.engine.state.presences.of(person)
        self.engine.state.presences.keep(replace(before, stand_in=stand_in))

    def come_back(self, person: str) -> Reason:
        """There again from now on."""
        with self.engine.state.transaction():
            before = self._known(person)
            if before.away_since is None:
                return Absent.WAS_THERE(person=person)
            self._end(before)
        return Absent.BACK(person=person)

    def end_those_over(self) -> None:
        """Whose day has come is back."""
        for one in self.engine.state.presences.all():
            if one.is_over(self.engine.clock.now()):
                self.come_back(one.email)

    def told_by_reply(self, person: str, at: datetime, last: date | None) -> None:
        """An automatic reply tells it; what they said themselves for longer stands."""
        until, before = self._until(last), self._known(person)
        if until is not None and until <= self.engine.clock.now():
            return
        if before.away_since is None:
            away = replace(before, away_since=at, away_until=until, by_reply=True)
        elif before.by_reply:
            away = replace(before, away_until=until or before.away_until)
        elif before.away_until is not None and until is not None:
            away = replace(before, away_until=max(until, before.away_until))
        else:
            return
        self.engine.state.presences.keep(away)

    def seen(self, person: str, at: datetime) -> None:
        """They wrote themselves: that ends what has no end day, or what a program told."""
        before = self._known(person)
        if before.away_since is None or at <= before.away_since:
            return
        if before.by_reply or before.away_until is None:
            self.come_back(person)

    def _known(self, person: str) -> Presence:
        """As they are now: an absence that is over is ended first."""
        before = self.engine.state.presences.of(person)
        if before.is_over(self.engine.clock.now()):
            self._end(before)
        return self.engine.state.presences.of(person)

    def _end(self, before: Presence) -> None:
        if before.away_since is not None:
            tell(self.engine, before.email, before.away_since)
        self.engine.state.presences.keep(Presence(before.email, before.stand_in))

    def _until(self, last: date | None) -> datetime | None:
        zone = self.engine.rules.calendar.zone
        return None if last is None else datetime.combine(last, _LAST_SECOND, zone)

    def _may_order(self, person: str) -> bool:
        user = self.engine.state.users.find(person)
        if user is not None:
            return user.may_order
        return self.engine.mailroom.intake.people.is_engineer(person)

    def _who_hears(self, person: str) -> Reason:
        stand_in = self.engine.state.presences.duty(self.engine.clock.now()).stand_in(person)
        lead = self.engine.rules.notify
        if stand_in:
            return Absent.GOES_TO(to=stand_in)
        return Absent.LEAD_HEARS(to=", ".join(lead)) if lead else Absent.NOBODY_HEARS()


def _away(person: str, last: date | None) -> Reason:
    if last is None:
        return Absent.AWAY_OPEN(person=person)
    return Absent.AWAY_UNTIL(person=person, day=last.isoformat())
