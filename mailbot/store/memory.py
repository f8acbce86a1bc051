"""Where earlier mails are found again: every lookup by one index, whatever the history's length."""

import base64
import binascii
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from mailbot.desk.case import Case
from mailbot.desk.filing import Known
from mailbot.mail.thread import normal_subject, quoted_lines
from mailbot.ports import Trace, Written
from mailbot.store.moments import moment, written
from mailbot.store.room import Room

_MOST_CASES = 20
_MOST_LINES = 500
# the first 22 bytes name a conversation, five more follow with every answer (MS-OXOMSG, 2.2.1.3)
_CONVERSATION = 22

_reads_case = msgspec.json.Decoder(Case)


class Memory(Room):
    """Remembers what each mail left behind; keys are hashes, so nothing can be read from them."""

    def remember(self, trace: Trace) -> None:
        """What a mail leaves for later mails to be filed by."""
        at = written(trace.at)
        lines = trace.own_lines[:_MOST_LINES]
        with self.db.transaction():
            self._known("INSERT OR IGNORE INTO known_mail VALUES (?, ?)", "id", trace.ids, trace)
            self._known(
                "INSERT OR IGNORE INTO known_thread VALUES (?, ?)",
                "thread",
                _conversation(trace.thread_index),
                trace,
            )
            self._known("INSERT OR IGNORE INTO known_line VALUES (?, ?)", "line", lines, trace)
            theirs = trace.their_lines[:_MOST_LINES]
            self._known("INSERT OR IGNORE INTO known_line VALUES (?, ?)", "theirs", theirs, trace)
            self._known(
                "INSERT OR IGNORE INTO known_person VALUES (?, ?)",
                "person",
                trace.participants,
                trace,
            )
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

    def remember_own(
        self, case_id: str, message_id: str, letter: Written, to: Sequence[str], at: datetime
    ) -> None:
        """What a letter of ours leaves: it may be answered, quoted and spoken of."""
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
        found = ((one, self._case("known_mail", "id", one)) for one in dict.fromkeys(ids))
        return {one: case_id for one, case_id in found if case_id}

    def case_of_thread_index(self, thread_index: str) -> str:
        """The case of an Exchange conversation, or ''."""
        named = _conversation(thread_index)
        return self._case("known_thread", "thread", named[0]) if named else ""

    def cases_quoted(self, lines: Sequence[str]) -> Mapping[str, int]:
        """How many of these lines we wrote in each case; a line in many cases tells nothing."""
        quoted: Counter[str] = Counter()
        for line in tuple(dict.fromkeys(lines))[:_MOST_LINES]:
            rows = self.db.all(
                "SELECT case_id FROM known_line WHERE key = ? LIMIT ?",
                self.vault.number("line", line),
                _MOST_CASES + 1,
            )
            if len(rows) <= _MOST_CASES:
                quoted.update(case_id for (case_id,) in rows)
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
        return frozenset(case_id for found in rows for (case_id,) in found)

    def cases_of_subject(self, subject: str) -> list[str]:
        """The cases with this normalised subject, most recent first."""
        rows = self.db.all(
            "SELECT case_id FROM known_subject WHERE key = ? ORDER BY at DESC LIMIT ?",
            self.vault.number("subject", subject),
            _MOST_CASES,
        )
        return [case_id for (case_id,) in rows]

    def open_cases_of(self, address: str) -> list[str]:
        """The open cases this person takes part in, most recent first."""
        rows = self.db.all(
            "SELECT id FROM known_person JOIN casebook ON id = case_id"
            " WHERE key = ? AND status <> 'closed' ORDER BY seq DESC LIMIT ?",
            self.vault.number("person", address),
            _MOST_CASES,
        )
        return [case_id for (case_id,) in rows]

    def known(self, case_ids: Sequence[str]) -> Mapping[str, Known]:
        """What filing needs to know of these cases; those that don't exist are left out."""
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
        return Known(
            id=case.id,
            subject=normal_subject(case.title),
            status=case.status,
            customers=case.customers,
            participants=case.participants,
            last_at=moment(row[1]) or case.opened,
            end_user=case.end_user,
            closed_at=case.closed_at,
        )

    def _known(self, sql: str, kind: str, texts: Sequence[str], trace: Trace) -> None:
        self.db.write_many(sql, [(self.vault.number(kind, one), trace.case_id) for one in texts])

    def _case(self, table: str, kind: str, text: str) -> str:
        sql = f"SELECT case_id FROM {table} WHERE key = ?"  # noqa: S608 - two tables of ours
        return self.db.value(sql, self.vault.number(kind, text)) or ""


def _conversation(thread_index: str) -> tuple[str, ...]:
    """The bytes that every mail of a conversation shares, or nothing."""
    try:
        data = base64.b64decode(thread_index, validate=True)
    except (binascii.Error, ValueError):
        return ()
    return (data[:_CONVERSATION].hex(),) if len(data) >= _CONVERSATION else ()
