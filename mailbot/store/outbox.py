"""The letters on their way, in SQLite."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import msgspec

from mailbot.because import Because
from mailbot.errors import SendRefused
from mailbot.repositories.outbox import ALERT, ANSWER, BACK, SHEET, WEEK, OutboxRow
from mailbot.store.moments import written
from mailbot.store.room import Room
from mailbot.store.rows import COLUMNS, EVERYBODY, claimed_row, read_row


class SqliteLetterQueue(Room):
    """queued → claimed → sending → sent | in_doubt | failed; withdrawn before it is sent."""

    def queue(self, row: OutboxRow) -> None:
        self.db.write(
            "INSERT INTO outbox (id, case_id, message_key, state, next_try, letter)"
            " VALUES (?, ?, ?, 'queued', ?, ?) ON CONFLICT (id) DO UPDATE SET state = 'queued',"
            " next_try = excluded.next_try, letter = excluded.letter, attempts = 0, error = ''"
            " WHERE state IN ('withdrawn', 'failed', 'asked')",
            row.id,
            row.case_id or None,
            self.vault.number("mail", row.message_id),
            written(row.date),
            msgspec.json.encode(replace(row, attempts=0, tried_at=None)).decode(),
        )

    def claim(self, now: datetime) -> OutboxRow | None:
        row = self.db.one(
            "UPDATE outbox SET state = 'claimed', attempts = attempts + 1, tried_at = ?"
            " WHERE seq = (SELECT seq FROM outbox WHERE state = 'queued' AND next_try <= ?"
            " ORDER BY next_try, seq LIMIT 1) RETURNING letter, attempts, tried_at",
            written(now),
            written(now),
        )
        return None if row is None else claimed_row(row)

    def claim_alert(self, now: datetime) -> OutboxRow | None:
        row = self.db.one(
            "UPDATE outbox SET state = 'claimed', attempts = attempts + 1, tried_at = ?"
            " WHERE seq = (SELECT seq FROM outbox WHERE state = 'queued' AND next_try <= ?"
            " AND (id LIKE ? OR id LIKE ? OR id LIKE ? OR id LIKE ? OR id LIKE ?)"
            " ORDER BY next_try, seq LIMIT 1)"
            " RETURNING letter, attempts, tried_at",
            written(now),
            written(now),
            f"{ALERT}%",
            f"{SHEET}%",
            f"{ANSWER}%",
            f"{BACK}%",
            f"{WEEK}%",
        )
        return None if row is None else claimed_row(row)

    def sending_begins(self, row_id: str) -> None:
        with self.db.transaction():
            moved = self.db.write(
                "UPDATE outbox SET state = 'sending' WHERE id = ? AND state = 'claimed'", row_id
            )
            if not moved:
                raise SendRefused(Because.WITHDRAWN_BEFORE(draft=row_id), permanent=True)
            self._goes_out(row_id)

    def mark(self, row_id: str, state: str, error: str = "") -> None:
        with self.db.transaction():
            self._set(row_id, state, error)
            if state == "sent":
                self._goes_out(row_id)
            if state == "failed":
                self.db.write("DELETE FROM gone_out WHERE outbox_id = ?", row_id)

    def retry(self, row_id: str, at: datetime, error: str = "") -> None:
        with self.db.transaction():
            self._set(row_id, "queued", error)
            self.db.write("UPDATE outbox SET next_try = ? WHERE id = ?", written(at), row_id)
            self.db.write("DELETE FROM gone_out WHERE outbox_id = ?", row_id)

    def withdraw(self, row_id: str) -> bool:
        changed = self.db.write(
            "UPDATE outbox SET state = 'withdrawn' WHERE id = ? AND state IN ('queued', 'claimed')",
            row_id,
        )
        return changed == 1

    def rewrite(self, row: OutboxRow) -> None:
        self.db.write(
            "UPDATE outbox SET letter = ? WHERE id = ? AND state IN ('queued', 'claimed')",
            msgspec.json.encode(replace(row, attempts=0, tried_at=None)).decode(),
            row.id,
        )

    def _goes_out(self, row_id: str) -> None:
        letter, _, tried_at = self.db.one(f"SELECT {COLUMNS} FROM outbox WHERE id = ?", row_id)  # noqa: S608
        row = read_row(letter)
        self.db.write_many(
            "INSERT OR IGNORE INTO gone_out VALUES (?, ?, ?)",
            [(row_id, one, tried_at or written(row.date)) for one in _counted(row)],
        )

    def _set(self, row_id: str, state: str, error: str) -> None:
        self.db.write("UPDATE outbox SET state = ?, error = ? WHERE id = ?", state, error, row_id)


def _counted(row: OutboxRow) -> Iterable[str]:
    """Whose sending limits it counts towards; letters to staff count for nobody."""
    return () if row.to_staff else (*row.recipients, EVERYBODY)
