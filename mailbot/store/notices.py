"""Notices of drafts that wait for a yes: what an answer to one of them is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

import msgspec

from mailbot.store.room import Room


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


class Notices(Room):
    """One row for each notice that left, by its Message-ID."""

    def keep_notice(self, message_id: str, notice: Notice) -> None:
        """A new notice, or a known one as it is now."""
        self.db.write(
            "INSERT OR REPLACE INTO notice VALUES (?, ?)",
            self.vault.number("mail", message_id),
            msgspec.json.encode(notice).decode(),
        )

    def notice_answered(self, message_ids: Iterable[str]) -> tuple[str, Notice] | None:
        """The first of these mails that is a notice, and its id."""
        for message_id in message_ids:
            key = self.vault.number("mail", message_id)
            body = self.db.value("SELECT body FROM notice WHERE message_key = ?", key)
            if body is not None:
                return message_id, msgspec.json.decode(body, type=Notice)
        return None

    def mark_answered(self, message_id: str, notice: Notice, drafts: Sequence[str]) -> None:
        """An answer for these drafts was carried out."""
        self.keep_notice(message_id, replace(notice, answered=(*notice.answered, *drafts)))
