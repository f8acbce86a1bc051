"""What the whole store promises: a failure anywhere leaves nothing half done, no lookup scans."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from mailbot.desk.case.case import Case
from mailbot.desk.case.parties import Contact, Parties
from mailbot.errors import StoreBusy
from mailbot.ports import Arrival, JournalEntry, Position, Trace, Written
from mailbot.reasons import Reason
from mailbot.store.connection import Connection
from mailbot.store.rows import OutboxRow
from mailbot.store.sqlite import SqliteStore

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
MAIL = Arrival(Position("INBOX", 1, 1), b"a mail", AT, "INBOX/1")
# the lists of everything, which only a person at a terminal asks for
LISTS = re.compile(r"SELECT (body FROM casebook ORDER BY seq|who, because FROM hands_off)")


def handle(store: SqliteStore) -> None:
    """All that one mail changes, as the engine does it."""
    with store.transaction():
        store.keep([MAIL])
        mail = next(store.unhandled())
        case_id = store.next_case_id("C-")
        store.vault.seal("secret")
        store.remember(Trace(case_id, ("1@x",), "", "blue", ("a@x",), ("a line of ours",), AT))
        store.settle(mail.id, "handled", case_id, ("new",), "1@x", "d")
        store.hands_off(("x",), "place", "pressed")
        store.keep_draft(f"{case_id}/1", case_id, Written("s", "t"))
        store.queue(letter(case_id))
        case = Case(case_id, "blue", AT, parties=Parties(contacts=(Contact("a@x"),)))
        store.record(case, AT, AT, JournalEntry(AT, "CustomerWrote", (Reason("new"),)))


def letter(case_id: str) -> OutboxRow:
    return OutboxRow(
        f"{case_id}/1", case_id, "l@desk", "Desk", ("a@x",), (), "s", "t", "", (), AT, "", ("x",)
    )


def content(store: SqliteStore) -> list[str]:
    return [line for line in store.db._raw.iterdump() if "raw_mail" not in line]


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
        assert store.load("C-1").title == "blue"
        store.close()

    assert failures > 20


def every_lookup(store: SqliteStore) -> None:
    """Everything the engine asks on its way, once."""
    handle(store)
    store.position("INBOX"), store.read_to_end_at("INBOX"), list(store.unhandled())
    store.count_attempt(1), store.is_duplicate("1@x", "d"), store.is_proven("1@x")
    store.quarantined(), store.release(1)
    store.find("C-1"), store.open_cases(), store.all_cases(), store.journal("C-1")
    store.cases_with_drafts(), store.unsettled_cases(), store.left_since(AT)
    store.newest_cases(9, closed=False), store.kept_mail(1), store.mails_of("C-1")
    store.due(AT), store.leaving_before(AT), store.next_alarm(), store.next_leaving()
    store.cases_of(["1@x"]), store.case_of_thread_index("A" * 40), store.cases_quoted(["a line"])
    store.cases_of_subject("blue"), store.open_cases_of("a@x"), store.known(["C-1"])
    store.claim(AT)
    store.sending_begins("C-1/1")
    store.mark("C-1/1", "sent")
    store.mark("C-1/1", "failed")
    store.retry("C-1/1", AT)
    store.shut(("c",), AT)
    store.left_behind(), store.in_doubt(), store.is_proof("l@desk"), store.sent_since(AT, "a@x")
    store.written("C-1/1"), store.outbox_state("C-1/1"), store.withdraw("x")
    store.account("c"), store.accounts_of("C-1"), store.case_of_user("c")
    store.is_paused(), store.first_start(), store.vault.unseal("x")


def test_no_lookup_grows_with_the_history(store: SqliteStore) -> None:
    asked: set[str] = set()
    store.db._raw.set_trace_callback(asked.add)
    every_lookup(store)
    store.db._raw.set_trace_callback(None)

    plans = {
        sql: [str(row[3]) for row in store.db.all(f"EXPLAIN QUERY PLAN {sql}")]
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
    for (table,) in store.db.all("SELECT name FROM sqlite_master WHERE type = 'table'"):
        indexed = {columns[0] for columns in indexes(store, table)}
        references = {row[3] for row in store.db.all(f"PRAGMA foreign_key_list({table})")}
        assert references <= indexed, table


def indexes(store: SqliteStore, table: str) -> list[list[str]]:
    names = [row[1] for row in store.db.all(f"PRAGMA index_list({table})")]
    columns = [[row[2] for row in store.db.all(f"PRAGMA index_info({name})")] for name in names]
    keys = [[row[1]] for row in store.db.all(f"PRAGMA table_info({table})") if row[5] == 1]
    return columns + keys
