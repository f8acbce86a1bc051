"""What mails leave in the memory, and how it moves between cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mailbot.ports import Written


@dataclass(frozen=True, slots=True)
class Moved:
    """A row of the memory that changed its case; ``at`` only if the table has that column."""

    table: str
    key: int
    out: bool
    into: bool
    at: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a mail leaves in the memory, for later mails to be filed by.

    ``own_lines`` are ours, ``their_lines`` a customer's; ``answers`` the ids it refers to.
    """

    case_id: str
    ids: tuple[str, ...]
    thread_index: str
    subject: str
    participants: tuple[str, ...]
    own_lines: tuple[str, ...]
    at: datetime
    their_lines: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


class MailTraces(Protocol):
    """What mails leave in the memory."""

    def remember(self, trace: Trace) -> None:
        """Remember a mail, so that later mails can be filed by it."""

    def remember_own(
        self, case_id: str, message_id: str, letter: Written, to: Sequence[str], at: datetime
    ) -> None:
        """Remember a letter of ours: it may be answered or quoted."""

    def never_got(self, case_id: str) -> int:
        """How many mails this case refers to that never came."""

    def move(
        self, going: Sequence[Trace], staying: Sequence[Trace], old: str, new: str
    ) -> tuple[Moved, ...]:
        """Move the traces of the ``going`` mails; those shared with ``staying`` ones are copied."""

    def move_back(self, moved: Sequence[Moved], old: str, new: str) -> None:
        """Undo `move_traces`."""
