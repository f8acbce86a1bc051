"""The notices of waiting drafts that engineers answer by mail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from mailbot.repositories.outbox import OutboxRow


class ShownDraft(NamedTuple):
    """A draft as a notice showed it; ``digest`` is that of its text (`Written.digest`)."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What was shown at that time, and who may answer for it.

    ``answered`` are the drafts for which an answer was carried out: it counts once.
    ``asked_back``: its reader was told once already that their answer was unclear.
    """

    at: datetime
    readers: tuple[str, ...]
    drafts: tuple[ShownDraft, ...]
    answered: tuple[str, ...] = ()
    asked_back: bool = False


class DraftNotices(Protocol):
    """Notices of waiting drafts, which are answered by mail."""

    def keep(self, message_id: str, notice: Notice) -> None:
        """A new notice, or a known one as it is now."""

    def answered(self, message_ids: Iterable[str]) -> tuple[str, Notice] | None:
        """The first of these mails that is a notice, and its id."""

    def mark_answered(self, message_id: str, notice: Notice, drafts: Sequence[str]) -> None:
        """An answer for these drafts was carried out."""

    def queued(self, to: Sequence[str], but: str) -> list[OutboxRow]:
        """The notices of waiting drafts to this reader that have not begun to leave."""

    def last_at(self, to: Sequence[str], since: datetime) -> datetime | None:
        """When the last such notice left to this reader, if after ``since``."""
