import os
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.because import Because
from mailbot.desk.case.actions import HandsOffChange
from mailbot.desk.case.case import Case
from mailbot.desk.case.promise import PromiseState
from mailbot.errors import ConfigError, StoreBusy
from mailbot.mail.mime.raw import pieces_of
from mailbot.ports import Position
from mailbot.repositories.cases import JournalEntry
from mailbot.store.lock import only_one
from mailbot.store.sqlite import DATABASE, KEY, SqliteStore
from mailbot.understanding.understood import MomentFact, NumberFact, TextFact
from tests.store.connection import connection

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
HERE = Path(__file__).parent
CASE = Case("C-1", "a", AT)

DIES = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from mailbot.desk.case.case import Case
from mailbot.ports import Arrival, Position
from mailbot.repositories.cases import JournalEntry
from mailbot.store.sqlite import SqliteStore

at = datetime(2020, 6, 1, tzinfo=UTC)
store = SqliteStore.open(Path(sys.argv[1]))
store.cases.record(Case("C-1", "before", at), None, None)
with store.transaction():
    store.mails.keep([Arrival(Position("INBOX", 1, 1), b"x", at, "x")])
    store.cases.record(Case("C-1", "after", at), at, at, JournalEntry(at, "CustomerWrote", ()))
    if sys.argv[2] == "inside":
        os._exit(137)
os._exit(137)
"""
_READ = "SELECT value FROM note WHERE name = 'n'"


@pytest.mark.parametrize(
    ("where", "title", "mails"), [("inside", "before", 0), ("after", "after", 1)]
)
def test_a_crash_undoes_the_whole_transaction_or_nothing(
    tmp_path: Path, where: str, title: str, mails: int
) -> None:
    ended = subprocess.run([sys.executable, "-c", DIES, tmp_path, where], check=False)
    assert ended.returncode == 137

    store = SqliteStore.open(tmp_path)

    assert store.cases.load("C-1").title == title
    assert len(list(store.verdicts.unhandled())) == len(store.cases.journal("C-1")) == mails
    assert (store.mails.position("INBOX") is not None) is bool(mails)
    store.close()


def test_an_inner_transaction_ends_with_the_outer_one(store: SqliteStore) -> None:
    def fails() -> None:
        with store.transaction():
            with store.transaction():
                store.cases.record(CASE, None, None)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    assert store.cases.find("C-1") is None


def test_a_failed_inner_transaction_leaves_the_outer_one_whole(store: SqliteStore) -> None:
    def fails() -> None:
        with store.transaction():
            store.cases.record(CASE, None, None)
            raise RuntimeError

    with store.transaction():
        store.cases.hands_off(("x",), HandsOffChange.PLACE, "why")
        with pytest.raises(RuntimeError):
            fails()
        store.notes.pause()

    assert store.cases.find("C-1") is None
    assert store.notes.is_paused()


def test_a_journal_without_its_case_is_refused(store: SqliteStore) -> None:
    def orphan() -> None:
        with store.transaction():
            connection(store).write(
                "INSERT INTO journal (case_id, at, what, because, status)"
                " VALUES ('C-404', '2020-06-01', 'x', '[]', 'open')"
            )

    with pytest.raises(sqlite3.IntegrityError):
        orphan()
    store.notes.pause()
    assert store.notes.is_paused()


def test_two_programs_see_each_others_work(tmp_path: Path) -> None:
    bot, console = SqliteStore.open(tmp_path), SqliteStore.open(tmp_path)

    console.notes.pause()
    bot.cases.record(CASE, None, None)

    assert bot.notes.is_paused()
    assert console.cases.load("C-1") == CASE
    assert {bot.cases.next_id("C-"), console.cases.next_id("C-")} == {"C-1", "C-2"}
    bot.close()
    console.close()


def test_a_bot_whose_pages_are_open_is_seen_after_a_command_has_ended(tmp_path: Path) -> None:
    bot, pages = SqliteStore.open(tmp_path), SqliteStore.open(tmp_path)
    looks = (
        "import sys; from pathlib import Path; from mailbot.store.sqlite import SqliteStore\n"
        "state = SqliteStore.open(Path(sys.argv[1])); print(state.notes.is_paused()); state.close()"
    )

    def told() -> str:
        command = [sys.executable, "-c", looks, str(tmp_path)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    assert told() == "False"
    bot.notes.pause()

    assert told() == "True"
    assert pages.notes.is_paused()
    pages.close()
    bot.close()


def test_a_program_sees_nothing_of_anothers_unfinished_work(tmp_path: Path) -> None:
    bot, console = SqliteStore.open(tmp_path), SqliteStore.open(tmp_path)
    with bot.transaction():
        bot.cases.record(CASE, None, None)

        assert console.cases.find("C-1") is None
    assert console.cases.find("C-1") == CASE
    bot.close()
    console.close()


def test_read_then_write_never_loses_to_another_writer(tmp_path: Path) -> None:
    SqliteStore.open(tmp_path).close()

    def count_up() -> None:
        mine = SqliteStore.open(tmp_path)
        for _ in range(50):
            with mine.transaction():
                known = int(connection(mine).value(_READ) or 0)
                connection(mine).write(
                    "INSERT OR REPLACE INTO note VALUES ('n', ?)", str(known + 1)
                )
        mine.close()

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    store = SqliteStore.open(tmp_path)
    assert connection(store).value(_READ) == "200"
    store.close()


def test_one_connection_serves_several_threads(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path)
    errors: list[Exception] = []

    def work(name: str) -> None:
        try:
            for number in range(25):
                with store.transaction():
                    store.cases.record(Case(f"{name}-{number}", "t", AT), None, None)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "ABCD"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert len(store.case_lists.all()) == 100
    store.close()


def test_a_locked_state_is_told_and_works_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailbot.store.connection._PATIENCE", 0.05)
    bot, other = SqliteStore.open(tmp_path), SqliteStore.open(tmp_path)
    with other.transaction():
        other.notes.pause()
        with pytest.raises(StoreBusy, match="locked"):
            bot.cases.record(CASE, None, None)

    bot.cases.record(CASE, None, None)
    assert bot.cases.load("C-1") == CASE
    bot.close()
    other.close()


def test_every_commit_is_on_the_disk(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path)

    assert connection(store).value("PRAGMA journal_mode") == "wal"
    assert connection(store).value("PRAGMA synchronous") == 2
    assert connection(store).value("PRAGMA foreign_keys") == 1
    store.close()


def test_nightly_care_empties_the_write_ahead_log(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path)
    store.cases.record(CASE, None, None)

    store.care()

    assert (tmp_path / f"{DATABASE}-wal").stat().st_size == 0
    store.close()


def laid_down(folder: Path, schema: int) -> Path:
    """A state as that schema left it."""
    old = sqlite3.connect(folder / DATABASE)
    old.executescript((HERE / f"schema_{schema}.sql").read_text(encoding="utf-8"))
    old.close()
    (folder / KEY).write_text("00" * 32)
    (folder / KEY).chmod(0o600)
    return folder


def test_a_state_of_schema_1_is_opened_and_upgraded(tmp_path: Path) -> None:
    store = SqliteStore.open(laid_down(tmp_path, 1))

    assert store.cases.load("C-1").title == "蓝屏"
    assert [one.raw for one in store.verdicts.unhandled()] == [b"mail 2"]
    assert store.mails.position("INBOX") == Position("INBOX", 1, 2)
    assert store.vault.unseal(store.cases.load("C-1").transfer.accounts[0].password) == "Tr0ub4dor"
    assert store.memory.cases_of(["1@x"]) == {"1@x": "C-1"}
    row = store.outbox.claim(AT)
    assert row is not None
    assert row.to == ("a@x.example",)
    assert store.cases.next_id("C-") == "C-2"
    store.close()


def test_a_state_of_schema_2_is_opened_and_upgraded(tmp_path: Path) -> None:
    store = SqliteStore.open(laid_down(tmp_path, 2))

    assert store.cases.load("C-1").title == "蓝屏"
    assert [b"".join(pieces_of(one.raw)) for one in store.verdicts.unhandled()] == [
        b"mail 2",
        b"mail 3",
    ]
    assert store.mails.position("INBOX") == Position("INBOX", 1, 3)
    store.close()


def test_the_reasons_of_a_state_of_schema_4_are_read_as_values(tmp_path: Path) -> None:
    store = SqliteStore.open(laid_down(tmp_path, 4))

    case = store.cases.load("C-7")
    draft, note = case.drafts
    asked = Because.NOT_UNDERSTOOD(address="b@y.example")
    assert [str(need.what) for need in case.holds.needs] == [str(asked)]
    assert case.holds.need_somebody
    assert draft.withheld[1] == Because.GAP()
    assert [str(one) for one in note.content.notes] == [str(asked), "step_result: 不行"]
    assert case.holds.hands_off == "太慢了"
    (entry,) = store.cases.journal("C-7")
    assert str(entry.because[0]) == str(Because.OUR_STEP())
    store.cases.record(case, None, None, JournalEntry(AT, "Taken", (Because.TAKEN(person="lin"),)))
    assert store.cases.journal("C-7")[1].because == (Because.TAKEN(person="lin"),)
    store.close()


@pytest.mark.parametrize("schema", [1, 2, 3, 4, 5, 6, 8, 9, 10])
def test_a_fresh_state_has_the_tables_of_an_upgraded_one(tmp_path: Path, schema: int) -> None:
    upgraded, fresh = SqliteStore.open(laid_down(tmp_path, schema)), SqliteStore.in_memory()

    assert tables(upgraded) == tables(fresh)
    upgraded.close()
    fresh.close()


def test_the_day_promised_in_a_state_of_schema_6_is_an_open_promise(tmp_path: Path) -> None:
    store = SqliteStore.open(laid_down(tmp_path, 6))

    (promise,) = store.cases.load("C-7").clocks.promises
    assert promise.until.isoformat() == "2020-06-20T10:00:00+08:00"
    assert promise.state is PromiseState.OPEN
    assert store.cases.load("C-1").clocks.promises == ()
    assert [one.intents for one in store.corrections.all()] == [("question",)]
    store.close()


def test_who_is_away_in_a_state_of_schema_8_is_away_still(tmp_path: Path) -> None:
    store = SqliteStore.open(laid_down(tmp_path, 8))

    lin = store.presences.of("lin@x.example")
    assert lin.stand_in == "xu@x.example"
    assert lin.away_until is not None
    assert lin.away_until.isoformat() == "2031-01-08T00:00:00+00:00"
    assert store.presences.of("xu@x.example").away_since is None
    assert [one.email for one in store.users.all()] == ["lin@x.example", "xu@x.example"]
    store.close()


def test_the_fields_of_a_case_of_schema_9_lie_in_its_parts(tmp_path: Path) -> None:
    store = SqliteStore.open(laid_down(tmp_path, 9))

    case = store.cases.load("C-7")
    assert case.parties.customers == ("b@y.example",)
    assert case.parties.engineer == "lin@support.example"
    assert case.matter.facts[0].evidence == "蓝屏 0x139"
    assert case.transfer.login_wanted is not None
    assert case.transfer.login_wanted.requests[0].answers == "m7@y.example"
    assert case.talk.last_heard is not None
    assert case.clocks.open_promise is not None
    assert case.holds.need_somebody
    assert len(case.drafts) == 2
    moved = store.merges.last("C-1")
    assert moved is not None
    assert moved.before.parties.customers == ("a@x.example",)
    assert moved.other_before is not None
    assert moved.other_after.clocks.closed_at is not None
    store.close()


def test_the_facts_of_a_state_of_schema_10_are_moments_numbers_and_texts(tmp_path: Path) -> None:
    store = SqliteStore.open(laid_down(tmp_path, 10))

    code, _, watch, link, *_, meets = store.cases.load("C-7").matter.facts
    assert code == TextFact("error_code", "0x139", "蓝屏 0x139")
    until = datetime(2020, 6, 3, 5, 55, 20, tzinfo=UTC)
    assert watch == MomentFact("watch_until", until, "观察一周")
    assert watch.said == "2020-06-03T13:55:20+08:00"
    assert link.said == "https://files.example/a"
    sizes = [one for one in store.cases.load("C-7").matter.facts if one.name == "download_size"]
    assert [one.value for one in sizes] == [3 * 1024**3, 2048]
    # nobody knows where that was two in the afternoon
    assert meets == TextFact("meeting_start", "2020-06-09T14:00:00", "周二下午两点")
    mail = store.conversations.mail(1)
    assert mail is not None
    assert mail.said.fact("account_host") == "upload.support.example"
    assert mail.said.number("account_port") == 22222
    assert mail.said.moment("promise") == datetime(2020, 6, 5, 10, tzinfo=UTC)
    moved = store.merges.last("C-1")
    assert moved is not None
    assert [type(one) for one in moved.other_after.matter.facts] == [
        MomentFact, TextFact, NumberFact,
    ]  # fmt: skip
    store.close()


def tables(store: SqliteStore) -> set[tuple[str, str]]:
    sql = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    return {(name, " ".join(text.split())) for name, text in connection(store).all(sql)}


def test_the_state_of_a_newer_mailbot_is_left_alone(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path)
    connection(store).db["_sqlite_migrations"].insert(  # type: ignore[union-attr]
        {"migration_set": "mailbot", "name": "schema_99", "applied_at": "2031-01-01"}
    )
    store.close()

    with pytest.raises(ConfigError, match="newer mailbot"):
        SqliteStore.open(tmp_path)


def test_a_file_that_is_no_state_is_told(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"not a database at all" * 99)
    (tmp_path / KEY).write_text("00" * 32)
    (tmp_path / KEY).chmod(0o600)

    with pytest.raises(ConfigError, match="backup"):
        SqliteStore.open(tmp_path)


def test_only_one_bot_looks_after_a_state(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(StoreBusy, match="another mailbot"), only_one(tmp_path):
        pass
    with only_one(tmp_path):
        assert os.path.exists(tmp_path / "lock")


def test_an_older_journal_knows_the_states_since_their_last_change(tmp_path: Path) -> None:
    store = SqliteStore.open(laid_down(tmp_path, 6))

    rows = connection(store).all(
        "SELECT journal.status, casebook.status FROM journal JOIN casebook"
        " ON casebook.id = journal.case_id"
    )
    store.close()

    assert rows
    assert all(entry == book for entry, book in rows)
