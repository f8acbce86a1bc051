"""What people said a mail wants, where the bot could not tell: the classifier learns from it."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from mailbot.store.moments import written
from mailbot.store.room import Room


@dataclass(frozen=True, slots=True)
class Pick:
    """The intents of the mail of that number; its text stays where it is, encrypted."""

    mail: int
    intents: tuple[str, ...]
    by: str


class Picks(Room):
    """One pick a mail: the last one counts."""

    def keep_pick(self, pick: Pick, at: datetime) -> None:
        self.db.write(
            "INSERT OR REPLACE INTO pick VALUES (?, ?, ?, ?)",
            pick.mail, msgspec.json.encode(pick.intents).decode(), pick.by, written(at),
        )  # fmt: skip

    def picks(self) -> list[Pick]:
        """Every pick, in the order of the mails."""
        rows = self.db.all("SELECT mail_id, intents, by FROM pick ORDER BY mail_id")
        return [Pick(mail, tuple(msgspec.json.decode(names)), by) for mail, names, by in rows]
