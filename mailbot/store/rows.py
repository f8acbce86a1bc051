"""The row of a letter on its way, which the outbox shares with the store."""

from dataclasses import dataclass
from datetime import datetime

import msgspec


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


def read_row(letter: str | bytes) -> OutboxRow:
    """Decode a row that the outbox stored as JSON."""
    return _decoder.decode(letter)


_decoder = msgspec.json.Decoder(OutboxRow)
