"""Which cases became one, and how to undo it, in SQLite."""

from dataclasses import replace
from datetime import datetime

import msgspec

from mailbot.repositories.merges import Rearrangement
from mailbot.store.connection import Connection
from mailbot.store.moments import written
from mailbot.store.room import Room

_LONGEST_CHAIN = 20
_reads = msgspec.json.Decoder(Rearrangement)


class SqliteMerges(Room):
    """Which cases became one, which were kept apart, and how to undo it."""

    def current(self, case_id: str) -> str:
        return current_case(self.db, case_id)

    def merge(self, case_id: str, into: str) -> None:
        self.db.write("INSERT OR REPLACE INTO merged VALUES (?, ?)", case_id, into)

    def unmerge(self, case_id: str) -> None:
        self.db.write("DELETE FROM merged WHERE case_id = ?", case_id)

    def set_apart(self, case_id: str, other: str) -> None:
        pairs = [(case_id, other), (other, case_id)]
        self.db.write_many("INSERT OR IGNORE INTO apart VALUES (?, ?)", pairs)

    def keep(self, one: Rearrangement) -> None:
        body = msgspec.json.encode(one).decode()
        sql = "INSERT INTO rearranged (case_id, other_id, body) VALUES (?, ?, ?)"
        self.db.write(sql, one.case_id, one.other_id, body)

    def last(self, case_id: str) -> Rearrangement | None:
        row = self.db.one(
            "SELECT id, body FROM rearranged WHERE undone IS NULL AND ? IN (case_id, other_id)"
            " ORDER BY id DESC LIMIT 1",
            case_id,
        )
        return None if row is None else _numbered(*row)

    def mark_undone(self, number: int, at: datetime) -> None:
        self.db.write("UPDATE rearranged SET undone = ? WHERE id = ?", written(at), number)


def _numbered(number: int, body: str) -> Rearrangement:
    return replace(_reads.decode(body), id=number)


def current_case(db: Connection, case_id: str) -> str:
    """The case itself, or the one it was merged into."""
    for _ in range(_LONGEST_CHAIN):
        into = db.value("SELECT into_id FROM merged WHERE case_id = ?", case_id)
        if into is None:
            return case_id
        case_id = into
    return case_id
