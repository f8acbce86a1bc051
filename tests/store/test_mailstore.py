from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mailbot.errors import ChannelDown, ConfigError
from mailbot.mail.mime.raw import Large, pieces_of
from mailbot.ports import Arrival, Position
from mailbot.store.sqlite import SqliteStore

NOON = datetime(2020, 6, 1, 12, tzinfo=UTC)
RAW = "Subject: 蓝屏\r\n\r\n密码 Tr0ub4dor\r\n".encode("gb18030")


def arrival(uid: int, raw: bytes = b"", validity: int = 1, folder: str = "INBOX") -> Arrival:
    at = NOON + timedelta(minutes=uid)
    return Arrival(Position(folder, validity, uid), raw or b"mail %d" % uid, at, f"{folder}/{uid}")


def waiting(store: SqliteStore) -> list[str]:
    return [one.name for one in store.unhandled()]


def test_what_was_kept_comes_back_byte_for_byte(store: SqliteStore) -> None:
    kept = store.keep([arrival(1, RAW), arrival(2, bytes(range(256)) * 99), arrival(3, b" ")])

    found = list(store.unhandled())

    assert kept == 3
    assert [one.raw for one in found] == [RAW, bytes(range(256)) * 99, b" "]
    assert [(one.name, one.folder, one.at) for one in found][:1] == [
        ("INBOX/1", "INBOX", NOON + timedelta(minutes=1))
    ]


def large(*pieces: bytes) -> Large:
    return Large(sum(map(len, pieces)), lambda: iter(pieces))


def test_a_large_mail_is_kept_in_pieces_and_comes_back_in_them(store: SqliteStore) -> None:
    pieces = [RAW, b"x" * 70_000, b"end"]
    store.keep([arrival(1), replace(arrival(2), raw=large(*pieces))])

    found = list(store.unhandled())[1].raw

    assert isinstance(found, Large)
    assert found.size == sum(map(len, pieces))
    assert [list(found.pieces()) for _ in "ab"] == [pieces, pieces]
    assert not any(RAW[-9:] in sealed for (sealed,) in store.db.all("SELECT sealed FROM raw_piece"))


def test_a_large_mail_whose_fetching_breaks_off_leaves_nothing(store: SqliteStore) -> None:
    def broken() -> Iterator[bytes]:
        yield b"the beginning"
        raise ChannelDown("gone")

    with pytest.raises(ChannelDown):
        store.keep([replace(arrival(1), raw=Large(99, broken))])
    assert waiting(store) == []
    assert store.position("INBOX") is None

    store.keep([replace(arrival(1), raw=large(b"all ", b"of it"))])

    assert store.db.all("SELECT sealed IS NULL, number FROM raw_piece") == [(0, 0), (0, 1)]
    assert waiting(store) == ["INBOX/1"]


def test_a_large_mail_known_from_before_is_known_again(store: SqliteStore) -> None:
    store.keep([replace(arrival(1), raw=large(b"the same"))])

    assert store.keep([replace(arrival(5, validity=2), raw=large(b"the ", b"same"))]) == 0
    store.keep([])
    assert store.db.all("SELECT count(*) FROM raw_piece") == [(1,)]


def test_a_large_mail_that_lost_its_end_is_damaged(store: SqliteStore) -> None:
    store.keep([replace(arrival(1), raw=large(b"a", b"b", b"c"))])
    store.db.write("UPDATE raw_large SET pieces = 2")
    (found,) = store.unhandled()

    with pytest.raises(ConfigError, match="damaged"):
        list(pieces_of(found.raw))


def test_an_empty_mail_is_a_mail(store: SqliteStore) -> None:
    store.keep([Arrival(Position("INBOX", 1, 1), b"", NOON, "x")])

    assert [one.raw for one in store.unhandled()] == [b""]


def test_the_position_moves_with_the_bytes(store: SqliteStore) -> None:
    assert store.position("INBOX") is None

    store.keep([arrival(4), arrival(7), arrival(2, folder="Sent")])

    assert store.position("INBOX") == Position("INBOX", 1, 7)
    assert store.position("Sent") == Position("Sent", 1, 2)


def test_a_failure_in_the_middle_keeps_neither_bytes_nor_position(store: SqliteStore) -> None:
    def fails_halfway() -> Iterator[Arrival]:
        yield arrival(1)
        raise RuntimeError

    with pytest.raises(RuntimeError), store.transaction():
        store.keep(fails_halfway())  # type: ignore[arg-type]

    assert store.position("INBOX") is None
    assert waiting(store) == []


def test_the_same_mail_fetched_twice_is_kept_once(store: SqliteStore) -> None:
    store.keep([arrival(1)])

    assert store.keep([arrival(1), arrival(2)]) == 1
    assert waiting(store) == ["INBOX/1", "INBOX/2"]


def test_after_a_new_uidvalidity_known_bytes_are_known_again(store: SqliteStore) -> None:
    store.keep([arrival(1), arrival(2)])

    kept = store.keep([arrival(8, b"mail 2", validity=2), arrival(9, b"new", validity=2)])

    assert kept == 1
    assert store.position("INBOX") == Position("INBOX", 2, 9)


def test_the_same_bytes_twice_in_one_folder_are_two_mails(store: SqliteStore) -> None:
    assert store.keep([arrival(1, b"same"), arrival(2, b"same")]) == 2


def test_mails_come_in_order_of_arrival_and_undated_ones_last(store: SqliteStore) -> None:
    undated = Arrival(Position("INBOX", 1, 9), b"?", None, "undated")
    store.keep([undated, arrival(5), arrival(3), arrival(3, folder="Sent")])

    assert waiting(store) == ["INBOX/3", "Sent/3", "INBOX/5", "undated"]


def test_a_mail_with_a_verdict_waits_no_more(store: SqliteStore) -> None:
    store.keep([arrival(1), arrival(2)])
    first = next(store.unhandled())

    store.settle(first.id, "ignored", "", ("a newsletter",), "1@x", "d1")

    assert waiting(store) == ["INBOX/2"]


def test_attempts_are_counted_across_lives(store: SqliteStore) -> None:
    store.keep([arrival(1)])
    mail_id = next(store.unhandled()).id
    other_life = SqliteStore(store.db, store.vault)

    counted = [store.count_attempt(mail_id), *(other_life.count_attempt(mail_id) for _ in "ab")]

    assert counted == [1, 2, 3]


def test_quarantine_can_be_looked_through_and_released(store: SqliteStore) -> None:
    store.keep([arrival(1)])
    mail_id = next(store.unhandled()).id
    store.count_attempt(mail_id)
    store.settle(mail_id, "quarantined", "", ("too deep", "twice"))

    (kept,) = store.quarantined()
    assert (kept.id, kept.name, kept.because) == (mail_id, "INBOX/1", "too deep; twice")

    assert store.release(mail_id)
    assert not store.release(mail_id)
    assert not store.release(99)
    assert waiting(store) == ["INBOX/1"]
    assert store.count_attempt(mail_id) == 1


DUPLICATES = [
    ("1@x", "d1", True),
    ("1@x", "another body", False),
    ("2@x", "d1", False),
    ("", "d1", False),
    ("", "", False),
]


@pytest.mark.parametrize(("message_id", "digest", "is_one"), DUPLICATES)
def test_a_duplicate_is_the_same_content_under_the_same_id(
    store: SqliteStore, message_id: str, digest: str, is_one: bool
) -> None:
    store.keep([arrival(1), arrival(2)])
    first, second = store.unhandled()
    store.settle(first.id, "ignored", "", (), "1@x", "d1")
    store.settle(second.id, "ignored", "", (), "", "d1")

    assert store.is_duplicate(message_id, digest) is is_one


def test_a_letter_is_proven_by_its_copy(store: SqliteStore) -> None:
    store.keep([arrival(1)])
    assert not store.is_proven("letter@desk")

    store.settle(next(store.unhandled()).id, "ignored", "", ("our own",), "letter@desk", "d")

    assert store.is_proven("letter@desk")
    assert not store.is_proven("")


def test_when_a_folder_was_read_to_its_end_is_remembered(store: SqliteStore) -> None:
    assert store.read_to_end_at("INBOX") is None

    store.mark_read_to_end("INBOX", NOON)
    store.keep([arrival(1)])

    assert store.read_to_end_at("INBOX") == NOON
    store.mark_read_to_end("INBOX", NOON + timedelta(hours=1))
    assert store.read_to_end_at("INBOX") == NOON + timedelta(hours=1)
    assert store.position("INBOX") == Position("INBOX", 1, 1)
