"""The letters on their way."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

# prefixes of the ids of letters among ourselves: they leave although sending is paused
ALERT = "alert-"
SHEET = "sheet-"
ANSWER = "answer-"
BACK = "back-"
WEEK = "week-"


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A letter in the outbox: all but its secrets, fixed before the first attempt.

    ``id`` is the draft's, ``sender`` the display name in From, ``text`` sealed. ``attempts`` and
    ``tried_at`` are the store's to fill in.
    """

    id: str
    case_id: str
    message_id: str
    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    text: str
    in_reply_to: str
    references: tuple[str, ...]
    date: datetime
    auto_submitted: str
    letters: tuple[str, ...]
    secret: bool = False
    to_staff: bool = False
    attempts: int = 0
    tried_at: datetime | None = None

    @property
    def recipients(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.to, *self.cc)))


class LetterQueue(Protocol):
    """queued → claimed → sending → sent | in_doubt | failed; withdrawn before it is sent."""

    def queue(self, row: OutboxRow) -> None:
        """Queue a letter. One that has left, or may have, is never queued again under its id."""

    def claim(self, now: datetime) -> OutboxRow | None:
        """Claim the next letter, so that nobody else sends it."""

    def claim_alert(self, now: datetime) -> OutboxRow | None:
        """Claim the next letter among ourselves, so that nobody else sends it."""

    def sending_begins(self, row_id: str) -> None:
        """Mark that it may leave from now on. Raises SendRefused if it was withdrawn meanwhile."""

    def mark(self, row_id: str, state: str, error: str = "") -> None:
        """Record how sending ended."""

    def retry(self, row_id: str, at: datetime, error: str = "") -> None:
        """It did not leave: try again at ``at``."""

    def withdraw(self, row_id: str) -> bool:
        """Withdraw it; False if it is being sent, or was sent."""

    def rewrite(self, row: OutboxRow) -> None:
        """A letter that has not begun to leave says something else now."""
