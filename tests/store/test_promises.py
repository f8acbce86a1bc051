"""What the whole store promises: a failure anywhere leaves nothing half done, no lookup scans."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from mailbot.desk.case.actions import HandsOffChange
from mailbot.desk.case.case import Case
from mailbot.desk.case.parties import Contact, Parties
from mailbot.errors import StoreBusy
from mailbot.ports import Arrival, Position, Written
from mailbot.reasons import Reason
from mailbot.repositories.cases import JournalEntry
from mailbot.repositories.outbox import OutboxRow
from mailbot.repositories.traces import Trace
from mailbot.store.connection import Connection
from mailbot.store.sqlite import SqliteStore
from tests.store.connection import connection

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
MAIL = Arrival(Position("INBOX", 1, 1), b"a mail", AT, "INBOX/1")
# the lists of everything, which only a person at a terminal asks for
LISTS = re.compile(r"SELECT (body FROM casebook ORDER BY seq|who, because FROM hands_off)")


def handle(store: SqliteStore) -> None:
    """All that one mail changes, as the engine does it."""
    with store.transaction():
        store.mails.keep([MAIL])
        mail = next(store.verdicts.unhandled())
        case_id = store.cases.next_id("C-")
        store.vault.seal("secret")
        store.traces.remember(
            Trace(case_id, ("1@x",), "", "blue", ("a@x",), ("a line of ours",), AT)
        )
        store.verdicts.settle(mail.id, "handled", case_id, ("new",), "1@x", "d")
        store.cases.hands_off(("x",), HandsOffChange.PLACE, "pressed")
        store.draft_texts.keep(f"{case_id}/1", case_id, Written("s", "t"))
        store.outbox.queue(letter(case_id))
        case = Case(case_id, "blue", AT, parties=Parties(contacts=(Contact("a@x"),)))
        store.cases.record(case, AT, AT, JournalEntry(AT, "CustomerWrote", (Reason("new"),)))


def letter(case_id: str) -> OutboxRow:
    return OutboxRow(
        f"{case_id}/1", case_id, "l@desk", "Desk", ("a@x",), (), "s", "t", "", (), AT, "", ("x",)
    )


def content(store: SqliteStore) -> list[str]:
    return [line for line in connection(store)._raw.iterdump() if "raw_mail" not in line]


def failing_at(number: int) -> Callable[..., int]:
    """A `Connection.write` whose ``number``-th call finds the disk full."""
    calls, write = iter(range(1, 10_000)), Connection.write

    def failing(db: Connection, sql: str, *values: object) -> int:
        if next(calls) == number:
            raise StoreBusy("the disk is full")
        return write(db, sql, *values)

    return failing


def test_whichever_statement_fails_nothing_is_half_done(monkeypatch: pytest.MonkeyPatch) -> None:
    failures = 0
    for number in range(1, 200):
        store = SqliteStore.in_memory()
        before = content(store)
        with monkeypatch.context() as patch:
            patch.setattr(Connection, "write", failing_at(number))
            try:
                handle(store)
            except StoreBusy:
                failures += 1
                assert content(store) == before
        if content(store) != before:
            store.close()
            break
        handle(store)
        assert store.cases.load("C-1").title == "blue"
        store.close()

    assert failures > 20


def every_lookup(store: SqliteStore) -> None:
    """Everything the engine asks on its way, once."""
    handle(store)
    (
        store.mails.position("INBOX"),
        store.mails.read_to_end_at("INBOX"),
        list(store.verdicts.unhandled()),
    )
    (
        store.verdicts.count_attempt(1),
        store.verdicts.is_duplicate("1@x", "d"),
        store.mails.is_proven("1@x"),
    )
    store.verdicts.quarantined(), store.verdicts.release(1)
    (
        store.cases.find("C-1"),
        store.case_lists.open(),
        store.case_lists.all(),
        store.cases.journal("C-1"),
    )
    store.case_lists.with_drafts(), store.case_lists.unsettled(), store.sent_letters.left_since(AT)
    (
        store.case_lists.newest(9, closed=False),
        store.conversations.mail(1),
        store.filed_mails.mails_of("C-1"),
    )
    (
        store.alarms.due(AT),
        store.alarms.leaving_before(AT),
        store.alarms.next_alarm(),
        store.alarms.next_leaving(),
    )
    (
        store.memory.cases_of(["1@x"]),
        store.memory.case_of_thread_index("A" * 40),
        store.memory.cases_quoted(["a line"]),
    )
    (
        store.memory.cases_of_subject("blue"),
        store.memory.open_cases_of("a@x"),
        store.memory.known(["C-1"]),
    )
    store.outbox.claim(AT)
    store.outbox.sending_begins("C-1/1")
    store.outbox.mark("C-1/1", "sent")
    store.outbox.mark("C-1/1", "failed")
    store.outbox.retry("C-1/1", AT)
    store.logins.shut(("c",), AT)
    (
        store.sent_letters.left_behind(),
        store.sent_letters.in_doubt(),
        store.sent_letters.is_proof("l@desk"),
        store.sent_letters.sent_since(AT, "a@x"),
    )
    (
        store.draft_texts.written("C-1/1"),
        store.sent_letters.state("C-1/1"),
        store.outbox.withdraw("x"),
    )
    store.logins.find("c"), store.logins.of_case("C-1"), store.logins.case_of_user("c")
    store.notes.is_paused(), store.notes.first_start(), store.vault.unseal("x")


def test_no_lookup_grows_with_the_history(store: SqliteStore) -> None:
    asked: set[str] = set()
    connection(store)._raw.set_trace_callback(asked.add)
    every_lookup(store)
    connection(store)._raw.set_trace_callback(None)

    plans = {
        sql: [str(row[3]) for row in connection(store).all(f"EXPLAIN QUERY PLAN {sql}")]
        for sql in asked
        if sql.startswith(("SELECT", "UPDATE", "DELETE", "INSERT")) and not LISTS.match(sql)
    }

    assert len(plans) > 40
    assert {sql: steps for sql, steps in plans.items() if any(map(reads_all, steps))} == {}


def reads_all(step: str) -> bool:
    """A table read from end to end; a partial index holds only what waits.

    A full-text table is looked up by its row id ("INDEX 0:="), and holds a few settings of its own.
    """
    by_index = (
        r"USING .*INDEX \w+_(waiting|open|quar|drafts)|VIRTUAL TABLE INDEX 0:=|_words_config$"
    )
    return step.startswith("SCAN") and not re.search(by_index, step)


def test_every_reference_between_tables_has_an_index(store: SqliteStore) -> None:
    for (table,) in connection(store).all("SELECT name FROM sqlite_master WHERE type = 'table'"):
        indexed = {columns[0] for columns in indexes(store, table)}
        references = {row[3] for row in connection(store).all(f"PRAGMA foreign_key_list({table})")}
        assert references <= indexed, table


def indexes(store: SqliteStore, table: str) -> list[list[str]]:
    names = [row[1] for row in connection(store).all(f"PRAGMA index_list({table})")]
    columns = [
        [row[2] for row in connection(store).all(f"PRAGMA index_info({name})")] for name in names
    ]
    keys = [[row[1]] for row in connection(store).all(f"PRAGMA table_info({table})") if row[5] == 1]
    return columns + keys
