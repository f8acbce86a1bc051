"""Cases put together and taken apart, by a person or by a mail; each time it can be undone.

A join moves nothing: what names the case that goes means from then on the one that stays. A split
moves the mails, and all by which later mails would follow them. `undo` gives both cases back as
they were; where more has happened since, it takes apart (or together) what can be.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.bot.happenings import CasesJoined, Happening
from mailbot.bot.inbound.mailroom import Mailroom
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.desk.case.actions import Decision
from mailbot.desk.case.case import Case
from mailbot.desk.case.events import CaseJoined, Event, JoinedInto, MailsSplitOff, PutBack, SplitOff
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Rules
from mailbot.desk.case.transfer import AccountOrigin
from mailbot.desk.decide import decide, open_case, remember
from mailbot.desk.decisions.splitting import is_unchanged, unsent
from mailbot.desk.filing.filing import Filing
from mailbot.errors import OrderError, UnreadableMail
from mailbot.mail.quoting.known_lines import quoted_lines
from mailbot.mail.subject import normal_subject
from mailbot.ports import Clock
from mailbot.reasons import Reason
from mailbot.refusals import Refusal
from mailbot.repositories.merges import Rearrangement
from mailbot.repositories.state import State
from mailbot.repositories.traces import Trace

Decide = Callable[[Case, Event, datetime, Rules], Decision]
Carry = Callable[[Decide, Case, Event, list[Happening]], Case]

_ON_ITS_WAY = frozenset({"sending", "sent", "in_doubt"})


@dataclass(frozen=True, slots=True)
class Rearranger:
    """Runs inside the engine's transaction; ``carry`` decides on an event and records it."""

    state: State
    mailroom: Mailroom
    clock: Clock
    carry: Carry

    def join(self, case: Case, other: Case, by: str, happened: list[Happening]) -> Case:
        """``other`` lives on in ``case``."""
        after = self.carry(decide, case, CaseJoined(other, by), happened)
        gone = self.carry(decide, other, JoinedInto(case.id, by), happened)
        because = (Reason(f"{by} joined them" if by else "a mail answers both"),)
        happened.append(CasesJoined(self.clock.now(), case.id, other.id, because))
        self.state.merges.merge(other.id, case.id)
        self.state.merges.keep(Rearrangement("join", case.id, other.id, case, after, other, gone))
        return after

    def split(
        self, case: Case, mails: Sequence[int], into: str, by: str, happened: list[Happening]
    ) -> Case:
        """These mails of ``case`` go into the case ``into``, or into one of their own ('')."""
        going, staying = map(self._read_all, self._parted(case, mails))
        made = self._made_of(case, going, by, happened) if not into else None
        target = made or self.state.cases.load(into)
        after = target if made else self._taken_in(target, case, going, by, happened)
        moved = self.state.traces.move(
            self._left_by(going, case.id), self._left_by(staying, case.id), case.id, target.id
        )
        self.state.filed_mails.refile(mails, target.id)
        event = MailsSplitOff(target.id, by, self._readings(going), self._readings(staying))
        left = self.carry(decide, case, event, happened)
        self.state.merges.set_apart(case.id, target.id)
        self.state.merges.keep(
            Rearrangement(
                "split" if made else "into", case.id, target.id, case, left,
                None if made else target, after, tuple(mails), moved,
            )
        )  # fmt: skip
        return after

    def _parted(self, case: Case, mails: Sequence[int]) -> tuple[list[int], list[int]]:
        """The mails that go and those that stay, oldest first. Raises OrderError."""
        listed = [one.id for one in self.state.filed_mails.mails_of(case.id)]
        strange = sorted(set(mails) - set(listed))
        if not mails:
            raise OrderError(Refusal.WHICH_MAILS(case=case.id))
        if strange:
            raise OrderError(Refusal.NO_MAIL(case=case.id, number=strange[0]))
        if set(mails) == set(listed):
            raise OrderError(Refusal.NOTHING_LEFT(case=case.id))
        return [one for one in listed if one in mails], [one for one in listed if one not in mails]

    def undo(self, case_id: str, by: str, happened: list[Happening]) -> tuple[str, str]:
        """Undo the last join or split of this case; which two cases that concerned."""
        last = self.state.merges.last(case_id)
        if last is None:
            raise OrderError(Refusal.NOTHING_TO_UNDO(case=case_id))
        if last.what == "join":
            self._part(last, by, happened)
        else:
            self._reunite(last, by, happened)
        self.state.merges.mark_undone(last.id, self.clock.now())
        return last.case_id, last.other_id

    def _part(self, last: Rearrangement, by: str, happened: list[Happening]) -> None:
        now, other = self.state.cases.load(last.case_id), last.other_before
        if other is None or self.state.cases.load(last.other_id).merged_into != last.case_id:
            raise OrderError(Refusal.LIVES_ELSEWHERE(case=last.other_id))
        as_it_was = last.before if is_unchanged(now, last.after) else _taken_apart(now, last)
        self.state.merges.unmerge(last.other_id)
        self.state.merges.set_apart(last.case_id, last.other_id)
        self._put_back(now, as_it_was, by, happened)
        self._put_back(self.state.cases.load(last.other_id), other, by, happened)

    def _reunite(self, last: Rearrangement, by: str, happened: list[Happening]) -> None:
        now, other = self.state.cases.load(last.case_id), self.state.cases.load(last.other_id)
        same = is_unchanged(now, last.after) and is_unchanged(other, last.other_after)
        if not same:
            raise OrderError(Refusal.MORE_HAPPENED(case=now.id, name=other.id))
        self.state.traces.move_back(last.moved, last.case_id, last.other_id)
        self.state.filed_mails.refile(last.mails, last.case_id)
        self.state.logins.unshut(
            [
                one.user
                for one in last.before.transfer.accounts
                if one.origin is AccountOrigin.OPENED
            ]
        )
        self._put_back(now, last.before, by, happened)
        if last.other_before is not None:
            self._put_back(other, last.other_before, by, happened)
            return
        self.carry(decide, other, JoinedInto(now.id, by), happened)
        self.state.merges.merge(other.id, now.id)

    def _put_back(self, now: Case, as_it_was: Case, by: str, happened: list[Happening]) -> None:
        ids = (draft.id for draft in as_it_was.drafts)
        gone = frozenset(one for one in ids if self.state.sent_letters.state(one)[0] in _ON_ITS_WAY)
        self.carry(decide, now, PutBack(unsent(as_it_was, gone), by), happened)

    def _made_of(
        self, case: Case, mails: Sequence[Sheaf], by: str, happened: list[Happening]
    ) -> Case:
        case_id = self.state.cases.next_id(self.mailroom.case_prefix)
        made = self._told(case_id, case, mails)
        return self.carry(decide, made, SplitOff(case.id, by), happened)

    def _taken_in(
        self, target: Case, case: Case, mails: Sequence[Sheaf], by: str, happened: list[Happening]
    ) -> Case:
        """A case that was there takes the mails as it would take a case that holds just them."""
        if target.merged_into or target.id == case.id:
            raise OrderError(Refusal.TAKES_NO_MAILS(case=target.id))
        made = replace(self._told(case.id, case, mails), alive=False)
        return self.carry(decide, target, CaseJoined(made, by), happened)

    def _told(self, case_id: str, origin: Case, mails: Sequence[Sheaf]) -> Case:
        """A case as these mails alone make it: nothing is sent and nothing begun."""
        first, *_ = readings = self._readings(mails)
        title = mails[0].message.subject.strip() or origin.title
        case = open_case(case_id, first, title)
        for sheaf, mail in zip(mails, readings, strict=True):
            case = self.mailroom.with_everybody(sheaf, case)
            event = self.mailroom.event(mail)
            case = remember(case, event, mail.at, self.mailroom.intake.rules).case
        return case

    def _read_all(self, mails: Sequence[int]) -> list[Sheaf]:
        return [self._read(one) for one in mails]

    def _read(self, mail_id: int) -> Sheaf:
        try:
            return self.mailroom.read(self.state.mails.stored(mail_id))
        except UnreadableMail as error:
            raise OrderError(
                Refusal.MAIL_UNREADABLE(number=mail_id, reason=error.reason)
            ) from error

    def _readings(self, mails: Sequence[Sheaf]) -> tuple[Reading, ...]:
        filing = Filing("", FiledBy.BY_HAND)
        return tuple(self.mailroom.intake.reading(one, filing) for one in mails)

    def _left_by(self, mails: Sequence[Sheaf], case_id: str) -> list[Trace]:
        """What these mails and our answers to them left for later mails to be filed by."""
        return [*self._traces(mails, case_id), *self._letters(mails, case_id)]

    def _traces(self, mails: Sequence[Sheaf], case_id: str) -> list[Trace]:
        return [self.mailroom.trace(one, case_id, _people(one)) for one in mails]

    def _letters(self, mails: Sequence[Sheaf], case_id: str) -> list[Trace]:
        """What our own letters left that answer these mails."""
        ids = [one.message.message_id for one in mails if one.message.message_id]
        return [
            Trace(
                case_id, (row.message_id,), "", normal_subject(row.subject), row.to,
                quoted_lines(row.text), row.date,
            )
            for row in self.state.filed_mails.letters_answering(case_id, ids)
        ]  # fmt: skip


def _people(sheaf: Sheaf) -> tuple[str, ...]:
    return tuple(dict.fromkeys(box.email for box in sheaf.message.everybody))


def _taken_apart(now: Case, last: Rearrangement) -> Case:
    return now if last.other_before is None else now.apart(last.before, last.other_before)
