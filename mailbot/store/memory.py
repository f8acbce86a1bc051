"""Where the cases of earlier mails are found again, in SQLite."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from mailbot.desk.case.case import Case
from mailbot.desk.filing.belonging import Known
from mailbot.desk.filing.known_case import known_case
from mailbot.desk.people.mailbox import mailbox
from mailbot.mail.ids import id_key
from mailbot.mail.thread_index import conversation
from mailbot.store.merges import current_case
from mailbot.store.moments import moment
from mailbot.store.room import Room

_MOST_CASES = 20
MOST_LINES = 500
_reads_case = msgspec.json.Decoder(Case)


class SqliteMemory(Room):
    """Where earlier mails are found again; every lookup by an index."""

    def cases_of(self, ids: Sequence[str]) -> Mapping[str, str]:
        found = ((one, self._case_of(one)) for one in dict.fromkeys(ids))
        return {one: case_id for one, case_id in found if case_id}

    def cases_awaiting(self, ids: Sequence[str]) -> tuple[str, ...]:
        rows = (
            self.db.all(
                "SELECT case_id FROM known_awaited WHERE key = ? LIMIT ?",
                self.vault.number("id", id_key(one)),
                _MOST_CASES,
            )
            for one in dict.fromkeys(ids)
            if one
        )
        return self._current(case_id for found in rows for (case_id,) in found)

    def case_of_thread_index(self, thread_index: str) -> str:
        named = conversation(thread_index)
        return self._case("known_thread", "thread", named[0]) if named else ""

    def cases_quoted(self, lines: Sequence[str]) -> Mapping[str, int]:
        quoted: Counter[str] = Counter()
        for line in tuple(dict.fromkeys(lines))[:MOST_LINES]:
            rows = self.db.all(
                "SELECT case_id FROM known_line WHERE key = ? LIMIT ?",
                self.vault.number("line", line),
                _MOST_CASES + 1,
            )
            if len(rows) <= _MOST_CASES:
                quoted.update(self._current(case_id for (case_id,) in rows))
        return quoted

    def cases_echoed(self, lines: Sequence[str]) -> frozenset[str]:
        rows = (
            self.db.all(
                "SELECT case_id FROM known_line WHERE key = ? LIMIT ?",
                self.vault.number("theirs", line),
                _MOST_CASES,
            )
            for line in tuple(dict.fromkeys(lines))[:MOST_LINES]
        )
        return frozenset(self._current(case_id for found in rows for (case_id,) in found))

    def cases_of_subject(self, subject: str) -> list[str]:
        rows = self.db.all(
            "SELECT case_id FROM known_subject WHERE key = ? ORDER BY at DESC LIMIT ?",
            self.vault.number("subject", subject),
            _MOST_CASES,
        )
        return list(self._current(case_id for (case_id,) in rows))

    def open_cases_of(self, address: str) -> list[str]:
        rows = self.db.all(
            "SELECT DISTINCT id FROM known_person JOIN casebook ON id = case_id"
            " WHERE key IN (?, ?) AND status <> 'closed' ORDER BY seq DESC LIMIT ?",
            self.vault.number("person", address),
            self.vault.number("person", mailbox(address)),
            _MOST_CASES,
        )
        return [case_id for (case_id,) in rows]

    def known(self, case_ids: Sequence[str]) -> Mapping[str, Known]:
        found = (self._known_case(case_id) for case_id in dict.fromkeys(case_ids))
        return {one.id: one for one in found if one is not None}

    def _case_of(self, message_id: str) -> str:
        """The case of a Message-ID; older states stored ids unnormalised."""
        known = id_key(message_id)
        found = self._case("known_mail", "id", known)
        return found or (self._case("known_mail", "id", message_id) if known != message_id else "")

    def _current(self, case_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(current_case(self.db, case_id) for case_id in case_ids))

    def _case(self, table: str, kind: str, text: str) -> str:
        sql = f"SELECT case_id FROM {table} WHERE key = ?"  # noqa: S608 - two tables of ours
        found = self.db.value(sql, self.vault.number(kind, text))
        return current_case(self.db, found) if found else ""

    def _known_case(self, case_id: str) -> Known | None:
        row = self.db.one(
            "SELECT body, last_at FROM casebook LEFT JOIN known_case ON case_id = id WHERE id = ?",
            case_id,
        )
        if row is None:
            return None
        case = _reads_case.decode(row[0])
        return known_case(case, moment(row[1]) or case.opened, self._apart(case.id))

    def _apart(self, case_id: str) -> tuple[str, ...]:
        rows = self.db.all("SELECT other_id FROM apart WHERE case_id = ?", case_id)
        return tuple(other for (other,) in rows)
