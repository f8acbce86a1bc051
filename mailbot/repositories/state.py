"""The whole state of the bot: every port of it, and one transaction over all of them."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from mailbot.repositories.cases import Alarms, CaseLists, Cases
from mailbot.repositories.conversations import Conversations
from mailbot.repositories.corrections import Corrections
from mailbot.repositories.draft_copies import DraftCopies
from mailbot.repositories.draft_texts import DraftTexts
from mailbot.repositories.filed_mails import FiledMails
from mailbot.repositories.logins import Logins
from mailbot.repositories.mails import Mails, Verdicts
from mailbot.repositories.memory import Memory
from mailbot.repositories.merges import Merges
from mailbot.repositories.notes import Hearing, Notes
from mailbot.repositories.notices import DraftNotices
from mailbot.repositories.outbox import LetterQueue
from mailbot.repositories.presences import Presences
from mailbot.repositories.seals import Secrets
from mailbot.repositories.search import Search
from mailbot.repositories.sent_letters import SentLetters
from mailbot.repositories.statistics import Statistics
from mailbot.repositories.traces import MailTraces
from mailbot.repositories.users import Sessions, Users


class Database(Protocol):
    """What holds it all."""

    def transaction(self) -> AbstractContextManager[None]:
        """A transaction over all ports; inner ones join the outer one."""

    def care(self) -> None:
        """Nightly maintenance."""

    def close(self) -> None: ...


@dataclass(eq=False)
class State:
    """A store is one such value; whoever needs one thing asks for its port alone."""

    mails: Mails
    verdicts: Verdicts
    cases: Cases
    case_lists: CaseLists
    alarms: Alarms
    memory: Memory
    traces: MailTraces
    merges: Merges
    filed_mails: FiledMails
    draft_texts: DraftTexts
    outbox: LetterQueue
    sent_letters: SentLetters
    logins: Logins
    notes: Notes
    hearing: Hearing
    corrections: Corrections
    conversations: Conversations
    search: Search
    users: Users
    sessions: Sessions
    statistics: Statistics
    draft_copies: DraftCopies
    notices: DraftNotices
    presences: Presences
    vault: Secrets
    database: Database

    def transaction(self) -> AbstractContextManager[None]:
        """A transaction over all ports; inner ones join the outer one."""
        return self.database.transaction()

    def care(self) -> None:
        """Nightly maintenance."""
        self.database.care()

    def close(self) -> None:
        self.database.close()
