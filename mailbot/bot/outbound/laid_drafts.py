"""The Drafts folder and the drafts that wait: what one of them says, the other says too.

Whatever breaks off, the next look sets it right: each step is found again by what lies there.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from mailbot.bot.engine import Engine
from mailbot.bot.inbound.hand_text import body_text, words_of
from mailbot.bot.orders import Orders
from mailbot.bot.outbound.headers import answered, thread
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft, DraftState
from mailbot.desk.case.events import DraftGone
from mailbot.drafts_port import DraftsFolder, LaidDraft
from mailbot.errors import ChannelDown, OrderError
from mailbot.mail.compose import Outgoing, compose
from mailbot.mail.message import Address
from mailbot.mail.own_ids import own_draft_id, read_own_draft_id
from mailbot.ports import Written
from mailbot.repositories.draft_copies import DraftCopy

ASKED_AFTER = timedelta(minutes=10)
# the fingerprint of no text: the draft waits no more, and what lies there is a person's own
_LEFT_THERE = "left"
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that waits for a yes, with its case and its text."""

    case: Case
    draft: Draft
    written: Written


def agree(engine: Engine) -> None:
    """Make the Drafts folder and the waiting drafts say the same; later, if it can't be read."""
    try:
        folder = engine.channel.drafts_folder()
        if folder is not None:
            LaidDrafts(engine, folder).agree()
    except ChannelDown as error:
        log.info("drafts.later", error=str(error))


@dataclass(frozen=True, slots=True)
class LaidDrafts:
    """One look at the folder."""

    engine: Engine
    folder: DraftsFolder

    def agree(self) -> None:
        """Take up what people changed, then lay down, renew and take away. Raises ChannelDown."""
        there, known = self._there(), self.engine.state.draft_copies.all()
        waiting = self._waiting()
        for draft_id, laid in there.items():
            if draft_id in waiting:
                self._look_at(waiting[draft_id], laid[-1], known.get(draft_id))
            else:
                self._take_away(draft_id, laid, known.get(draft_id))
        for draft_id, one in waiting.items():
            if draft_id not in there:
                self._missing(one, known.get(draft_id))
        for draft_id in known.keys() - waiting.keys() - there.keys():
            self.engine.state.draft_copies.forget(draft_id)

    def _there(self) -> Mapping[str, list[LaidDraft]]:
        """What lies there of ours, by draft, oldest first; others' mails are nobody's business."""
        found: dict[str, list[LaidDraft]] = defaultdict(list)
        for one in self.folder.laid():
            named = (read_own_draft_id(id_, self.engine.outbox.key) for id_ in one.ids)
            draft_id = next(filter(None, named), None)
            if draft_id is not None:
                found[draft_id].append(one)
        return found

    def _waiting(self) -> Mapping[str, Waiting]:
        """What waits for a yes; what may have left already is no draft to be sent."""
        found = {}
        for case in self.engine.state.case_lists.with_drafts():
            for draft in case.drafts:
                written = self.engine.state.draft_texts.written(draft.id)
                is_ours = draft.audience is Audience.STAFF
                if draft.state is DraftState.WAITING and not is_ours and written is not None:
                    found[draft.id] = Waiting(case, draft, written)
        return found

    def _look_at(self, one: Waiting, laid: LaidDraft, copy: DraftCopy | None) -> None:
        """It lies there: as we laid it, changed by a person, or behind what we wrote since."""
        mine = words_of(one.written.text)
        if copy is not None and (copy.seen, copy.words) == (laid.key, mine):
            self._came_back(copy)
            return
        text = self._text(laid.key)
        if text is None:
            return
        theirs, last = words_of(text), copy.words if copy is not None else ""
        if theirs == mine:
            self._keep(DraftCopy(one.draft.id, mine, laid.key))
        elif last == mine:
            self._take_up(one, laid, text)
        else:
            # written anew here: what lies there goes, unless a person changed it meanwhile
            if theirs == last:
                self.folder.take(laid.key)
            self._lay(one)

    def _take_up(self, one: Waiting, laid: LaidDraft, text: str) -> None:
        """A person changed it there: that is the draft now; not while a gap or a seal is broken."""
        engine = self.engine
        by = one.case.parties.engineer or engine.outbox.desk.email
        try:
            Orders(engine).edit(one.draft.id, by, text)
        except OrderError as error:
            log.info("drafts.not_taken_up", draft=one.draft.id, error=str(error))
        written = engine.state.draft_texts.written(one.draft.id) or one.written
        self._keep(DraftCopy(one.draft.id, words_of(written.text), laid.key))

    def _take_away(self, draft_id: str, laid: Sequence[LaidDraft], copy: DraftCopy | None) -> None:
        """It waits no more; what a person wrote there since is theirs to keep."""
        seen, ours = (copy.seen, copy.words) if copy is not None else ("", "")
        if (seen, ours) == (laid[-1].key, _LEFT_THERE):
            return
        written = self.engine.state.draft_texts.written(draft_id)
        known = {ours, words_of(written.text) if written is not None else ours}
        for one in laid:
            text = None if seen == one.key else self._text(one.key)
            if text is None or words_of(text) in known:
                self.folder.take(one.key)
        self._keep(DraftCopy(draft_id, _LEFT_THERE, laid[-1].key))

    def _missing(self, one: Waiting, copy: DraftCopy | None) -> None:
        """It was never laid, was written anew, or somebody took it away: that is asked, once."""
        now = self.engine.clock.now()
        if copy is None or not copy.seen or copy.words != words_of(one.written.text):
            self._lay(one)
        elif copy.gone is None:
            self._keep(replace(copy, gone=now))
        elif not copy.asked and now - copy.gone >= ASKED_AFTER:
            with self.engine.state.transaction():
                self._keep(replace(copy, asked=True))
                self.engine.handle(one.case.id, DraftGone(one.draft.id))

    def _came_back(self, copy: DraftCopy) -> None:
        if copy.gone is not None:
            self._keep(replace(copy, gone=None, asked=False))

    def _lay(self, one: Waiting) -> None:
        # first noted: what lies there and is not known would pass for a person's words
        copy = DraftCopy(one.draft.id, words_of(one.written.text))
        self._keep(copy)
        key = self.folder.lay(self._copy(one), self.engine.clock.now())
        self._keep(replace(copy, seen=key))

    def _keep(self, copy: DraftCopy) -> None:
        self.engine.state.draft_copies.keep(copy)

    def _text(self, key: str) -> str | None:
        """All that a mail in the folder says; None where it is gone or can't be read."""
        raw = self.folder.read(key)
        return body_text(raw) if raw else None

    def _copy(self, one: Waiting) -> bytes:
        """The letter as it would leave, text alone; with a seal in it, it has no To."""
        outbox, draft, case = self.engine.outbox, one.draft, one.case
        own = own_draft_id(draft.id, outbox.key, outbox.desk.domain)
        to, cc = ((), ()) if draft.secret else (draft.to, draft.cc)
        return compose(
            Outgoing(
                message_id=own,
                sender=outbox.desk,
                to=tuple(map(Address, to)),
                cc=tuple(map(Address, cc)),
                subject=one.written.subject,
                date=draft.written,
                text=one.written.text,
                boundary=own.partition("@")[0],
                in_reply_to=answered(draft, case),
                # programs give what they send an id of their own, and keep what it refers to
                references=(*thread(draft, case), own),
            )
        )
