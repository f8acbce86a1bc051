"""Tells by chat, too, that a notice has left by mail."""

from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.chat_port import Chat
from mailbot.desk.case.rulebook import Occasion
from mailbot.letters.chat_words import chat_words
from mailbot.repositories.outbox import OutboxRow
from mailbot.repositories.state import State

# the morning's list and answers to orders wait for nobody at a telephone
_TOLD = frozenset({Occasion.DRAFT_WAITS, Occasion.PERSON_NEEDED})


@dataclass(frozen=True, slots=True)
class ChatNotices:
    """A notice of a waiting draft, or of a case that needs a person, in a line to each reader."""

    state: State
    chat: Chat
    lang: str
    link: str

    def left(self, row: OutboxRow) -> None:
        """This letter has left."""
        if not row.to_staff or not row.case_id or _TOLD.isdisjoint(row.letters):
            return
        case = self.state.merges.current(row.case_id)
        needed = Occasion.PERSON_NEEDED in row.letters
        how = {"lang": self.lang, "link": self.link}
        text = chat_words(self._waiting(row), case, needed=needed, **how)
        for reader in row.to:
            self.chat.say(reader, text)

    def _waiting(self, row: OutboxRow) -> Sequence[str]:
        """The case of each draft that the letter shows."""
        if Occasion.DRAFT_WAITS not in row.letters:
            return ()
        kept = self.state.notices.answered([row.message_id])
        shown = [draft.id for draft in kept[1].drafts] if kept is not None else []
        return [self.state.merges.current(one.rpartition("/")[0]) for one in shown or [row.id]]
