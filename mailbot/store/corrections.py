"""What mails want by an engineer's word: the desk's own lessons."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from mailbot.store.moments import written
from mailbot.store.room import Room


class Correction(NamedTuple):
    """The intents of a stored mail, as an engineer named them."""

    mail_id: int
    intents: tuple[str, ...]


class Corrections(Room):
    """One row a mail; who corrects it again replaces what was said before.

    No text is kept here: a lesson is read from its mail, and is gone when that is deleted.
    """

    def keep_correction(
        self, mail_id: int, intents: Sequence[str], engineer: str, at: datetime
    ) -> None:
        self.db.write(
            "INSERT OR REPLACE INTO correction VALUES (?, ?, ?, ?)",
            mail_id,
            msgspec.json.encode(sorted(intents)).decode(),
            engineer,
            written(at),
        )

    def corrections(self) -> list[Correction]:
        """All of them, by the mails' order of arrival."""
        rows = self.db.all("SELECT mail_id, intents FROM correction ORDER BY mail_id")
        return [
            Correction(mail_id, msgspec.json.decode(intents, type=tuple[str, ...]))
            for mail_id, intents in rows
        ]
