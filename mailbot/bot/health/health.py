"""How the desk is: whether it runs, hears and sends, and what waits for a person."""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from mailbot.bot.health.lookout import deaf_since
from mailbot.desk.case.case import Case
from mailbot.desk.case.life import Status
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.repositories.mails import FolderRead
from mailbot.repositories.notes import TWIN
from mailbot.repositories.presences import Presence
from mailbot.repositories.state import State

# a state that can't be written loses nothing, but takes nothing in either
LITTLE_ROOM = 1 << 30
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cases or drafts that wait, and since when the oldest does."""

    which: tuple[str, ...] = ()
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """The desk at one moment; ``silence`` is why the mailbox can't be read."""

    at: datetime
    runs: bool
    folders: tuple[FolderRead, ...]
    deaf_since: datetime | None
    silence: str
    paused_since: datetime | None
    queued: int
    failed: tuple[str, ...]
    in_doubt: tuple[str, ...]
    drafts: Waiting
    needs: tuple[str, ...]
    held: tuple[str, ...]
    ours: Waiting
    quarantined: int
    left_today: int
    free: int
    folder: str
    twin_seen: datetime | None
    away: tuple[Presence, ...] = ()

    @property
    def needs_attention(self) -> bool:
        """Whether somebody has to do something about the desk itself."""
        return bool(
            not self.runs
            or self.deaf_since
            or self.paused_since
            or self.failed
            or self.in_doubt
            or self.needs
            or self.held
            or self.quarantined
            or self.twin_seen
            or self.free < LITTLE_ROOM
        )

    def as_line(self) -> Mapping[str, object]:
        """For other tools: every moment in ISO 8601, in UTC."""
        plain = {name: _plain(value) for name, value in asdict(self).items()}
        folders = {one.name: _plain(one.at) for one in self.folders}
        return {"well": not self.needs_attention, **plain, "folders": folders}


def health(
    state: State, calendar: WorkCalendar, folder: Path, now: datetime, *, runs: bool
) -> Health:
    """How the desk is whose state lies in ``folder``."""
    cases = state.case_lists.open()
    today = datetime.combine(calendar.local(now).date(), time(), calendar.zone)
    return Health(
        at=now,
        runs=runs,
        folders=tuple(state.mails.folders_read()),
        deaf_since=deaf_since(state, now) if runs else None,
        silence=state.hearing.silence(),
        paused_since=state.notes.paused_since(now),
        queued=len(state.sent_letters.ids_in("queued", "claimed", "sending")),
        failed=(
            *_still_open(state.sent_letters.ids_in("failed"), cases),
            *state.sent_letters.own_failed(now - _DAY),
        ),
        in_doubt=tuple(_still_open(state.sent_letters.ids_in("in_doubt", "asked"), cases)),
        drafts=_drafts(cases),
        needs=tuple(case.id for case in cases if case.holds.needs),
        held=tuple(case.id for case in cases if case.holds.are_placed),
        ours=_since((case.id, _owed(case)) for case in cases if case.status is Status.OPEN),
        quarantined=len(state.verdicts.quarantined()),
        left_today=state.sent_letters.left_since(today),
        free=shutil.disk_usage(folder).free,
        folder=str(folder),
        twin_seen=state.notes.noted_moment(TWIN),
        away=tuple(one for one in state.presences.all() if one.is_away(now)),
    )


def _still_open(letters: Iterable[str], cases: Sequence[Case]) -> Iterator[str]:
    """What failed in a case that is closed since needs nobody; nor does what was drafted anew."""
    kept = {draft.id for case in cases for draft in case.drafts}
    return (one for one in letters if one in kept)


def _drafts(cases: Sequence[Case]) -> Waiting:
    return _since(
        (draft.id, draft.written) for case in cases for draft in case.drafts if draft.waits
    )


def _owed(case: Case) -> datetime:
    return case.clocks.owed_since or case.since or case.opened


def _since(waiting: Iterable[tuple[str, datetime]]) -> Waiting:
    """The oldest first."""
    found = sorted(waiting, key=lambda one: one[1])
    return Waiting(tuple(name for name, _ in found), found[0][1] if found else None)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return value
