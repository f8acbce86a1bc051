"""The sheet one decision is worked out on: the case so far, what is ordered, and why."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from mailbot.because import Because
from mailbot.desk.case.actions import Action, Decision, Withdraw, Write
from mailbot.desk.case.case import Case, step
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState, Send
from mailbot.desk.case.holds import Need
from mailbot.desk.case.rulebook import Departure, Rules
from mailbot.desk.case.step import Step
from mailbot.desk.decisions.case_in_hand import CaseInHand
from mailbot.desk.decisions.new_draft import bound, new_draft
from mailbot.desk.decisions.word_to_staff import WordToStaff
from mailbot.mail.message import Trust
from mailbot.reasons import Reason
from mailbot.understanding.understood import CERTAIN

_GAP = Because.GAP()
_NO_ADDRESS = Because.NO_ADDRESS()
_TIMES = {Send.OFF: 0, Send.APPROVE: 1, Send.ANNOUNCE: 2, Send.AUTO: 3}


class Sheet(CaseInHand):
    """Holds one decision while it is made; `decision()` is what comes of it."""

    def __init__(self, case: Case, now: datetime, rules: Rules) -> None:
        super().__init__(case)
        self.now = now
        self.rules = rules
        self.actions: list[Action] = []
        self.because: list[Reason] = []
        self._word = WordToStaff()
        self._begun: list[Draft] = []

    def local(self, moment: datetime) -> str:
        """A moment as the desk's people read it."""
        return f"{self.rules.calendar.local(moment):%Y-%m-%d %H:%M}"

    def say(self, reason: Reason) -> None:
        if reason not in self.because:
            self.because.append(reason)

    def order(self, action: Action) -> None:
        self.actions.append(action)

    def move(self, how: Step, reason: Reason) -> None:
        """Take one step of the case's life. Our turn begins when it was not ours before."""
        self.say(reason)
        was = self.case.status
        self.case = step(self.case, how, self.now)
        if how is Step.WE_OWE and self.case.status is not was:
            self.clocks = replace(self.clocks, owed_since=self.now)

    def tell(self, note: Reason) -> None:
        """Tell the case's engineer, in this decision's one staff letter."""
        self._word.tell(note)

    def tell_lead(self, note: Reason) -> None:
        self._word.tell_lead(note)

    def need(self, what: Reason) -> None:
        """Something only a person can settle: told once, and kept until somebody acts."""
        self._stand(Need(what, self.now))

    def hold_for(self, what: Reason) -> None:
        """The same, and the desk begins nothing towards the customer while it stands."""
        self._stand(Need(what, self.now, holds=True))

    def _stand(self, need: Need) -> None:
        if not self.holds.needed(need.what):
            self.tell(need.what)
            self.holds = self.holds.with_need(need)

    def show(self, draft: Draft) -> None:
        """Show a draft that waits to the case's engineer."""
        self._word.show(draft)

    def remind(self, to: Sequence[str], drafts: Sequence[Draft]) -> None:
        """Show these drafts to these of our people once more."""
        self._word.remind(to, drafts)

    def withdraw(self, which: Callable[[Draft], bool], because: Reason) -> tuple[Draft, ...]:
        """Take back the unedited drafts that `which` names; an edited one is kept and flagged."""
        gone = tuple(draft for draft in self.drafts if which(draft) and not draft.edited)
        for draft in self.drafts:
            if which(draft) and draft.edited:
                self.tell(Because.EDITED_AND_KEPT(draft=draft.id, reason=because))
        for draft in gone:
            self.order(Withdraw(draft, because))
        self.drafts = tuple(draft for draft in self.drafts if draft not in gone)
        return gone

    def write(self, draft: Draft) -> Draft | None:
        """Put a letter on the sheet; it leaves at once where it may, else it waits for a yes.

        While a draft to the customer awaits a yes no second one is written.
        """
        draft = self._settled(draft)
        if draft.send is Send.OFF:
            self.say(Because.SWITCHED_OFF(letters="+".join(draft.letters)))
            return None
        waits = draft.state is DraftState.WAITING
        if waits and draft.audience is Audience.CUSTOMER and self._blocked_by_waiting_draft(draft):
            return None
        self.case = replace(self.case, letters=self.case.letters + 1)
        draft = replace(draft, id=f"{self.case.id}/{self.case.letters}")
        self.drafts = (*self.drafts, draft)
        self.order(Write(draft))
        if waits and draft.audience is not Audience.STAFF:
            self.show(draft)
        return draft

    def begin(
        self, letter: str, content: Content, answers: str = "", due: datetime | None = None
    ) -> None:
        """A part the desk begins, to the one who owes, alone; all of them leave as one letter.

        What answers a mail late is held to what that mail was worth, and to its due date.
        """
        to = self.parties.counterpart or next(iter(self.parties.customers), "")
        contact = self.parties.contact(to)
        draft = new_draft((letter,), Audience.CUSTOMER, (to,) if to else (), self.now, content)
        lang = contact.lang if contact is not None else ""
        draft = replace(draft, lang=lang, answers=answers)
        if answers:
            draft = replace(
                draft,
                trust=self.talk.last_trust,
                confidence=self.talk.last_confidence,
                arrived=due,
            )
        elif contact is not None and not (contact.verified or contact.confirmed):
            draft = replace(draft, trust=Trust.NONE)
        self._begun.append(draft)

    def decision(self) -> Decision:
        if self._begun:
            self.write(bound(self._begun))
        for letter in self._word.letters(self.case, self.rules, self.now):
            self.write(letter)
        return Decision(self.case, tuple(self.actions), tuple(self.because))

    def _blocked_by_waiting_draft(self, draft: Draft) -> bool:
        waiting = (one for one in self.drafts if one.audience is Audience.CUSTOMER)
        if not any(one.waits and set(one.to) & set(draft.to) for one in waiting):
            return False
        self.say(Because.DRAFT_WAITS())
        self.tell(Because.EARLIER_DRAFT_WAITS(letters="+".join(draft.letters)))
        return True

    def _settled(self, draft: Draft) -> Draft:
        specs = sorted((self.rules.letters[name] for name in draft.letters), key=lambda s: s.order)
        steps = [spec.then for spec in specs if spec.then is not None]
        draft = replace(
            draft,
            letters=tuple(spec.name for spec in specs),
            written=self.now,
            send=min((spec.send for spec in specs), key=_TIMES.__getitem__),
            secret=any(spec.secret for spec in specs),
            gap=any(spec.gap for spec in specs),
            then=draft.then or (Step.WE_OWE if Step.WE_OWE in steps else next(iter(steps), None)),
            lang=draft.lang or self.rules.lang,
        )
        if draft.secret:
            draft = replace(draft, cc=())
        draft = replace(draft, send=self._send(draft))
        draft = replace(draft, withheld=self._withheld(draft))
        return replace(draft, state=self._state(draft))

    def _send(self, draft: Draft) -> Send:
        """What answers a mail leaves by itself only where the mail was read for certain."""
        if draft.send is not Send.AUTO or draft.confidence >= CERTAIN:
            return draft.send
        sure = f"{draft.confidence:.2f}"
        self.say(Because.NOT_SURE_ENOUGH(letters="+".join(draft.letters), count=sure))
        return Send.APPROVE

    def _state(self, draft: Draft) -> DraftState:
        leaves = draft.send in (Send.AUTO, Send.ANNOUNCE) and not draft.withheld
        return DraftState.QUEUED if leaves else DraftState.WAITING

    def departure(self, draft: Draft) -> Departure:
        """The draft as if it left now."""
        return Departure(draft, self.case, self.now, self.rules.calendar)

    def _withheld(self, draft: Draft) -> tuple[Reason, ...]:
        if draft.audience is Audience.STAFF:
            return ()
        leaving = self.departure(draft)
        reasons = [veto for guard in self.rules.guards if (veto := guard.veto(leaving)) is not None]
        if draft.gap:
            reasons.append(_GAP)
        if not draft.to:
            reasons.append(_NO_ADDRESS)
        if self._is_stale(draft):
            reasons.append(Because.STALE())
        if draft.send is not Send.APPROVE and draft.secret and not self._confirmed(draft):
            reasons.append(Because.SECRET_UNCONFIRMED())
        return tuple(reasons)

    def _is_stale(self, draft: Draft) -> bool:
        return (
            draft.arrived is not None
            and draft.send is not Send.APPROVE
            and self.now - draft.arrived > self.rules.stale_after
        )

    def _confirmed(self, draft: Draft) -> bool:
        contacts = map(self.parties.contact, draft.to)
        return all(contact is not None and contact.confirmed for contact in contacts)
