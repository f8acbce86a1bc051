import re
import stat
from pathlib import Path

import pytest

from mailbot.errors import ConfigError
from mailbot.ports import Arrival, Position
from mailbot.store.keyfile import read_key
from mailbot.store.sqlite import DATABASE, KEY, SqliteStore
from tests.store.connection import connection

SECRET = "Tr0ub4dor&3-密码"
SEAL = re.compile(r"\[sealed:[0-9a-f]{8}\]")


def test_a_secret_has_one_seal_and_comes_back(store: SqliteStore) -> None:
    seal = store.vault.seal(SECRET)

    assert SEAL.fullmatch(seal)
    assert store.vault.seal(SECRET) == seal
    assert store.vault.seal("another") != seal
    assert store.vault.unseal(f"密码：{seal}。{seal}") == f"密码：{SECRET}。{SECRET}"


UNTOUCHED = ["", "no seal", "[sealed:00000000]", "[sealed:xyz]", "[sealed:ABCDEF12]", "[sealed:"]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_no_seal_of_ours_stays(store: SqliteStore, text: str) -> None:
    store.vault.seal(SECRET)

    assert store.vault.unseal(text) == text


def test_a_seal_is_its_own_seal(store: SqliteStore) -> None:
    seal = store.vault.seal(SECRET)

    assert store.vault.seal(seal) == seal
    assert store.vault.seal("") == ""


def test_two_secrets_never_share_a_seal(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {("one", 0): "aaaaaaaa", ("two", 0): "aaaaaaaa", ("two", 1): "bbbbbbbb"}
    monkeypatch.setattr(store.vault, "_name", lambda secret, attempt: names[secret, attempt])

    seals = [store.vault.seal(one) for one in ("one", "two", "one", "two")]

    assert seals == ["[sealed:aaaaaaaa]", "[sealed:bbbbbbbb]"] * 2
    assert [store.vault.unseal(seal) for seal in seals] == ["one", "two"] * 2


def test_seals_and_keys_survive_a_restart(tmp_path: Path) -> None:
    first = SqliteStore.open(tmp_path)
    seal, key = first.vault.seal(SECRET), first.vault.key_for("message ids")
    first.close()
    second = SqliteStore.open(tmp_path)

    assert second.vault.unseal(seal) == SECRET
    assert second.vault.key_for("message ids") == key
    assert second.vault.key_for("another purpose") != key
    second.close()


def test_nothing_secret_lies_readable_on_the_disk(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path)
    raw = b"Subject: x\r\n\r\nThe password is Tr0ub4dor&3.\r\n" * 50
    store.mails.keep([Arrival(Position("INBOX", 1, 1), raw, None, "x")])
    store.vault.seal(SECRET)

    lying = b"".join(file.read_bytes() for file in tmp_path.iterdir())

    assert b"Tr0ub4dor" not in lying
    assert SECRET.encode() not in lying
    store.close()


def test_only_its_owner_can_open_the_state(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "state")
    store.notes.pause()

    modes = {
        file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "state").iterdir()
    }

    assert {DATABASE, KEY} <= set(modes)
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700
    store.close()


def test_a_key_is_made_once(tmp_path: Path) -> None:
    assert read_key(tmp_path / KEY) == read_key(tmp_path / KEY)
    assert [file.name for file in tmp_path.iterdir()] == [KEY]


WRONG_KEYS = [("zz", "can't be read as a key"), ("00", "1 bytes, not 32"), ("é", "can't be read")]


@pytest.mark.parametrize(("text", "told"), WRONG_KEYS)
def test_a_spoilt_key_is_told_and_not_replaced(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / KEY
    file.write_text(text)
    file.chmod(0o600)

    with pytest.raises(ConfigError, match=told):
        read_key(file)
    assert file.read_text() == text


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    read_key(tmp_path / KEY)
    (tmp_path / KEY).chmod(0o644)

    with pytest.raises(ConfigError, match="chmod 600"):
        read_key(tmp_path / KEY)


def test_a_state_is_not_opened_with_another_key(tmp_path: Path) -> None:
    SqliteStore.open(tmp_path).close()
    (tmp_path / KEY).write_text("11" * 32)

    with pytest.raises(ConfigError, match="put that one back"):
        SqliteStore.open(tmp_path)


def test_a_state_that_lost_its_key_gets_no_new_one(tmp_path: Path) -> None:
    SqliteStore.open(tmp_path).close()
    (tmp_path / KEY).unlink()

    with pytest.raises(ConfigError, match="is missing"):
        SqliteStore.open(tmp_path)


def test_a_tampered_mail_is_told(store: SqliteStore) -> None:
    store.mails.keep([Arrival(Position("INBOX", 1, 1), b"a" * 99, None, "x")])
    connection(store).write("UPDATE raw_mail SET sealed = zeroblob(64)")

    with pytest.raises(ConfigError, match="damaged"):
        next(store.verdicts.unhandled())
