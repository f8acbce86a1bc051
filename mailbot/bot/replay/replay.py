"""Plays past mail on a simulated clock, sending nothing: what the bot would have done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mailbot.bot.engine import Engine
from mailbot.bot.happenings import Happening, LetterMoved, Move
from mailbot.bot.orders import Orders
from mailbot.clock import SettableClock
from mailbot.desk.case.draft import Draft
from mailbot.desk.case.events import FileArrived
from mailbot.desk.case.upload import Upload
from mailbot.drafts_port import DraftsFolder
from mailbot.ports import Arrival, Envelope, Position


class Approve(StrEnum):
    """Whether drafts that wait only because their letter says so count as approved at once."""

    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PastUpload:
    """A file that arrived, as `uploads.jsonl` tells it."""

    at: datetime
    upload: Upload


@dataclass(slots=True)
class PastMail:
    """A channel that gives each mail when its hour has come, and lets nothing out."""

    arrivals: Sequence[Arrival]
    clock: SettableClock
    sent: list[Envelope] = field(default_factory=list)
    drafts: DraftsFolder | None = None

    def folders(self) -> Sequence[str]:
        return ("past",)

    def sent_folder(self) -> str:
        return ""

    def fetch(self, folder: str, after: Position | None) -> Iterator[Arrival]:
        del folder
        start = after.uid if after is not None else 0
        for arrival in self.arrivals[start:]:
            if arrival.at is not None and arrival.at > self.clock.now():
                return
            yield arrival

    def newest_heads(self, folder: str, most: int) -> Sequence[bytes]:
        del folder, most
        return ()

    def check_way_out(self) -> None:
        """Nothing goes out."""

    def places(self) -> tuple[str, str]:
        return "past mail", "nowhere"

    def next_at(self, after: Position | None) -> datetime | None:
        """When the next mail comes that was not fetched yet."""
        start = after.uid if after is not None else 0
        return next((one.at for one in self.arrivals[start:]), None)

    def send(self, envelope: Envelope, sending_begins: object) -> None:
        del sending_begins
        self.sent.append(envelope)

    def wait(self, seconds: float) -> bool:
        del seconds
        return False

    def wake(self) -> None:
        """Nobody waits."""

    def drafts_folder(self) -> DraftsFolder | None:
        """There is none in the past; a story may lay one down."""
        return self.drafts

    def keep_sent(self, raw: bytes, at: datetime) -> None:
        """There is no Sent folder in the past."""

    def close(self) -> None:
        """Nothing is open."""


@dataclass(slots=True)
class Replay:
    """Steps from one moment at which something happens to the next."""

    engine: Engine
    channel: PastMail
    clock: SettableClock
    happened: list[Happening]
    uploads: list[PastUpload]
    approve: Approve

    def play(self, until: datetime | None) -> Iterator[Happening]:
        """Everything that happens, in order; after the last mail only up to `until`."""
        while (moment := self._next()) is not None and not self._is_over(moment, until):
            self.clock.set(max(moment, self.clock.now()))
            yield from self.round()

    def round(self) -> list[Happening]:
        """One round of the bot at this moment, and what happened in it."""
        self._step()
        settled = list(_settled(self.happened))
        self.happened.clear()
        return settled

    def _next(self) -> datetime | None:
        state = self.engine.state
        mail = self.channel.next_at(state.mails.position("past"))
        upload = self.uploads[0].at if self.uploads else None
        moments = [one for one in (mail, upload, state.alarms.next_alarm()) if one is not None]
        if not moments:
            return None
        listed = self.engine.rules.calendar.next_list(self.clock.now())
        return (
            listed
            if state.alarms.next_leaving() is not None and listed < min(moments)
            else min(moments)
        )

    def _is_over(self, moment: datetime, until: datetime | None) -> bool:
        waiting = self.channel.next_at(self.engine.state.mails.position("past")) or self.uploads
        return not waiting and (until is None or moment > until)

    def _step(self) -> None:
        now, calendar = self.clock.now(), self.engine.rules.calendar
        here = calendar.local(now)
        if calendar.is_working_day(here.date()) and here == calendar.list_moment(here.date()):
            self.engine.announce(calendar.list_window(here.date())[1])
        while self.uploads and self.uploads[0].at <= now:
            self._arrive(self.uploads.pop(0))
        self.engine.run_once()
        while self.approve is Approve.ALL and (waiting := self._approvable()):
            for case_id, draft in waiting:
                engineer = self.engine.state.cases.load(case_id).parties.engineer or "engineer"
                Orders(self.engine).approve(draft.id, engineer)
            self.engine.run_once()

    def _arrive(self, past: PastUpload) -> None:
        case_id = self.engine.state.logins.case_of_user(past.upload.user)
        if case_id:
            self.engine.handle(case_id, FileArrived(past.upload))

    def _approvable(self) -> list[tuple[str, Draft]]:
        """Drafts of this step that wait only for a yes."""
        drafted = (
            (one.case, one.draft)
            for one in self.happened
            if isinstance(one, LetterMoved) and one.mode is Move.DRAFTED and not one.draft.withheld
        )
        return [
            (case_id, draft)
            for case_id, draft in drafted
            if self.engine.state.cases.load(case_id).draft(draft.id) == draft
        ]


def _settled(happened: Sequence[Happening]) -> Iterator[Happening]:
    """What happened at one moment; a letter drafted and sent in it is told once, as sent."""
    sent = {
        one.draft.id: one
        for one in happened
        if isinstance(one, LetterMoved) and one.mode is Move.SENT
    }
    told: set[str] = set()
    for one in happened:
        if not isinstance(one, LetterMoved) or one.draft.id not in sent:
            yield one
        elif one.draft.id not in told:
            told.add(one.draft.id)
            yield sent[one.draft.id]
