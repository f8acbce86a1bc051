"""What a human orders, from the terminal or a page: checked, then handled as an event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr

from mailbot.bot.approval import address_of, check_dates, check_seals
from mailbot.bot.engine import Engine
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft, DraftState
from mailbot.desk.case.life import Status
from mailbot.desk.case.ordered import (
    AccountRenewed,
    AccountsShut,
    CaseNoted,
    CloseOrdered,
    ContactLogged,
    DraftApproved,
    DraftEdited,
    DraftRejected,
    DraftTakenBack,
    HandOverOrdered,
    HoldLifted,
    HoldPlaced,
    ReadOnlyAccountOrdered,
    ReopenOrdered,
    Taken,
    WaitOrdered,
    WatchOrdered,
)
from mailbot.desk.people.role import Role
from mailbot.errors import OrderError
from mailbot.letters import has_gap
from mailbot.ports import Written
from mailbot.refusals import Refusal
from mailbot.understanding.intent import Side
from mailbot.understanding.understand import understand
from mailbot.understanding.understood import Mention

_AT_ONCE = timedelta()
# a letter of the outbox that has not begun to leave
_STILL_HERE = ("queued", "claimed")


@dataclass(frozen=True, slots=True)
class Orders:
    """Every order names the case or the draft, and who gives it."""

    engine: Engine

    def case(self, case_id: str) -> Case:
        """The case of that id. Raises OrderError where there is none."""
        case = self.engine.state.cases.find(case_id) or self.engine.state.cases.find(
            case_id.upper()
        )
        if case is None:
            raise OrderError(Refusal.NO_CASE(case=case_id))
        return case

    def draft(self, draft_id: str) -> tuple[Case, Draft, Written]:
        """The draft, its case and its text. Raises OrderError where there is none."""
        if "/" not in draft_id:
            raise OrderError(Refusal.NO_DRAFT(name=draft_id))
        draft_id = draft_id.upper()
        case = self.case(draft_id.rpartition("/")[0])
        draft, written = case.draft(draft_id), self.engine.state.draft_texts.written(draft_id)
        if draft is None or written is None:
            raise OrderError(Refusal.NO_LONGER_WAITS(draft=draft_id))
        return case, draft, written

    def approve(
        self, draft_id: str, by: str, digest: str = "", to: str = "", undo: timedelta = _AT_ONCE
    ) -> Case:
        """Let it leave. The text sent is the text approved: `digest` is that of what was seen.

        ``to``: the address of a packet that has none, one of the second line's; ``undo``: for how
        long the yes can be taken back.
        """
        case, draft, written = self.draft(draft_id)
        draft_id = draft.id
        seen = digest or written.digest
        if draft.state is DraftState.QUEUED:
            raise OrderError(Refusal.ON_ITS_WAY(draft=draft_id))
        if seen != written.digest:
            raise OrderError(Refusal.HAS_CHANGED(draft=draft_id))
        if draft.gap:
            raise OrderError(Refusal.GAP_TO_FILL(draft=draft_id))
        check_seals(draft, written, written.text, self.engine.state.vault.opens)
        check_dates(self.engine, case, draft, written)
        address = address_of(self.engine, draft, to)
        leaves = self.engine.clock.now() + undo if undo else None
        return self.engine.handle(case.id, DraftApproved(draft_id, by, seen, address, leaves))

    def take_back(self, draft_id: str, by: str) -> Case:
        """Take a yes back. Raises OrderError where the letter has left, or is leaving."""
        case, draft, _ = self.draft(draft_id)
        with self.engine.state.transaction():
            state, _ = self.engine.state.sent_letters.state(draft.id)
            if state not in _STILL_HERE:
                raise OrderError(Refusal.LEFT_ALREADY(draft=draft.id))
            return self.engine.handle(case.id, DraftTakenBack(draft.id, by))

    def reject(self, draft_id: str, by: str, because: str = "") -> Case:
        case, _, _ = self.draft(draft_id)
        return self.engine.handle(case.id, DraftRejected(draft_id, by, because))

    def edit(self, draft_id: str, by: str, text: str) -> Case:
        """Put this text in place of the draft's; what it says is then the engineer's own."""
        case, draft, written = self.draft(draft_id)
        if draft.state is DraftState.QUEUED:
            raise OrderError(Refusal.ON_ITS_WAY(draft=draft_id))
        if has_gap(text):
            raise OrderError(Refusal.GAP_STILL_THERE(draft=draft_id))
        if not text.strip():
            raise OrderError(Refusal.EMPTY_LETTER())
        check_seals(draft, written, text, self.engine.state.vault.opens)
        with self.engine.state.transaction():
            self.engine.state.draft_texts.keep_edited(draft.id, text)
            return self.engine.handle(case.id, DraftEdited(draft_id, by, self._mentions(text)))

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        """What an engineer asks for in their own words."""
        rules, now = self.engine.rules, self.engine.clock.now()
        said = understand(text, "", "", (), Side.STAFF, rules.intents, rules.items, now)
        return said.mentions

    def renew_account(self, case_id: str, by: str, person: str = "") -> Case:
        """Draft a letter with a new password for this person, the one customer if left out."""
        case = self._on_our_server(case_id)
        return self.engine.handle(case.id, AccountRenewed(by, self._customer(case, person)))

    def open_read_only(self, case_id: str, by: str, person: str) -> Case:
        """Draft a letter that brings one of the second line a login which only fetches files."""
        case = self._on_our_server(case_id)
        people, address = self.engine.mailroom.intake.people, parseaddr(person)[1].lower()
        if people.claimed(address) is not Role.SECOND_LINE:
            raise OrderError(
                Refusal.WHICH_OF_SECOND_LINE(known=", ".join(people.second_line))
                if people.second_line
                else Refusal.NO_SECOND_LINE()
            )
        return self.engine.handle(case.id, ReadOnlyAccountOrdered(by, address))

    def _on_our_server(self, case_id: str) -> Case:
        """The open case, if it is on us to open its logins. Raises OrderError."""
        case = self._not_closed(case_id)
        if not self.engine.rules.opens_accounts:
            raise OrderError(Refusal.NO_UPLOAD_SERVER())
        if any(not one.is_ours for one in case.transfer.accounts):
            raise OrderError(Refusal.LOGIN_ELSEWHERE(case=case.id))
        return case

    def shut_accounts(self, case_id: str, by: str, person: str = "") -> Case:
        case = self.case(case_id)
        return self.engine.handle(case.id, AccountsShut(by, self._holder(case, person)))

    def _holder(self, case: Case, person: str) -> str:
        """Who has a login in the case; '' for everybody. Raises OrderError."""
        named = parseaddr(person)[1].lower()
        if not person or any(one.person == named for one in case.transfer.accounts):
            return named
        return self._customer(case, person)

    def _customer(self, case: Case, person: str) -> str:
        """The customer of the case who is meant. Raises OrderError."""
        named = parseaddr(person)[1].lower()
        known = case.parties.contact(named) if named else None
        if known is not None:
            return known.email
        if not person and len(case.parties.customers) == 1:
            return case.parties.customers[0]
        if not case.parties.customers:
            raise OrderError(Refusal.NO_CUSTOMER(case=case.id))
        raise OrderError(
            Refusal.WHICH_CUSTOMER(case=case.id, known=", ".join(case.parties.customers))
        )

    def told(self, case_id: str, by: str, note: str = "") -> Case:
        return self.engine.handle(self.case(case_id).id, ContactLogged(by, note))

    def take(self, case_id: str, by: str) -> Case:
        return self.engine.handle(self.case(case_id).id, Taken(by))

    def hold(self, case_id: str, by: str) -> Case:
        return self.engine.handle(self.case(case_id).id, HoldPlaced(by))

    def lift(self, case_id: str, by: str) -> Case:
        return self.engine.handle(self.case(case_id).id, HoldLifted(by))

    def watch(self, case_id: str, by: str, lasts: timedelta) -> Case:
        case = self._not_closed(case_id)
        until = self.engine.clock.now() + lasts
        return self.engine.handle(case.id, WatchOrdered(by, until))

    def wait(self, case_id: str, by: str, until: datetime) -> Case:
        """Nothing that the desk begins leaves before then. Raises OrderError for the past."""
        case = self._not_closed(case_id)
        if until <= self.engine.clock.now():
            raise OrderError(Refusal.DAY_OVER(day=f"{until:%Y-%m-%d}"))
        return self.engine.handle(case.id, WaitOrdered(by, until))

    def hand_over(self, case_id: str, by: str) -> Case:
        """Draft the packet for the second line."""
        return self.engine.handle(self._not_closed(case_id).id, HandOverOrdered(by))

    def note(self, case_id: str, by: str, text: str) -> Case:
        """A word among us, for the journal. Raises OrderError for an empty one."""
        if not text.strip():
            raise OrderError(Refusal.NOTE_EMPTY())
        return self.engine.handle(self.case(case_id).id, CaseNoted(by, text.strip()))

    def close(self, case_id: str, by: str) -> Case:
        return self.engine.handle(self._not_closed(case_id).id, CloseOrdered(by))

    def reopen(self, case_id: str, by: str) -> Case:
        case = self.case(case_id)
        if case.status is not Status.CLOSED:
            raise OrderError(Refusal.CASE_NOT_CLOSED(case=case.id))
        return self.engine.handle(case.id, ReopenOrdered(by))

    def join(self, case_id: str, other_id: str, by: str) -> Case:
        """The other case lives on in this."""
        case, other = self._alone(case_id), self._alone(other_id)
        if case.id == other.id:
            raise OrderError(Refusal.ONE_CASE(case=case.id))
        return self.engine.join(case.id, other.id, by)

    def split(self, case_id: str, mails: Sequence[int], by: str, into: str = "") -> Case:
        """These mails go into a case of their own, or into another; the case they are in now."""
        if into:
            self._alone(into)
        return self.engine.split(self._alone(case_id).id, mails, into, by)

    def undo(self, case_id: str, by: str) -> tuple[str, str]:
        """Undo the last join or split; which two cases that concerned."""
        return self.engine.undo(self.case(case_id).id, by)

    def _alone(self, case_id: str) -> Case:
        case = self.case(case_id)
        if case.merged_into:
            raise OrderError(Refusal.CASE_LIVES_ON(case=case_id, name=case.merged_into))
        return case

    def _not_closed(self, case_id: str) -> Case:
        case = self.case(case_id)
        if case.status is Status.CLOSED:
            raise OrderError(Refusal.CASE_CLOSED(case=case.id))
        return case
