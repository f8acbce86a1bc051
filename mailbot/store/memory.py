"""Finds the cases of earlier mails; each lookup uses one index, however long the history."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from mailbot.desk.case.case import Case
from mailbot.desk.filing.belonging import Known
from mailbot.desk.filing.known_case import known_case
from mailbot.desk.people.mailbox import mailbox
from mailbot.mail.ids import id_key
from mailbot.mail.quoting.known_lines import quoted_lines
from mailbot.mail.subject import normal_subject
from mailbot.mail.thread_index import conversation
from mailbot.ports import Trace, Written
from mailbot.store.moments import moment, written
from mailbot.store.room import Room

_MOST_CASES = 20
_MOST_LINES = 500
_MOST_AWAITED = 50

_reads_case = msgspec.json.Decoder(Case)


class Memory(Room):
    """Remembers ids, threads, subjects and lines of mails; keys are hashes that reveal nothing."""

    def remember(self, trace: Trace) -> None:
        """Remember a mail, so that later mails can be filed by it."""
        own, theirs = trace.own_lines[:_MOST_LINES], trace.their_lines[:_MOST_LINES]
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
        """Remember a letter of ours: it may be answered or quoted."""
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

    def cases_of(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Which of these Message-IDs were seen, and in which case."""
        found = ((one, self._case_of(one)) for one in dict.fromkeys(ids))
        return {one: case_id for one, case_id in found if case_id}

    def cases_awaiting(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The cases in which a mail referred to one of these before it came."""
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

    def never_got(self, case_id: str) -> int:
        """How many mails this case refers to that never came."""
        return int(
            self.db.value(
                "SELECT count(DISTINCT key) FROM known_awaited WHERE case_id = ?"
                " OR case_id IN (SELECT case_id FROM merged WHERE into_id = ?)",
                case_id,
                case_id,
            )
        )

    def current(self, case_id: str) -> str:
        """The case itself, or the one it was merged into."""
        for _ in range(_MOST_CASES):
            into = self.db.value("SELECT into_id FROM merged WHERE case_id = ?", case_id)
            if into is None:
                return case_id
            case_id = into
        return case_id

    def merge(self, case_id: str, into: str) -> None:
        """Merge: whatever refers to the one case now means the other."""
        self.db.write("INSERT OR REPLACE INTO merged VALUES (?, ?)", case_id, into)

    def unmerge(self, case_id: str) -> None:
        self.db.write("DELETE FROM merged WHERE case_id = ?", case_id)

    def case_of_thread_index(self, thread_index: str) -> str:
        """The case of an Exchange conversation (Thread-Index), or ''."""
        named = conversation(thread_index)
        return self._case("known_thread", "thread", named[0]) if named else ""

    def cases_quoted(self, lines: Sequence[str]) -> Mapping[str, int]:
        """How many of these lines we wrote in each case; lines found in many cases are ignored."""
        quoted: Counter[str] = Counter()
        for line in tuple(dict.fromkeys(lines))[:_MOST_LINES]:
            rows = self.db.all(
                "SELECT case_id FROM known_line WHERE key = ? LIMIT ?",
                self.vault.number("line", line),
                _MOST_CASES + 1,
            )
            if len(rows) <= _MOST_CASES:
                quoted.update(self._current(case_id for (case_id,) in rows))
        return quoted

    def cases_echoed(self, lines: Sequence[str]) -> frozenset[str]:
        """The cases in which a customer wrote one of these lines."""
        rows = (
            self.db.all(
                "SELECT case_id FROM known_line WHERE key = ? LIMIT ?",
                self.vault.number("theirs", line),
                _MOST_CASES,
            )
            for line in tuple(dict.fromkeys(lines))[:_MOST_LINES]
        )
        return frozenset(self._current(case_id for found in rows for (case_id,) in found))

    def cases_of_subject(self, subject: str) -> list[str]:
        """The cases with this normalised subject, most recent first."""
        rows = self.db.all(
            "SELECT case_id FROM known_subject WHERE key = ? ORDER BY at DESC LIMIT ?",
            self.vault.number("subject", subject),
            _MOST_CASES,
        )
        return list(self._current(case_id for (case_id,) in rows))

    def open_cases_of(self, address: str) -> list[str]:
        """The open cases in which this person takes part, most recent first."""
        rows = self.db.all(
            "SELECT DISTINCT id FROM known_person JOIN casebook ON id = case_id"
            " WHERE key IN (?, ?) AND status <> 'closed' ORDER BY seq DESC LIMIT ?",
            self.vault.number("person", address),
            self.vault.number("person", mailbox(address)),
            _MOST_CASES,
        )
        return [case_id for (case_id,) in rows]

    def known(self, case_ids: Sequence[str]) -> Mapping[str, Known]:
        """What filing needs to know about these cases; unknown ids are left out."""
        found = (self._known_case(case_id) for case_id in dict.fromkeys(case_ids))
        return {one.id: one for one in found if one is not None}

    def _known_case(self, case_id: str) -> Known | None:
        row = self.db.one(
            "SELECT body, last_at FROM casebook LEFT JOIN known_case ON case_id = id WHERE id = ?",
            case_id,
        )
        if row is None:
            return None
        case = _reads_case.decode(row[0])
        return known_case(case, moment(row[1]) or case.opened, self._apart(case.id))

    def set_apart(self, case_id: str, other: str) -> None:
        """Mark two cases as separate by a person's word: no mail may join them again."""
        pairs = [(case_id, other), (other, case_id)]
        self.db.write_many("INSERT OR IGNORE INTO apart VALUES (?, ?)", pairs)

    def _apart(self, case_id: str) -> tuple[str, ...]:
        rows = self.db.all("SELECT other_id FROM apart WHERE case_id = ?", case_id)
        return tuple(other for (other,) in rows)

    def _learn(self, table: str, kind: str, texts: Iterable[str], trace: Trace) -> None:
        sql = f"INSERT OR IGNORE INTO known_{table} VALUES (?, ?)"  # noqa: S608 - tables of ours
        self.db.write_many(sql, [(self.vault.number(kind, one), trace.case_id) for one in texts])

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

    def _case(self, table: str, kind: str, text: str) -> str:
        sql = f"SELECT case_id FROM {table} WHERE key = ?"  # noqa: S608 - two tables of ours
        found = self.db.value(sql, self.vault.number(kind, text))
        return self.current(found) if found else ""

    def _case_of(self, message_id: str) -> str:
        """The case of a Message-ID; older states stored ids unnormalised."""
        known = id_key(message_id)
        found = self._case("known_mail", "id", known)
        return found or (self._case("known_mail", "id", message_id) if known != message_id else "")

    def _current(self, case_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self.current, case_ids)))

    def _await(self, trace: Trace) -> None:
        """Update the awaited ids: add those it refers to that never came, drop its own."""
        keys = [(self.vault.number("id", id_key(one)),) for one in trace.ids]
        self.db.write_many("DELETE FROM known_awaited WHERE key = ?", keys)
        missing = [one for one in trace.answers[:_MOST_AWAITED] if not self._case_of(one)]
        self._learn("awaited", "id", map(id_key, missing), trace)
