"""Raw mails in SQLite: the pieces of large ones, and attempts counted across lives."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mailbot.errors import ChannelDown, ConfigError
from mailbot.mail.mime.raw import Large, pieces_of
from mailbot.store.sqlite import SqliteStore
from mailbot.store.vault import Vault
from tests.repositories.test_mails import RAW, arrival, large, waiting
from tests.store.connection import connection


def test_a_large_mail_is_kept_in_pieces_and_comes_back_in_them(store: SqliteStore) -> None:
    pieces = [RAW, b"x" * 70_000, b"end"]
    store.mails.keep([arrival(1), replace(arrival(2), raw=large(*pieces))])

    found = list(store.verdicts.unhandled())[1].raw

    assert isinstance(found, Large)
    assert found.size == sum(map(len, pieces))
    assert [list(found.pieces()) for _ in "ab"] == [pieces, pieces]
    assert not any(
        RAW[-9:] in sealed for (sealed,) in connection(store).all("SELECT sealed FROM raw_piece")
    )


def test_a_large_mail_whose_fetching_breaks_off_leaves_nothing(store: SqliteStore) -> None:
    def broken() -> Iterator[bytes]:
        yield b"the beginning"
        raise ChannelDown("gone")

    with pytest.raises(ChannelDown):
        store.mails.keep([replace(arrival(1), raw=Large(99, broken))])
    assert waiting(store) == []
    assert store.mails.position("INBOX") is None

    store.mails.keep([replace(arrival(1), raw=large(b"all ", b"of it"))])

    assert connection(store).all("SELECT sealed IS NULL, number FROM raw_piece") == [(0, 0), (0, 1)]
    assert waiting(store) == ["INBOX/1"]


def test_a_large_mail_known_from_before_is_known_again(store: SqliteStore) -> None:
    store.mails.keep([replace(arrival(1), raw=large(b"the same"))])

    assert store.mails.keep([replace(arrival(5, validity=2), raw=large(b"the ", b"same"))]) == 0
    store.mails.keep([])
    assert connection(store).all("SELECT count(*) FROM raw_piece") == [(1,)]


def test_a_large_mail_that_lost_its_end_is_damaged(store: SqliteStore) -> None:
    store.mails.keep([replace(arrival(1), raw=large(b"a", b"b", b"c"))])
    connection(store).write("UPDATE raw_large SET pieces = 2")
    (found,) = store.verdicts.unhandled()

    with pytest.raises(ConfigError, match="damaged"):
        list(pieces_of(found.raw))


def test_attempts_are_counted_across_lives(store: SqliteStore) -> None:
    store.mails.keep([arrival(1)])
    mail_id = next(store.verdicts.unhandled()).id
    other_life = SqliteStore(connection(store), Vault(bytes(32), connection(store)))

    counted = [
        store.verdicts.count_attempt(mail_id),
        *(other_life.verdicts.count_attempt(mail_id) for _ in "ab"),
    ]

    assert counted == [1, 2, 3]
