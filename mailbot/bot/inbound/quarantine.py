"""The mails that could not be read, as the desk sees them: who wrote, why it waits, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.errors import OrderError
from mailbot.mail.author import writer_of
from mailbot.refusals import Refusal
from mailbot.repositories.state import State


@dataclass(frozen=True, slots=True)
class Kept:
    """A mail in quarantine; its text is shown to nobody."""

    id: int
    name: str
    sender: str
    size: int
    because: str


def in_quarantine(state: State) -> Iterator[Kept]:
    """Oldest first."""
    for one in state.verdicts.quarantined():
        raw = state.mails.stored(one.id).raw
        size = len(raw) if isinstance(raw, bytes) else raw.size
        yield Kept(one.id, one.name, writer_of(raw) or "nobody", size, one.because)


def let_out(state: State, mail_id: int) -> None:
    """Have it read once more. Raises OrderError."""
    if not state.verdicts.release(mail_id):
        raise OrderError(Refusal.NOT_IN_QUARANTINE(number=mail_id))
