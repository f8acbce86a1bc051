"""How the desk is, on one screen: what is not well first, and an exit code for a monitor."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

import typer

from mailbot.bot.health.health import LITTLE_ROOM, Health, Waiting, health
from mailbot.cli.lines import dumps
from mailbot.cli.options import CONFIG, ConfigFile, Json, desk, out, state_folder
from mailbot.clock import SystemClock
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.store.lock import is_held

_MOST = 5
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


class Said(NamedTuple):
    """A line of the screen."""

    is_bad: bool
    text: str


def status(config: ConfigFile = CONFIG, json: Json = False) -> None:
    """Say how the desk is; exit code 1 when something needs attention."""
    with desk(config) as bot:
        folder = state_folder(config, bot.config)
        now, calendar = SystemClock().now(), bot.rules.calendar
        found = health(bot.state, calendar, folder, now, runs=is_held(folder))
    if json:
        print(dumps(found.as_line()))
    else:
        for line in sorted(_lines(found, calendar), key=lambda one: not one.is_bad):
            mark, style = ("✗", "red") if line.is_bad else ("✓", "green")
            out.print(f"{mark} {line.text}", style=style)
    raise typer.Exit(1 if found.needs_attention else 0)


def _lines(found: Health, calendar: WorkCalendar) -> Iterator[Said]:
    yield _running(found)
    yield _hearing(found, calendar)
    yield _sending(found, calendar)
    yield from _outbox(found)
    yield _drafts(found)
    yield _needs(found)
    yield _held(found)
    yield _ours(found)
    kept = found.quarantined
    yield Said(kept > 0, f"quarantine: {kept}" + ("; `mailbot quarantine` lists them" * (kept > 0)))
    if found.twin_seen is not None:
        since = _when(found.twin_seen, calendar)
        yield Said(True, f"another bot writes from this mailbox, seen {since}: stop one of the two")
    yield from _away(found, calendar)
    yield _room(found)


def _running(found: Health) -> Said:
    if found.runs:
        return Said(False, "the bot runs")
    return Said(True, "the bot does not run: start it with `mailbot run`")


def _hearing(found: Health, calendar: WorkCalendar) -> Said:
    read = ", ".join(
        f"{one.name} {_when(one.at, calendar) if one.at else 'never to its end'}"
        for one in found.folders
    )
    if found.deaf_since is None:
        why = f" ({found.silence})" if found.silence else ""
        return Said(False, f"read to the end: {read or 'no folder yet'}{why}")
    since = _when(found.deaf_since, calendar)
    why = found.silence or "the log says why"
    return Said(True, f"the mailbox can't be read since {since}: {why}; read: {read or 'never'}")


def _sending(found: Health, calendar: WorkCalendar) -> Said:
    if found.paused_since is None:
        return Said(False, f"sending: {found.left_today} left today, {found.queued} in the outbox")
    since = _when(found.paused_since, calendar)
    waits = f"{found.queued} letters wait, {found.left_today} left today"
    return Said(True, f"sending is paused since {since}, {waits}; `mailbot resume` ends it")


def _outbox(found: Health) -> Iterator[Said]:
    for what, letters in (("failed", found.failed), ("may or may not have left", found.in_doubt)):
        if letters:
            yield Said(True, f"letters that {what}: {_some(letters)}; `mailbot drafts` shows them")


def _drafts(found: Health) -> Said:
    return Said(False, f"drafts that wait for a yes: {_aged(found.drafts, found.at)}")


def _needs(found: Health) -> Said:
    return Said(bool(found.needs), f"cases that need a person: {_named(found.needs)}")


def _held(found: Health) -> Said:
    lift = "; `mailbot hold CASE --lift` ends it" if found.held else ""
    return Said(bool(found.held), f"cases that are held: {_named(found.held)}{lift}")


def _ours(found: Health) -> Said:
    return Said(False, f"cases whose turn is ours: {_aged(found.ours, found.at)}")


def _away(found: Health, calendar: WorkCalendar) -> Iterator[Said]:
    """Who is away is no fault: it is only said."""
    for one in found.away:
        last = calendar.local(one.away_until) if one.away_until is not None else None
        until = f"until the end of {last:%m-%d}" if last is not None else "until they are seen"
        stand_in = f"{one.stand_in} stands in" if one.stand_in else "nobody stands in"
        yield Said(False, f"{one.email} is away {until}; {stand_in}")


def _room(found: Health) -> Said:
    free = f"{found.free / (1 << 30):.1f} GB are free in {found.folder}"
    little = found.free < LITTLE_ROOM
    return Said(little, f"{free}: make room" if little else free)


def _aged(waiting: Waiting, now: datetime) -> str:
    if waiting.since is None:
        return "0"
    return f"{len(waiting.which)}, the oldest ({waiting.which[0]}) for {_age(now - waiting.since)}"


def _named(names: tuple[str, ...]) -> str:
    return f"{len(names)} ({_some(names)})" if names else "0"


def _some(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more


def _age(age: timedelta) -> str:
    """``3 d``, ``5 h``, ``12 min``."""
    if age >= _DAY:
        return f"{age // _DAY} d"
    return f"{age // _HOUR} h" if age >= _HOUR else f"{max(age // _MINUTE, 0)} min"


def _when(at: datetime, calendar: WorkCalendar) -> str:
    return f"{calendar.local(at):%m-%d %H:%M}"
