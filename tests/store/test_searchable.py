"""What a search finds: English by words, Chinese by any two characters, names in their parts."""

import pytest

from mailbot.store.searchable import query, searchable
from mailbot.store.sqlite import SqliteStore
from tests.store.connection import connection

TEXT = (
    "伺服器昨天又蓝屏了两次，請查收 MEMORY.dmp；the print-server of Zhou@partner.example crashed."
)
FOUND = (
    "蓝屏", "屏了", "又蓝", "昨天又蓝屏", "服务器", "查收", "蓝", "print", "PRINT", "crash",
    "server", "zhou", "partner", "partner.example", "memory", "MEMORY.dmp", "蓝屏 zhou",
    "print 昨天", "次",
)  # fmt: skip
NOT_FOUND = ("黑屏", "屏蓝", "rash", "蓝屏 黑屏", "prints erver", "李", "dump")


@pytest.fixture
def store() -> SqliteStore:
    store = SqliteStore.in_memory()
    connection(store).write("INSERT INTO mail_words (rowid, words) VALUES (1, ?)", searchable(TEXT))
    return store


def hits(store: SqliteStore, asked: str) -> int:
    words = query(asked)
    sql = "SELECT count(*) FROM mail_words WHERE mail_words MATCH ?"
    return int(connection(store).value(sql, words)) if words else 0


@pytest.mark.parametrize("asked", FOUND)
def test_what_stands_there_is_found(store: SqliteStore, asked: str) -> None:
    assert hits(store, asked) == 1


@pytest.mark.parametrize("asked", NOT_FOUND)
def test_what_does_not_is_not(store: SqliteStore, asked: str) -> None:
    assert hits(store, asked) == 0


@pytest.mark.parametrize(
    "asked", ["", "   ", '"', "*", "a OR", "NEAR(", "蓝屏\x00", "-x", ":", "^", "()", "' OR 1=1 --"]
)
def test_nothing_a_person_types_breaks_a_search(store: SqliteStore, asked: str) -> None:
    assert hits(store, asked) in (0, 1)
