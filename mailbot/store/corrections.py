"""What mails want by the word of engineers, in SQLite."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from mailbot.repositories.corrections import Correction
from mailbot.store.moments import written
from mailbot.store.room import Room


class SqliteCorrections(Room):
    """What a mail wants by an engineer's word."""

    def keep(self, mail_id: int, intents: Sequence[str], engineer: str, at: datetime) -> None:
        self.db.write(
            "INSERT OR REPLACE INTO correction VALUES (?, ?, ?, ?)",
            mail_id,
            msgspec.json.encode(sorted(intents)).decode(),
            engineer,
            written(at),
        )

    def all(self) -> list[Correction]:
        rows = self.db.all("SELECT mail_id, intents FROM correction ORDER BY mail_id")
        return [
            Correction(mail_id, msgspec.json.decode(intents, type=tuple[str, ...]))
            for mail_id, intents in rows
        ]
