"""How letters fared, in SQLite."""

from datetime import datetime

from mailbot.repositories.outbox import OutboxRow
from mailbot.store.moments import written
from mailbot.store.room import Room
from mailbot.store.rows import EVERYBODY, rows_where


class SqliteSentLetters(Room):
    """How letters fared."""

    def state(self, row_id: str) -> tuple[str, str]:
        row = self.db.one("SELECT state, error FROM outbox WHERE id = ?", row_id)
        return ("", "") if row is None else (row[0], row[1])

    def left_behind(self) -> list[OutboxRow]:
        with self.db.transaction():
            self.db.write("UPDATE outbox SET state = 'queued' WHERE state = 'claimed'")
            self.db.write("UPDATE outbox SET state = 'in_doubt' WHERE state = 'sending'")
            return self.in_doubt()

    def in_doubt(self) -> list[OutboxRow]:
        return rows_where(self.db, "state = 'in_doubt' ORDER BY seq")

    def is_proof(self, message_id: str) -> bool:
        key = self.vault.number("mail", message_id)
        return self.db.one("SELECT 1 FROM outbox WHERE message_key = ?", key) is not None

    def sent_since(self, since: datetime, recipient: str = EVERYBODY) -> int:
        return int(
            self.db.value(
                "SELECT count(*) FROM gone_out WHERE recipient = ? AND at >= ?",
                recipient,
                written(since),
            )
        )

    def left_since(self, since: datetime) -> int:
        sql = "SELECT count(*) FROM outbox WHERE state = 'sent' AND tried_at >= ?"
        return int(self.db.value(sql, written(since)))

    def ids_in(self, *states: str) -> list[str]:
        marks = ", ".join("?" * len(states))
        # SQLite counts how often a state stands in it on average: nearly all letters are sent
        sql = f"SELECT id FROM outbox INDEXED BY outbox_state WHERE state IN ({marks}) ORDER BY seq"  # noqa: S608
        return [name for (name,) in self.db.all(sql, *states)]

    def own_failed(self, since: datetime) -> list[str]:
        sql = "SELECT id FROM outbox WHERE state = 'failed' AND case_id IS NULL AND tried_at >= ?"
        return [name for (name,) in self.db.all(f"{sql} ORDER BY seq", written(since))]
