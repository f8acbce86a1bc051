"""The path of one mail, on one screen: receive, read, decide, ring, deliver.

Every event of a case enters at `handle`, in one transaction: the case, its journal, the drafts,
the outbox and the alarm change together or not at all.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from mailbot.bot.fault import named, place
from mailbot.bot.happenings import (
    Decided,
    Failed,
    Happening,
    LetterMoved,
    Move,
    Quarantined,
    StatusChanged,
    Uploaded,
    Watcher,
)
from mailbot.bot.inbound.mailroom import Mailroom
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.bot.outbound.headers import answered
from mailbot.bot.outbound.outbox import Outbox
from mailbot.bot.outbound.scribe import Scribe
from mailbot.bot.rearrange import Rearranger
from mailbot.desk.case.actions import Decision
from mailbot.desk.case.case import Case
from mailbot.desk.case.events import (
    AlarmRang,
    DraftSentByHand,
    DraftStopped,
    Event,
    FileArrived,
    LetterLeft,
    ListPrinted,
    SendFailed,
)
from mailbot.desk.case.life import Status
from mailbot.desk.case.rulebook import Rules
from mailbot.desk.case.upload import UploadState
from mailbot.desk.decide import decide
from mailbot.desk.decisions import due
from mailbot.errors import ChannelDown, UnreadableMail, WorldError
from mailbot.ports import Arrival, Channel, Clock
from mailbot.reasons import Reason
from mailbot.repositories.cases import JournalEntry
from mailbot.repositories.mails import StoredMail
from mailbot.repositories.state import State

BATCH = 50
DEAF_AFTER = timedelta(minutes=15)
ATTEMPTS = 2
_BROKE_OFF = f"reading it broke off {ATTEMPTS} times"

Decide = Callable[[Case, Event, datetime, Rules], Decision]
# what engineers do by mail: order something (False: the mail orders nothing), write in Drafts
Obey = Callable[["Engine", StoredMail, Sheaf, list[Happening]], bool]
Agree = Callable[["Engine"], None]

_ENDED = (UploadState.WHOLE, UploadState.CUT)


@dataclass(frozen=True, slots=True)
class Engine:
    """One pass is `run_once`; one event is `handle`."""

    channel: Channel
    state: State
    clock: Clock
    rules: Rules
    mailroom: Mailroom
    scribe: Scribe
    outbox: Outbox
    watch: Watcher
    obey: Obey
    agree: Agree

    def run_once(self) -> None:
        """What came in, what is due, what goes out: always in this order. Raises ChannelDown."""
        self.receive()
        self.sweep()

    def receive(self) -> None:
        """Store what every folder has, then read what is stored. Raises ChannelDown."""
        for folder in self.channel.folders():
            for batch in _batches(self.channel.fetch(folder, self.state.mails.position(folder))):
                self.state.mails.keep(batch)
                self.read_stored()
            self.state.mails.mark_read_to_end(folder, self.clock.now())
        self.read_stored()

    def read_stored(self) -> None:
        """Read every mail that has no verdict yet; one that can't be read holds up no other."""
        for stored in self.state.verdicts.unhandled():
            attempt = self.state.verdicts.count_attempt(stored.id)
            try:
                if attempt > ATTEMPTS:
                    fault = self.state.hearing.take_fault(stored.id)
                    raise UnreadableMail(f"a fault of ours: {fault}" if fault else _BROKE_OFF)
                self._read_one(stored)
            except UnreadableMail as error:
                self._quarantine(stored, str(error))
            except WorldError:
                self.state.verdicts.spare(stored.id)
                raise
            except Exception as error:
                self.state.hearing.note_fault(stored.id, named(error))
                self._failed(stored.name, error)

    def handle(self, case_id: str, event: Event) -> Case:
        """Decide on an event and carry the decision out, in one transaction."""
        with self._transaction() as happened:
            case = self.state.cases.load(self.state.merges.current(case_id))
            return self._decided(decide, case, event, happened)

    def join(self, case_id: str, other_id: str, by: str) -> Case:
        """Make two cases one: the other lives on in this."""
        with self._transaction() as happened:
            case, other = self.state.cases.load(case_id), self.state.cases.load(other_id)
            return self._rearranger.join(case, other, by, happened)

    def split(self, case_id: str, mails: Sequence[int], into: str, by: str) -> Case:
        """Take mails out of a case, into another or into one of their own."""
        with self._transaction() as happened:
            return self._rearranger.split(self.state.cases.load(case_id), mails, into, by, happened)

    def undo(self, case_id: str, by: str) -> tuple[str, str]:
        """Undo the last join or split of a case; which two cases that concerned."""
        with self._transaction() as happened:
            return self._rearranger.undo(case_id, by, happened)

    def ring(self) -> None:
        """Ring the alarms that are due. A deaf bot does not remind: it may have missed a mail."""
        now = self.clock.now()
        if self.is_deaf(now):
            return
        for case_id in self.state.alarms.due(now):
            try:
                self.handle(case_id, AlarmRang())
            except WorldError:
                raise
            except Exception as error:
                self._failed(case_id, error)

    def is_deaf(self, now: datetime) -> bool:
        """Whether a folder was not read to its end within the last quarter of an hour."""
        try:
            folders = self.channel.folders()
        except ChannelDown:
            return True
        ends = (self.state.mails.read_to_end_at(folder) for folder in folders)
        return any(end is None or now - end > DEAF_AFTER for end in ends)

    def sweep(self) -> None:
        """What is due and what goes out, without asking the mailbox."""
        self.ring()
        self.agree(self)  # first out of Drafts, then out of the outbox: nobody sends it too
        self.outbox.deliver(self.handle)

    def announce(self, until: datetime) -> list[str]:
        """Put what leaves by itself before `until` on the morning's list: ids of the cases."""
        cases = self.state.alarms.leaving_before(until)
        for case_id in cases:
            self.handle(case_id, ListPrinted(until))
        return cases

    @property
    def _rearranger(self) -> Rearranger:
        return Rearranger(self.state, self.mailroom, self.clock, self._decided)

    def _read_one(self, stored: StoredMail) -> None:
        sheaf = self.mailroom.read(stored)
        with self._transaction() as happened:
            if self.mailroom.sets_aside(stored, sheaf, happened):
                return
            if not self.mailroom.is_history(stored) and self.obey(self, stored, sheaf, happened):
                return
            if (filed := self.mailroom.file(stored, sheaf, happened)) is None:
                return
            place = len(happened)
            case = filed.case
            for other in filed.joins:
                case = self._rearranger.join(case, self.state.cases.load(other), "", happened)
            after = self._decided(filed.decide, case, filed.event, happened)
            happened.insert(place, filed.received(after))

    def _decided(self, how: Decide, case: Case, event: Event, happened: list[Happening]) -> Case:
        now = self.clock.now()
        decision = how(case, event, now, replace(self.rules, duty=self.state.presences.duty(now)))
        after = self.scribe.carry_out(case, decision, now, happened)
        leaves = due.leaves_by_itself(after, self.rules)
        entry = JournalEntry(now, type(event).__name__, decision.because)
        leaves_at = leaves.at if leaves is not None else None
        self.state.cases.record(after, due.alarm(after, self.rules), leaves_at, entry)
        happened.append(Decided(now, case.id, type(event).__name__, decision.because))
        if isinstance(event, FileArrived) and event.upload.state in _ENDED and not event.was:
            happened.append(Uploaded(now, case.id, event.upload))
        if isinstance(event, DraftStopped | SendFailed):
            happened.extend(self._moved(after, event.draft, Move.DRAFTED, now))
        if isinstance(event, LetterLeft | DraftSentByHand):
            happened.extend(self._moved(case, event.draft, Move.SENT, now))
        if after.status is not case.status:
            until = after.clocks.watch_until if after.status is Status.WATCHING else None
            happened.append(
                StatusChanged(now, case.id, case.status, after.status, decision.because, until)
            )
        return after

    def _moved(self, case: Case, draft_id: str, mode: Move, now: datetime) -> Iterator[LetterMoved]:
        draft, written = case.draft(draft_id), self.state.draft_texts.written(draft_id)
        if draft is not None and written is not None:
            because = draft.withheld if mode is Move.DRAFTED else ()
            parent = answered(draft, case)
            yield LetterMoved(now, case.id, draft, mode, written, because, parent)

    def _quarantine(self, stored: StoredMail, because: str) -> None:
        with self._transaction() as happened:
            self.state.verdicts.settle(stored.id, "quarantined", "", (because,))
            happened.append(Quarantined(self.clock.now(), stored.name, (Reason(because),)))

    def _failed(self, what: str, error: Exception) -> None:
        """A fault of ours: told by its kind only, for its words may hold those of a mail."""
        self.watch(Failed(self.clock.now(), what, type(error).__name__, place(error)))

    @contextmanager
    def _transaction(self) -> Iterator[list[Happening]]:
        """All or nothing; what happened is told once it is kept."""
        happened: list[Happening] = []
        with self.state.transaction():
            yield happened
        for happening in happened:
            self.watch(happening)


def _batches(arrivals: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    waiting = iter(arrivals)
    while batch := list(islice(waiting, BATCH)):
        yield batch
