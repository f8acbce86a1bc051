"""Which mails and letters lie in a case, in SQLite."""

from collections.abc import Sequence

import msgspec

from mailbot.repositories.filed_mails import FiledMail
from mailbot.repositories.outbox import OutboxRow
from mailbot.store.moments import moment
from mailbot.store.room import Room
from mailbot.store.rows import read_row

_MOST_IDS = 3


class SqliteFiledMails(Room):
    """Which mails and letters lie in a case."""

    def mails_of(self, case_id: str) -> list[FiledMail]:
        rows = self.db.all(
            "WITH RECURSIVE one (id) AS (VALUES (?) UNION"
            " SELECT case_id FROM merged JOIN one ON into_id = one.id)"
            " SELECT mail.id, name, at, because FROM mail JOIN one ON case_id = one.id"
            " ORDER BY at IS NULL, at, mail.id",
            case_id,
        )
        return [
            FiledMail(number, name, moment(at), "; ".join(msgspec.json.decode(because)))
            for number, name, at, because in rows
        ]

    def refile(self, mails: Sequence[int], case_id: str) -> None:
        self.db.write_many(
            "UPDATE mail SET case_id = ? WHERE id = ?", [(case_id, m) for m in mails]
        )

    def letters_answering(self, case_id: str, message_ids: Sequence[str]) -> list[OutboxRow]:
        rows = self.db.all("SELECT letter FROM outbox WHERE case_id = ?", case_id)
        letters = (read_row(letter) for (letter,) in rows)
        return [letter for letter in letters if letter.in_reply_to in message_ids]

    def letter_of(self, ids: Sequence[str]) -> str:
        for one in ids[:_MOST_IDS]:
            row = self.db.one(
                "SELECT letter FROM outbox WHERE message_key = ?", self.vault.number("mail", one)
            )
            if row is not None:
                return read_row(row[0]).text
        return ""
