"""Notices of waiting drafts: bundled for each reader, and kept so that they can be answered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailbot.because import Because
from mailbot.bot.outbound.shown_texts import shown_texts
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft
from mailbot.desk.case.events import DraftStopped, Event, LetterLeft
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.ports import Clock, Letters
from mailbot.repositories.notices import Notice, ShownDraft
from mailbot.repositories.outbox import OutboxRow
from mailbot.repositories.state import State

# a customer who presses; a draft that somebody has just taken away
_AT_ONCE = (Because.PRESSES, Because.GONE_FROM_DRAFTS)

Handle = Callable[[str, Event], Case]


@dataclass(frozen=True, slots=True)
class NoticeBundles:
    """One notice to a reader in a while (``every``): what comes meanwhile waits for the next."""

    state: State
    letters: Letters
    clock: Clock
    lang: str
    every: timedelta

    def leaves(self, draft: Draft, now: datetime) -> datetime:
        """When a letter to our people leaves; some things wait for no bundle."""
        is_urgent = any(note.kind in _AT_ONCE for note in draft.content.notes)
        if Occasion.DRAFT_WAITS not in draft.letters or is_urgent:
            return now
        last = self.state.notices.last_at(draft.to, now - self.every)
        return now if last is None else max(now, last + self.every)

    def keep(self, message_id: str, to: tuple[str, ...], drafts: Iterable[str]) -> None:
        """What an answer to this notice will be about."""
        texts = {one: self.state.draft_texts.written(one) for one in drafts}
        shown = tuple(ShownDraft(one, text.digest) for one, text in texts.items() if text)
        if shown:
            self.state.notices.keep(message_id, Notice(self.clock.now(), to, shown))

    def gathered(self, row: OutboxRow, handle: Handle) -> OutboxRow | None:
        """The notice as it leaves: with all others to its reader, without what waits no more.

        None where nothing of it is left to be said. In one transaction: the others have left
        with this one.
        """
        if Occasion.DRAFT_WAITS not in row.letters:
            return row
        with self.state.transaction():
            others = self.state.notices.queued(row.to, row.id)
            content = self._content((row, *others))
            for other in others:
                self.state.outbox.mark(other.id, "bundled")
                handle(other.case_id, LetterLeft(other.id, row.message_id))
            if not content.drafts and not content.notes:
                self.state.outbox.mark(row.id, "withdrawn")
                handle(row.case_id, DraftStopped(row.id, (Because.WITHDRAWN(),)))
                return None
            return self._written_anew(row, content)

    def _content(self, rows: Sequence[OutboxRow]) -> Content:
        content = Content()
        for row in rows:
            draft = self.state.cases.load(self.state.merges.current(row.case_id)).draft(row.id)
            if draft is not None:
                content = content.joined(draft.content)
        return replace(content, drafts=tuple(one.id for one in self._waiting(content.drafts)))

    def _waiting(self, ids: Sequence[str]) -> list[Draft]:
        cases = (
            self.state.cases.find(self.state.merges.current(one.rpartition("/")[0])) for one in ids
        )
        found = (case.draft(one) for one, case in zip(ids, cases, strict=True) if case is not None)
        return [draft for draft in found if draft is not None and draft.waits]

    def _written_anew(self, row: OutboxRow, content: Content) -> OutboxRow:
        now, drafts = self.clock.now(), self._waiting(content.drafts)
        parts = (Occasion.DRAFT_WAITS,) if drafts else ()
        needed = (Occasion.PERSON_NEEDED,) if content.notes else ()
        letter = new_draft((*parts, *needed), Audience.STAFF, row.to, now, content)
        texts = shown_texts(self.state, drafts)
        case = self._about(row, drafts)
        written = self.letters.write(replace(letter, lang=self.lang), case, texts)
        anew = replace(row, subject=written.subject, text=written.text, letters=letter.letters)
        self.state.outbox.rewrite(anew)
        self.keep(row.message_id, row.to, content.drafts)
        return anew

    def _about(self, row: OutboxRow, drafts: Sequence[Draft]) -> Case:
        """The one case it is about; of several, one without a number that has their drafts."""
        cases = {self.state.merges.current(one.id.rpartition("/")[0]) for one in drafts}
        if len(cases) > 1:
            return Case(id="", title="", opened=self.clock.now(), drafts=tuple(drafts))
        return self.state.cases.load(next(iter(cases), self.state.merges.current(row.case_id)))
