"""The cases, their journals, and when they are due, in SQLite."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

import msgspec

from mailbot.desk.case.actions import HandsOffChange
from mailbot.desk.case.case import Case
from mailbot.desk.people.organisation import organisation
from mailbot.errors import OrderError
from mailbot.reasons import Reason
from mailbot.refusals import Refusal
from mailbot.repositories.cases import JournalEntry
from mailbot.store.moments import moment, sure_moment, written
from mailbot.store.room import Room
from mailbot.store.searchable import searchable

_reads_case = msgspec.json.Decoder(Case)
# word for word as in the index that finds them
_HAS_DRAFTS = "json_array_length(body, '$.drafts') > 0"
# about as many as a desk has open
_MOST_REMEMBERED = 5_000
_reads_because = msgspec.json.Decoder(list[Reason | str])


class SqliteCases(Room):
    """Each case as it stands, and its journal."""

    def next_id(self, prefix: str) -> str:
        number = self.db.one(
            "INSERT INTO note VALUES ('cases', '1') ON CONFLICT (name)"
            " DO UPDATE SET value = CAST(value AS INTEGER) + 1 RETURNING value"
        )
        return f"{prefix}{number[0]}"

    def find(self, case_id: str) -> Case | None:
        body = self.db.value("SELECT body FROM casebook WHERE id = ?", case_id)
        return None if body is None else self._with_hands_off(_reads_case.decode(body))

    def load(self, case_id: str) -> Case:
        case = self.find(case_id)
        if case is None:
            raise OrderError(Refusal.NO_CASE(case=case_id))
        return case

    def record(
        self,
        case: Case,
        alarm: datetime | None,
        leaves_at: datetime | None,
        *entries: JournalEntry,
    ) -> None:
        body = msgspec.json.encode(_without_hands_off(case)).decode()
        with self.db.transaction():
            self.db.write(
                "INSERT INTO casebook (id, status, alarm, leaves_at, body) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET status = excluded.status, alarm = excluded.alarm,"
                " leaves_at = excluded.leaves_at, body = excluded.body",
                case.id,
                case.status.value,
                written(alarm),
                written(leaves_at),
                body,
            )
            self._index(case)
            for entry in entries:
                self._enter(case, entry)

    def journal(self, case_id: str) -> list[JournalEntry]:
        rows = self.db.all(
            "SELECT at, what, because FROM journal WHERE case_id = ? ORDER BY id", case_id
        )
        return [
            JournalEntry(sure_moment(at), what, tuple(_reasons(because)))
            for at, what, because in rows
        ]

    def last_entry(self) -> int:
        return int(self.db.value("SELECT coalesce(max(id), 0) FROM journal"))

    def hands_off(self, who: Sequence[str], change: HandsOffChange, because: str) -> None:
        with self.db.transaction():
            for one in who:
                self.db.write("DELETE FROM hands_off WHERE who = ?", one)
                if change is HandsOffChange.PLACE:
                    self.db.write("INSERT INTO hands_off VALUES (?, ?)", one, because)

    def hands_off_of(self, who: str) -> str:
        return self.db.value("SELECT because FROM hands_off WHERE who = ?", who) or ""

    def _with_hands_off(self, case: Case) -> Case:
        sql = "SELECT because FROM hands_off WHERE who = ?"
        return _held(case, (self.db.value(sql, one) for one in _who(case)))

    def _index(self, case: Case) -> None:
        """Its words as they are now; most events change none of them."""
        words = searchable("\n".join(filter(None, _told(case))))
        seq = self.db.value("SELECT seq FROM casebook WHERE id = ?", case.id)
        if self.db.value("SELECT words FROM case_words WHERE rowid = ?", seq) != words:
            self.db.write("DELETE FROM case_words WHERE rowid = ?", seq)
            self.db.write("INSERT INTO case_words (rowid, words) VALUES (?, ?)", seq, words)

    def _enter(self, case: Case, entry: JournalEntry) -> None:
        self.db.write(
            "INSERT INTO journal (case_id, at, what, because, status) VALUES (?, ?, ?, ?, ?)",
            case.id,
            written(entry.at),
            entry.what,
            msgspec.json.encode(entry.because).decode(),
            case.status.value,
        )


class SqliteCaseLists(Room):
    """Cases by what they have in common, in the order in which they were opened."""

    def open(self) -> list[Case]:
        return self._cases("SELECT body FROM casebook WHERE status <> 'closed' ORDER BY seq")

    def newest(self, most: int, *, closed: bool) -> list[Case]:
        which = "status = 'closed'" if closed else "status <> 'closed'"
        sql = "SELECT body FROM casebook WHERE"
        return self._cases(f"{sql} {which} ORDER BY seq DESC LIMIT {most}")

    def with_drafts(self) -> list[Case]:
        return self._cases(f"SELECT body FROM casebook WHERE {_HAS_DRAFTS} ORDER BY seq")  # noqa: S608

    def unsettled(self) -> list[Case]:
        return self._cases(
            "SELECT body FROM casebook WHERE seq IN"  # noqa: S608 - the condition stands above
            " (SELECT seq FROM casebook WHERE status <> 'closed' UNION"
            f" SELECT seq FROM casebook WHERE {_HAS_DRAFTS}) ORDER BY seq"
        )

    def of_engineer_since(self, engineer: str, since: datetime) -> list[Case]:
        return self._cases(
            "SELECT body FROM casebook WHERE json_extract(body, '$.parties.engineer') = ?"
            " AND EXISTS (SELECT 1 FROM journal WHERE case_id = casebook.id AND at > ?)"
            " ORDER BY seq",
            engineer, written(since),
        )  # fmt: skip

    def all(self) -> list[Case]:
        return self._cases("SELECT body FROM casebook ORDER BY seq")

    def _cases(self, sql: str, *values: object) -> list[Case]:
        held = dict(self.db.all("SELECT who, because FROM hands_off"))
        cases = [_read(body) for (body,) in self.db.all(sql, *values)]
        return [_held(case, map(held.get, _who(case))) for case in cases] if held else cases


class SqliteAlarms(Room):
    """When cases are due."""

    def due(self, now: datetime) -> list[str]:
        return self._ids("alarm <= ? ORDER BY alarm, seq", written(now))

    def leaving_before(self, until: datetime) -> list[str]:
        return self._ids("leaves_at < ? ORDER BY leaves_at, seq", written(until))

    def next_alarm(self) -> datetime | None:
        return moment(self.db.value("SELECT min(alarm) FROM casebook WHERE alarm IS NOT NULL"))

    def next_leaving(self) -> datetime | None:
        return moment(
            self.db.value("SELECT min(leaves_at) FROM casebook WHERE leaves_at IS NOT NULL")
        )

    def _ids(self, condition: str, until: str | None) -> list[str]:
        sql = f"SELECT id FROM casebook WHERE {condition}"  # noqa: S608 - conditions stand above
        return [case_id for (case_id,) in self.db.all(sql, until)]


@lru_cache(maxsize=_MOST_REMEMBERED)
def _read(body: str) -> Case:
    """The case of a body; what is remembered is found by the body itself, so it is never old."""
    return _reads_case.decode(body)


def _told(case: Case) -> Iterator[str]:
    """What a case is found by: its number, title, people and files."""
    yield from (case.id, case.title, case.parties.end_user)
    for contact in case.parties.contacts:
        yield from (contact.name, contact.email)
    yield from (one.name for one in case.transfer.uploads)


def _who(case: Case) -> tuple[str, ...]:
    """The names to look up for hands-off: organisations, or persons without one."""
    return tuple(dict.fromkeys(map(organisation, case.parties.customers)))


def _held(case: Case, reasons: Iterable[str | None]) -> Case:
    because = next(filter(None, reasons), "")
    return replace(case, holds=replace(case.holds, hands_off=because)) if because else case


def _without_hands_off(case: Case) -> Case:
    """The case without its hands-off mark: it is kept per organisation, never copied here."""
    if not (case.holds.hands_off and case.parties.customers):
        return case
    return replace(case, holds=replace(case.holds, hands_off=""))


def _reasons(because: str) -> Iterator[Reason]:
    """Before schema 5 a journal held English sentences."""
    for one in _reads_because.decode(because):
        yield Reason(one) if isinstance(one, str) else one
