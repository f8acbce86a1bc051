"""Which mails and letters lie in a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mailbot.repositories.outbox import OutboxRow


@dataclass(frozen=True, slots=True)
class FiledMail:
    """A mail of a case: its number, and by which evidence it was filed."""

    id: int
    name: str
    at: datetime | None
    by: str


class FiledMails(Protocol):
    """Which mails and letters lie in a case."""

    def mails_of(self, case_id: str) -> list[FiledMail]:
        """The mails of a case and of those merged into it, in order of arrival."""

    def refile(self, mails: Sequence[int], case_id: str) -> None: ...
    def letters_answering(self, case_id: str, message_ids: Sequence[str]) -> list[OutboxRow]:
        """Our letters of a case that answer one of these mails."""

    def letter_of(self, ids: Sequence[str]) -> str:
        """The sealed text of the first of these mails that is a letter of ours, or ''."""
