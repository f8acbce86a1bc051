"""The mails that could not be read, as the desk sees them: who wrote, why it waits, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import BytesHeaderParser

from mailbot.errors import OrderError
from mailbot.mail.address import addresses
from mailbot.mail.raw import Raw, beginning
from mailbot.store.sqlite import SqliteStore

_HEAD = 16 << 10


@dataclass(frozen=True, slots=True)
class Kept:
    """A mail in quarantine; its text is shown to nobody."""

    id: int
    name: str
    sender: str
    size: int
    because: str


def in_quarantine(state: SqliteStore) -> Iterator[Kept]:
    """Oldest first."""
    for one in state.quarantined():
        raw = state.stored(one.id).raw
        size = len(raw) if isinstance(raw, bytes) else raw.size
        yield Kept(one.id, one.name, _sender(raw), size, one.because)


def let_out(state: SqliteStore, mail_id: int) -> None:
    """Have it read once more. Raises OrderError."""
    if not state.release(mail_id):
        raise OrderError(f"{mail_id}: no mail of that number is in quarantine")


def _sender(raw: Raw) -> str:
    tree = BytesHeaderParser().parsebytes(beginning(raw, _HEAD))
    written = [value for name, value in tree.raw_items() if name.lower() == "from"]
    return next((box.email for box in addresses(written) if box.email), "nobody")
