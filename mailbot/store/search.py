"""Mails and cases found by their words, in SQLite."""

from datetime import datetime

from mailbot.repositories.search import FoundMail
from mailbot.store.moments import written
from mailbot.store.room import Room
from mailbot.store.searchable import query


class SqliteSearch(Room):
    """Mails and cases by their words."""

    def mails(self, asked: str, most: int, since: datetime | None = None) -> list[FoundMail]:
        words = query(asked)
        if not words:
            return []
        rows = self.db.all(
            "SELECT id, case_id FROM mail_words JOIN mail ON id = mail_words.rowid"
            " WHERE mail_words MATCH ? AND case_id IS NOT NULL AND (? IS NULL OR at >= ?)"
            " ORDER BY mail_words.rowid DESC LIMIT ?",
            words,
            written(since),
            written(since),
            most,
        )
        return [FoundMail(*row) for row in rows]

    def cases(self, asked: str, most: int) -> list[str]:
        words = query(asked)
        if not words:
            return []
        rows = self.db.all(
            "SELECT id FROM case_words JOIN casebook ON seq = case_words.rowid"
            " WHERE case_words MATCH ? ORDER BY case_words.rowid DESC LIMIT ?",
            words,
            most,
        )
        return [case_id for (case_id,) in rows]
