"""Moves mails and their traces between cases, and undoes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from mailbot.desk.case.case import Case
from mailbot.desk.people.mailbox import mailbox
from mailbot.mail.ids import id_key
from mailbot.mail.thread_index import conversation
from mailbot.ports import Trace
from mailbot.store.moments import moment, written
from mailbot.store.room import Room
from mailbot.store.rows import OutboxRow, read_row


@dataclass(frozen=True, slots=True)
class Moved:
    """A row of the memory that changed its case; ``at`` only if the table has that column."""

    table: str
    key: int
    out: bool
    into: bool
    at: str = ""


@dataclass(frozen=True, slots=True)
class Rearrangement:
    """A join or a split: both cases before and after it, and the mails and traces it moved.

    ``case_id`` is the case that stays, or that mails were taken from; ``what`` is "join",
    "split" or "into" (a split into a case that was there).
    """

    what: str
    case_id: str
    other_id: str
    before: Case
    after: Case
    other_before: Case | None
    other_after: Case
    mails: tuple[int, ...] = ()
    moved: tuple[Moved, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class FiledMail:
    """A mail of a case: its number, and by which evidence it was filed."""

    id: int
    name: str
    at: datetime | None
    by: str


_reads = msgspec.json.Decoder(Rearrangement)
_TIMED = "known_subject"


class Moves(Room):
    """Joins and splits, made by a person or by a parent mail that came late."""

    def mails_of(self, case_id: str) -> list[FiledMail]:
        """The mails of a case and of those merged into it, in order of arrival."""
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
        """Our letters of a case that answer one of these mails."""
        rows = self.db.all("SELECT letter FROM outbox WHERE case_id = ?", case_id)
        letters = (read_row(letter) for (letter,) in rows)
        return [letter for letter in letters if letter.in_reply_to in message_ids]

    def move_traces(
        self, going: Sequence[Trace], staying: Sequence[Trace], old: str, new: str
    ) -> tuple[Moved, ...]:
        """Move the traces of the ``going`` mails; those shared with ``staying`` ones are copied."""
        stay = {pair for trace in staying for pair in self._left_by(trace)}
        moved = []
        for table, key in dict.fromkeys(pair for trace in going for pair in self._left_by(trace)):
            row = self._row(table, key, old)
            if row is None:
                continue
            alone = (table, key) not in stay
            if not alone and table in ("known_mail", "known_thread"):
                continue
            known = self._row(table, key, new) is not None
            moved.append(Moved(table, key, out=alone, into=not known, at=row))
        for one in moved:
            self._carry(one, old, new)
        return tuple(moved)

    def move_back(self, moved: Sequence[Moved], old: str, new: str) -> None:
        """Undo `move_traces`."""
        for one in moved:
            if one.into:
                self._delete(one, new)
            if one.out:
                self._insert(one, old)

    def keep_rearrangement(self, one: Rearrangement) -> None:
        body = msgspec.json.encode(one).decode()
        sql = "INSERT INTO rearranged (case_id, other_id, body) VALUES (?, ?, ?)"
        self.db.write(sql, one.case_id, one.other_id, body)

    def last_rearrangement(self, case_id: str) -> Rearrangement | None:
        """The last join or split of a case that was not undone."""
        row = self.db.one(
            "SELECT id, body FROM rearranged WHERE undone IS NULL AND ? IN (case_id, other_id)"
            " ORDER BY id DESC LIMIT 1",
            case_id,
        )
        return None if row is None else _numbered(*row)

    def mark_undone(self, number: int, at: datetime) -> None:
        self.db.write("UPDATE rearranged SET undone = ? WHERE id = ?", written(at), number)

    def _left_by(self, trace: Trace) -> Iterator[tuple[str, int]]:
        kinds = (
            ("known_mail", "id", tuple(map(id_key, trace.ids))),
            ("known_thread", "thread", conversation(trace.thread_index)),
            ("known_line", "line", trace.own_lines),
            ("known_line", "theirs", trace.their_lines),
            ("known_subject", "subject", tuple(filter(None, (trace.subject,)))),
            ("known_person", "person", tuple(map(mailbox, trace.participants))),
            ("known_awaited", "id", tuple(map(id_key, trace.answers))),
        )
        for table, kind, texts in kinds:
            yield from ((table, self.vault.number(kind, text)) for text in texts)

    def _row(self, table: str, key: int, case_id: str) -> str | None:
        what = "at" if table == _TIMED else "''"
        sql = f"SELECT {what} FROM {table} WHERE key = ? AND case_id = ?"  # noqa: S608 - ours
        found = self.db.value(sql, key, case_id)
        return None if found is None else str(found)

    def _carry(self, one: Moved, old: str, new: str) -> None:
        if one.out:
            self._delete(one, old)
        if one.into:
            self._insert(one, new)

    def _delete(self, one: Moved, case_id: str) -> None:
        sql = f"DELETE FROM {one.table} WHERE key = ? AND case_id = ?"  # noqa: S608 - ours
        self.db.write(sql, one.key, case_id)

    def _insert(self, one: Moved, case_id: str) -> None:
        values = (one.key, case_id, one.at) if one.table == _TIMED else (one.key, case_id)
        marks = ", ".join("?" * len(values))
        sql = f"INSERT OR IGNORE INTO {one.table} VALUES ({marks})"  # noqa: S608 - ours
        self.db.write(sql, *values)


def _numbered(number: int, body: str) -> Rearrangement:
    return replace(_reads.decode(body), id=number)
