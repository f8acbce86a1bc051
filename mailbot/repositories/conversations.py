"""The mails of each case as pages show them."""

from datetime import datetime
from typing import NamedTuple, Protocol

from mailbot.desk.case.kept_mail import KeptMail
from mailbot.repositories.outbox import OutboxRow


class Sent(NamedTuple):
    """A letter of ours that left, or may have."""

    row: OutboxRow
    state: str
    at: datetime | None


class Conversations(Protocol):
    """Mails and letters as they are shown."""

    def keep(self, mail_id: int, mail: KeptMail) -> None:
        """Keep a mail as it was read; in the transaction in which it is filed."""

    def mail(self, mail_id: int) -> KeptMail | None:
        """One mail as it was read; None where it was not kept yet."""

    def mail_by_id(self, message_id: str) -> KeptMail | None:
        """The same, by its Message-ID."""

    def not_kept(self, most: int) -> list[int]:
        """Filed mails of an older version that no page can show yet, newest first."""

    def sent_in(self, case_id: str) -> list[Sent]:
        """Our letters of a case that left or may have, oldest first."""
