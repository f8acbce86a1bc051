"""Looks whether the desk itself is well; the lead is told once when not, and once when again."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import structlog

from mailbot.because import Because
from mailbot.bot.engine import Engine
from mailbot.bot.outbound.alert import queue_alert, send_by_itself
from mailbot.errors import WorldError
from mailbot.reasons import Reason
from mailbot.repositories.state import State

DEAF_AFTER = timedelta(minutes=20)
PAUSED_FOR = timedelta(hours=4)
_DEAF, _PAUSED = "told deaf", "told paused"

log = structlog.get_logger()


class Lookout:
    """Beside the engine's rounds; what it told lies in the state, so no restart tells it anew."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._state = engine.state

    def begin(self) -> None:
        """The bot begins: until it has listened for a while it is not called deaf."""
        self._state.notes.note_moment("started", self._now)

    def poll(self) -> None:
        """One round of the engine's; whether it heard the mailbox is remembered."""
        try:
            self._engine.receive()
        except WorldError as error:
            self._state.hearing.note_silence(str(error))
            raise
        self._state.hearing.heard(self._now)
        self._engine.sweep()

    def look(self) -> None:
        """Tell what is not well and what is well again; it leaves though mail can't be read."""
        self._look_at_hearing()
        self._look_at_pause()
        send_by_itself(self._engine)

    def _look_at_hearing(self) -> None:
        since, told = deaf_since(self._state, self._now), self._state.notes.noted_moment(_DEAF)
        heard = self._state.notes.noted_moment("heard")
        if since is not None and told is None:
            log.error("desk.deaf", since=since.isoformat(), error=self._state.hearing.silence())
            self._tell(_DEAF, self._deaf(since))
        elif told is not None and heard is not None and heard > told:
            log.info("desk.hears")
            self._tell(_DEAF, self._hears(), well=True)

    def _look_at_pause(self) -> None:
        since, told = (
            self._state.notes.paused_since(self._now),
            self._state.notes.noted_moment(_PAUSED),
        )
        if since is None and told is not None:
            self._tell(_PAUSED, self._sends(), well=True)
        if since is None or told is not None:
            return
        if self._engine.rules.calendar.add_hours(since, PAUSED_FOR) <= self._now:
            log.error("desk.paused", since=since.isoformat())
            self._tell(_PAUSED, self._paused(since))

    def _tell(self, note: str, lines: Iterator[Reason], *, well: bool = False) -> None:
        with self._state.transaction():
            queue_alert(self._engine, tuple(lines), self._now)
            self._state.notes.note_moment(note, None if well else self._now)

    def _deaf(self, since: datetime) -> Iterator[Reason]:
        yield Because.DEAF_SINCE(moment=self._local(since))
        if self._state.hearing.silence():
            yield Reason(self._state.hearing.silence())
        yield Because.NOTHING_LEAVES()

    def _hears(self) -> Iterator[Reason]:
        yield Because.HEARS_AGAIN()

    def _paused(self, since: datetime) -> Iterator[Reason]:
        yield Because.PAUSED_SINCE(moment=self._local(since))

    def _sends(self) -> Iterator[Reason]:
        yield Because.NOT_PAUSED()

    def _local(self, at: datetime) -> str:
        return f"{self._engine.rules.calendar.local(at):%m-%d %H:%M}"

    @property
    def _now(self) -> datetime:
        return self._engine.clock.now()


def deaf_since(state: State, now: datetime) -> datetime | None:
    """Since when the mailbox could not be read; None where it was within twenty minutes."""
    heard, started = state.notes.noted_moment("heard"), state.notes.noted_moment("started")
    last = max((at for at in (heard, started) if at is not None), default=None)
    if last is None or now - last < DEAF_AFTER:
        return None
    return heard or started
