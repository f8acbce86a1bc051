"""An engineer's answer to a notice: each of its drafts leaves, is withdrawn, or is reworded."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.bot.mailed.outcome import Outcome, together
from mailbot.bot.mailed.rewording import reworded
from mailbot.bot.orders import Orders
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft, DraftState
from mailbot.desk.case.parties import Contact
from mailbot.errors import OrderError
from mailbot.obeyed import Obeyed
from mailbot.refusals import Refusal
from mailbot.repositories.notices import Notice, ShownDraft
from mailbot.understanding.said_of_draft import SaidOfDraft, Saying, said_of_drafts

_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class NoticeAnswer:
    """What one mail says of the drafts that the notice ``id`` showed."""

    orders: Orders
    sheaf: Sheaf
    id: str
    notice: Notice

    def carry_out(self) -> Outcome:
        """Do what it says. An answer counts once, and only from who was asked."""
        drafts = tuple(one.id for one in self.notice.drafts)
        said = said_of_drafts(self.sheaf.message.text, drafts, self._signs(), self._readers())
        unclear = not said or any(one.saying is Saying.UNCLEAR for one in said.values())
        refused = [one for one in map(self._refused, self.notice.drafts) if one is not None]
        if len(refused) == len(drafts):
            return together(refused)
        if unclear:
            return self._ask_back(drafts)
        return together(self._of(one, said[one.id]) for one in self.notice.drafts if one.id in said)

    @property
    def _by(self) -> str:
        return self.sheaf.message.sender.email

    def _of(self, shown: ShownDraft, said: SaidOfDraft) -> Outcome:
        refused = self._refused(shown)
        if refused is not None:
            return refused
        case, draft, _ = self.orders.draft(shown.id)
        try:
            outcome = _WAYS[said.saying](self, case, draft, said)
        except OrderError as error:
            told = Obeyed.NOT_DONE(draft=shown.id, reason=error.reason)
            return Outcome((told,), self._shown_again(shown), case.id)
        self._mark_answered(shown.id)
        return outcome

    def _yes(self, case: Case, draft: Draft, said: SaidOfDraft) -> Outcome:
        del case, said
        digest = next(one.digest for one in self.notice.drafts if one.id == draft.id)
        return self._left(self.orders.approve(draft.id, self._by, digest), draft, Obeyed.LEAVES)

    def _no(self, case: Case, draft: Draft, said: SaidOfDraft) -> Outcome:
        because = " ".join(said.text.split())[:_LONGEST_REASON]
        self.orders.reject(draft.id, self._by, because)
        return Outcome((Obeyed.WITHDRAWN(draft=draft.id),), case=case.id)

    def _words(self, case: Case, draft: Draft, said: SaidOfDraft) -> Outcome:
        """They may be a remark: the letter is shown before it leaves."""
        self._edit(case, draft, said)
        return Outcome((Obeyed.WORDS_PUT_IN(draft=draft.id),), (draft.id,), case.id)

    def _letter(self, case: Case, draft: Draft, said: SaidOfDraft) -> Outcome:
        self._edit(case, draft, said)
        after = self.orders.approve(draft.id, self._by)
        return self._left(after, draft, Obeyed.LEAVES_CHANGED)

    def _edit(self, case: Case, draft: Draft, said: SaidOfDraft) -> None:
        letters = self.orders.engine.scribe.letters
        self.orders.edit(draft.id, self._by, reworded(letters, draft, case, said, self._by))

    def _left(self, after: Case, draft: Draft, how: Obeyed) -> Outcome:
        """A guard that no yes overrules keeps it back even now."""
        there = after.draft(draft.id)
        if there is not None and there.state is not DraftState.QUEUED:
            kept = there.withheld[0] if there.withheld else Refusal.NO_LONGER_WAITS(draft=draft.id)
            return Outcome((Obeyed.NOT_DONE(draft=draft.id, reason=kept),), case=after.id)
        if self.orders.engine.state.notes.is_paused():
            return Outcome((Obeyed.LEAVES_AFTER_PAUSE(draft=draft.id),), case=after.id)
        to = ", ".join(there.to if there is not None else draft.to)
        return Outcome((how(draft=draft.id, to=to),), case=after.id)

    def _refused(self, shown: ShownDraft) -> Outcome | None:
        """Why nothing is done about this draft, whatever the answer says."""
        case_id = self.orders.engine.state.merges.current(shown.id.rpartition("/")[0])
        if self._by not in self.notice.readers:
            to = ", ".join(self.notice.readers)
            return Outcome((Obeyed.NOT_YOURS(draft=shown.id, to=to),), case=case_id)
        case = self.orders.case(case_id)
        draft, written = (
            case.draft(shown.id),
            self.orders.engine.state.draft_texts.written(shown.id),
        )
        if draft is None or written is None or draft.state is DraftState.QUEUED:
            return Outcome((self._gone(shown.id)(draft=shown.id),), case=case.id)
        if shown.id in self.notice.answered:
            return Outcome((Obeyed.ANSWERED_BEFORE(draft=shown.id),), case=case.id)
        if case.talk.last_heard is not None and case.talk.last_heard > self.notice.at:
            newer = Obeyed.NOT_DONE(draft=shown.id, reason=Refusal.NEWER_MAIL(draft=shown.id))
            return Outcome((newer,), (shown.id,), case.id)
        if written.digest != shown.digest:
            return Outcome((Obeyed.CHANGED_SINCE(draft=shown.id),), (shown.id,), case.id)
        return None

    def _gone(self, draft_id: str) -> Obeyed:
        state, _ = self.orders.engine.state.sent_letters.state(draft_id)
        return Obeyed.WITHDRAWN_BEFORE if state in ("", "withdrawn") else Obeyed.LEFT_BEFORE

    def _shown_again(self, shown: ShownDraft) -> tuple[str, ...]:
        """A draft that was written anew is shown as it is now."""
        written = self.orders.engine.state.draft_texts.written(shown.id)
        return (shown.id,) if written is not None and written.digest != shown.digest else ()

    def _ask_back(self, drafts: tuple[str, ...]) -> Outcome:
        """Once: who is unclear twice is better off with the page, and programs don't go on."""
        state, case_id = self.orders.engine.state, drafts[0].rpartition("/")[0]
        named = ", ".join(drafts)
        if self.notice.asked_back:
            return Outcome((Obeyed.STILL_UNCLEAR(draft=named),), case=state.merges.current(case_id))
        state.notices.keep(self.id, replace(self.notice, asked_back=True))
        one = len(drafts) == 1
        told = Obeyed.SAY_IT_CLEARLY(draft=named) if one else Obeyed.SAY_WHICH()
        return Outcome((told,), case=state.merges.current(case_id))

    def _mark_answered(self, draft_id: str) -> None:
        state = self.orders.engine.state
        _, notice = state.notices.answered([self.id]) or (self.id, self.notice)
        state.notices.mark_answered(self.id, notice, [draft_id])

    def _signs(self) -> tuple[str, ...]:
        """The names by which the writer may sign below their words."""
        sender = self.sheaf.message.sender
        cases = {one.id.rpartition("/")[0] for one in self.notice.drafts}
        known = (dict(self.orders.case(one).parties.names).get(sender.email, "") for one in cases)
        return (sender.name, sender.email, *known, *sender.email.partition("@")[0].split("."))

    def _readers(self) -> tuple[str, ...]:
        return tuple(name for one in self.notice.drafts for name in self._greeted(one.id))

    def _greeted(self, draft_id: str) -> Iterator[str]:
        """How those whom a draft goes to are called in a salutation."""
        case_id = self.orders.engine.state.merges.current(draft_id.rpartition("/")[0])
        case = self.orders.case(case_id)
        draft = case.draft(draft_id)
        for contact in map(case.parties.contact, draft.to if draft is not None else ()):
            yield from _called(contact) if contact is not None else ()


def _called(contact: Contact) -> Iterator[str]:
    """Zhou Min, Zhou, Min; 周敏, 周; and as the engineers greeted them last."""
    yield from (contact.name, *contact.name.split())
    if contact.name and not contact.name.isascii():
        yield contact.name[0]
    greeted = contact.salutation.removeprefix("Dear ").strip(" ,，:：")
    yield greeted.removesuffix("您好").removesuffix("你好").strip(" ,，")


_WAYS = {
    Saying.YES: NoticeAnswer._yes,
    Saying.NO: NoticeAnswer._no,
    Saying.WORDS: NoticeAnswer._words,
    Saying.LETTER: NoticeAnswer._letter,
}
