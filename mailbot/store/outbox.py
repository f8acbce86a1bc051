"""The rows of the outbox: queued, claimed, sending, sent. `bot/outbound/outbox.py` sends them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from mailbot.because import Because
from mailbot.errors import SendRefused
from mailbot.ports import Written
from mailbot.store.moments import moment, written
from mailbot.store.room import Room
from mailbot.store.rows import OutboxRow, read_row

_EVERYBODY = ""
_COLUMNS = "letter, attempts, tried_at"
_NOTICE_TO = (
    "letter ->> '$.to' = ? AND EXISTS"
    " (SELECT 1 FROM json_each(letter, '$.letters') AS part WHERE part.value = 'draft_waiting')"
)


class OutboxBook(Room):
    """queued → claimed → sending → sent | in_doubt | failed; withdrawn before it is sent."""

    def keep_draft(self, draft_id: str, case_id: str, letter: Written) -> None:
        """Store the sealed text of a draft, replacing an earlier version."""
        self.db.write(
            "INSERT INTO draft (id, case_id, subject, text) VALUES (?, ?, ?, ?) ON CONFLICT (id)"
            " DO UPDATE SET subject = excluded.subject, text = excluded.text, first_text = ''",
            draft_id,
            case_id,
            letter.subject,
            letter.text,
        )

    def keep_edited(self, draft_id: str, text: str) -> None:
        """Store a person's text of a draft; the bot's own stays beside it, to be compared."""
        self.db.write(
            "UPDATE draft SET text = ?, first_text = CASE first_text WHEN '' THEN text"
            " ELSE first_text END WHERE id = ?",
            text,
            draft_id,
        )

    def first_text(self, draft_id: str) -> str:
        """The text of a draft before a person changed it, or ''."""
        return self.db.value("SELECT first_text FROM draft WHERE id = ?", draft_id) or ""

    def written(self, draft_id: str) -> Written | None:
        """The text of a draft; None if the id is unknown."""
        row = self.db.one("SELECT subject, text FROM draft WHERE id = ?", draft_id)
        return None if row is None else Written(*row)

    def queue(self, row: OutboxRow) -> None:
        """Queue a letter. One that has left, or may have, is never queued again under its id."""
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
        """Claim the next letter, so that nobody else sends it."""
        row = self.db.one(
            "UPDATE outbox SET state = 'claimed', attempts = attempts + 1, tried_at = ?"
            " WHERE seq = (SELECT seq FROM outbox WHERE state = 'queued' AND next_try <= ?"
            " ORDER BY next_try, seq LIMIT 1) RETURNING letter, attempts, tried_at",
            written(now),
            written(now),
        )
        return None if row is None else claimed_row(row)

    def sending_begins(self, row_id: str) -> None:
        """Mark that it may leave from now on. Raises SendRefused if it was withdrawn meanwhile."""
        with self.db.transaction():
            moved = self.db.write(
                "UPDATE outbox SET state = 'sending' WHERE id = ? AND state = 'claimed'", row_id
            )
            if not moved:
                raise SendRefused(Because.WITHDRAWN_BEFORE(draft=row_id), permanent=True)
            self._goes_out(row_id)

    def queued_notices(self, to: Sequence[str], but: str) -> list[OutboxRow]:
        """The notices of waiting drafts to this reader that have not begun to leave."""
        return self._rows(
            f"state = 'queued' AND id <> ? AND {_NOTICE_TO} ORDER BY seq", but, *_reader(to)
        )

    def last_notice_at(self, to: Sequence[str], since: datetime) -> datetime | None:
        """When the last such notice left to this reader, if after ``since``."""
        sql = f"SELECT max(tried_at) FROM outbox WHERE state = 'sent' AND tried_at > ? AND {_NOTICE_TO}"  # noqa: S608, E501 - it stands above
        return moment(self.db.value(sql, written(since), *_reader(to)))

    def rewrite(self, row: OutboxRow) -> None:
        """A letter that has not begun to leave says something else now."""
        self.db.write(
            "UPDATE outbox SET letter = ? WHERE id = ? AND state IN ('queued', 'claimed')",
            msgspec.json.encode(replace(row, attempts=0, tried_at=None)).decode(),
            row.id,
        )

    def mark(self, row_id: str, state: str, error: str = "") -> None:
        """Record how sending ended."""
        with self.db.transaction():
            self._set(row_id, state, error)
            if state == "sent":
                self._goes_out(row_id)
            if state == "failed":
                self.db.write("DELETE FROM gone_out WHERE outbox_id = ?", row_id)

    def retry(self, row_id: str, at: datetime, error: str = "") -> None:
        """It did not leave: try again at ``at``."""
        with self.db.transaction():
            self._set(row_id, "queued", error)
            self.db.write("UPDATE outbox SET next_try = ? WHERE id = ?", written(at), row_id)
            self.db.write("DELETE FROM gone_out WHERE outbox_id = ?", row_id)

    def withdraw(self, row_id: str) -> bool:
        """Withdraw it; False if it is being sent, or was sent."""
        changed = self.db.write(
            "UPDATE outbox SET state = 'withdrawn' WHERE id = ? AND state IN ('queued', 'claimed')",
            row_id,
        )
        return changed == 1

    def left_behind(self) -> list[OutboxRow]:
        """At start: requeue what was only claimed; what was being sent is in doubt."""
        with self.db.transaction():
            self.db.write("UPDATE outbox SET state = 'queued' WHERE state = 'claimed'")
            self.db.write("UPDATE outbox SET state = 'in_doubt' WHERE state = 'sending'")
            return self.in_doubt()

    def in_doubt(self) -> list[OutboxRow]:
        """The letters that may or may not have left."""
        return self._rows("state = 'in_doubt' ORDER BY seq")

    def outbox_state(self, row_id: str) -> tuple[str, str]:
        """The state of a letter and its last error; ("", "") if it was never queued."""
        row = self.db.one("SELECT state, error FROM outbox WHERE id = ?", row_id)
        return ("", "") if row is None else (row[0], row[1])

    def is_proof(self, message_id: str) -> bool:
        """Whether this is the Message-ID of one of our letters: such a mail is our own copy."""
        key = self.vault.number("mail", message_id)
        return self.db.one("SELECT 1 FROM outbox WHERE message_key = ?", key) is not None

    def sent_since(self, since: datetime, recipient: str = _EVERYBODY) -> int:
        """How many letters were sent, to one person or in all, those in doubt included."""
        return int(
            self.db.value(
                "SELECT count(*) FROM gone_out WHERE recipient = ? AND at >= ?",
                recipient,
                written(since),
            )
        )

    def _set(self, row_id: str, state: str, error: str) -> None:
        self.db.write("UPDATE outbox SET state = ?, error = ? WHERE id = ?", state, error, row_id)

    def _goes_out(self, row_id: str) -> None:
        letter, _, tried_at = self.db.one(f"SELECT {_COLUMNS} FROM outbox WHERE id = ?", row_id)  # noqa: S608
        row = read_row(letter)
        self.db.write_many(
            "INSERT OR IGNORE INTO gone_out VALUES (?, ?, ?)",
            [(row_id, one, tried_at or written(row.date)) for one in _counted(row)],
        )

    def _rows(self, condition: str, *values: object) -> list[OutboxRow]:
        sql = f"SELECT {_COLUMNS} FROM outbox WHERE {condition}"  # noqa: S608 - conditions stand above
        return [claimed_row(row) for row in self.db.all(sql, *values)]


def claimed_row(row: Any) -> OutboxRow:
    """The letter of a row, with its number of attempts and the last attempt's time."""
    letter, attempts, tried_at = row
    return replace(read_row(letter), attempts=attempts, tried_at=moment(tried_at))


def _counted(row: OutboxRow) -> Iterable[str]:
    """Whose sending limits it counts towards; letters to staff count for nobody."""
    return () if row.to_staff else (*row.recipients, _EVERYBODY)


def _reader(to: Sequence[str]) -> tuple[str]:
    return (msgspec.json.encode(to).decode(),)
