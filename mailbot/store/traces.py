"""What mails leave in the memory, and how it moves between cases, in SQLite."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from mailbot.desk.people.mailbox import mailbox
from mailbot.mail.ids import id_key
from mailbot.mail.quoting.known_lines import quoted_lines
from mailbot.mail.subject import normal_subject
from mailbot.mail.thread_index import conversation
from mailbot.ports import Written
from mailbot.repositories.traces import Moved, Trace
from mailbot.store.connection import Connection
from mailbot.store.memory import MOST_LINES, SqliteMemory
from mailbot.store.moments import written
from mailbot.store.room import Room
from mailbot.store.vault import Vault

_TIMED = "known_subject"
_MOST_AWAITED = 50


class SqliteMailTraces(Room):
    """What mails leave in the memory."""

    def __init__(self, db: Connection, vault: Vault, memory: SqliteMemory) -> None:
        super().__init__(db, vault)
        self._memory = memory

    def remember(self, trace: Trace) -> None:
        own, theirs = trace.own_lines[:MOST_LINES], trace.their_lines[:MOST_LINES]
        with self.db.transaction():
            self._learn("mail", "id", map(id_key, trace.ids), trace)
            self._await(trace)
            self._learn("thread", "thread", conversation(trace.thread_index), trace)
            self._learn("line", "line", own, trace)
            self._learn("line", "theirs", theirs, trace)
            self._learn("person", "person", map(mailbox, trace.participants), trace)
            self._date(trace)

    def remember_own(
        self, case_id: str, message_id: str, letter: Written, to: Sequence[str], at: datetime
    ) -> None:
        self.remember(
            Trace(
                case_id=case_id,
                ids=(message_id,),
                thread_index="",
                subject=normal_subject(letter.subject),
                participants=tuple(to),
                own_lines=quoted_lines(letter.text),
                at=at,
            )
        )

    def never_got(self, case_id: str) -> int:
        return int(
            self.db.value(
                "SELECT count(DISTINCT key) FROM known_awaited WHERE case_id = ?"
                " OR case_id IN (SELECT case_id FROM merged WHERE into_id = ?)",
                case_id,
                case_id,
            )
        )

    def move(
        self, going: Sequence[Trace], staying: Sequence[Trace], old: str, new: str
    ) -> tuple[Moved, ...]:
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
        for one in moved:
            if one.into:
                self._delete(one, new)
            if one.out:
                self._insert(one, old)

    def _learn(self, table: str, kind: str, texts: Iterable[str], trace: Trace) -> None:
        sql = f"INSERT OR IGNORE INTO known_{table} VALUES (?, ?)"  # noqa: S608 - tables of ours
        self.db.write_many(sql, [(self.vault.number(kind, one), trace.case_id) for one in texts])

    def _await(self, trace: Trace) -> None:
        """Update the awaited ids: add those it refers to that never came, drop its own."""
        keys = [(self.vault.number("id", id_key(one)),) for one in trace.ids]
        self.db.write_many("DELETE FROM known_awaited WHERE key = ?", keys)
        answers = trace.answers[:_MOST_AWAITED]
        came = self._memory.cases_of(answers)
        missing = [one for one in answers if one not in came]
        self._learn("awaited", "id", map(id_key, missing), trace)

    def _date(self, trace: Trace) -> None:
        """When a mail with this subject, and any mail of this case, came last."""
        at = written(trace.at)
        if trace.subject:
            self.db.write(
                "INSERT OR REPLACE INTO known_subject VALUES (?, ?, ?)",
                self.vault.number("subject", trace.subject),
                trace.case_id,
                at,
            )
        self.db.write(
            "INSERT INTO known_case VALUES (?, ?) ON CONFLICT (case_id)"
            " DO UPDATE SET last_at = max(last_at, excluded.last_at)",
            trace.case_id,
            at,
        )

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
