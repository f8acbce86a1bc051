"""`mailbot backup`: taken while the bot runs, it takes the place of a state that is lost."""

import shutil
import signal
import sqlite3
import stat
import subprocess
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mailbot.store.sqlite import SqliteStore
from tests.cli.service import await_line, installed, mail, mailbot, message_id, said, start
from tests.patience import PATIENCE
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import Sink

DESK = '[desk]\naddress = "desk@firm.example"\n'


def rows(state: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(state / "mailbot.sqlite")) as db:
        return db.execute(sql).fetchall()


def journal(state: Path) -> list[Any]:
    return rows(state, "SELECT id, case_id, at, what, because FROM journal ORDER BY id")


def kept(state: Path) -> dict[str, list[Any]]:
    """What a desk is: its cases with their drafts, its journal and its outbox."""
    return {
        "cases": rows(state, "SELECT * FROM casebook ORDER BY id"),
        "drafts": rows(state, "SELECT * FROM draft ORDER BY id"),
        "outbox": rows(state, "SELECT * FROM outbox ORDER BY id"),
        "mails": rows(state, "SELECT * FROM mail ORDER BY id"),
        "journal": journal(state),
    }


def recipients(sink: Sink) -> list[str]:
    return [one.recipients[0] for one in sink.accepted]


def answered(bot: "subprocess.Popen[str]", numbers: Iterable[int]) -> None:
    for _ in numbers:
        await_line(bot, "mode=sent")


def test_a_lost_state_is_replaced_by_a_backup_taken_while_mails_came(
    imap_server: Dovecot, sink: Sink, user: str, tmp_path: Path
) -> None:
    config = installed(tmp_path / "desk", imap_server, sink, user)
    state, copy = tmp_path / "desk" / "state", tmp_path / "copy"
    unit = said(config, "unit")
    with start(unit) as bot:
        await_line(bot, "bot.running")
        imap_server.deliver(user, mail(1))
        answered(bot, [1])
        told, before = said(config, "case", "C-1", "--json"), list(map(message_id, sink.accepted))
        with mailbot(config, "backup", str(copy)) as taken:
            for number in range(2, 6):
                imap_server.deliver(user, mail(number))
            _, wrong = taken.communicate(timeout=PATIENCE)
        assert taken.returncode == 0, wrong
        imap_server.deliver(user, mail(6))
        answered(bot, range(2, 7))
        bot.kill()
        bot.wait(PATIENCE)
        assert bot.stderr is not None
        bot.stderr.read()

    lost, then = journal(state), kept(copy)
    assert then["journal"] == lost[: len(then["journal"])]
    shutil.rmtree(state)
    shutil.copytree(copy, state)
    assert said(config, "case", "C-1", "--json") == told
    assert kept(state) == then
    with start(unit) as bot:
        await_line(bot, "bot.running")
        imap_server.deliver(user, mail(7))
        while "zhou@partner7.example" not in recipients(sink):
            await_line(bot, "mode=sent")
        bot.send_signal(signal.SIGTERM)
        assert bot.stderr is not None
        bot.stderr.read()
        assert bot.wait(PATIENCE) == 0

    uids = rows(state, "SELECT uid FROM mail WHERE folder = 'INBOX' ORDER BY uid")
    assert [uid for (uid,) in uids] == list(range(1, 8))
    assert rows(state, "SELECT count(*) FROM casebook") == [(7,)]
    left = Counter(map(message_id, sink.accepted))
    assert all(left[one] == 1 for one in before)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A configuration beside a state, and files of a customer in it."""
    config = tmp_path / "config.toml"
    config.write_text(DESK, encoding="utf-8")
    state = tmp_path / "state"
    SqliteStore.open(state).close()
    for name in ("upload_host_key", "lock", "key.0a1b2c3d"):
        (state / name).write_text(name)
    for folder, size in (("model", 10), ("uploads/C-1/upload", 3 << 20)):
        (state / folder).mkdir(parents=True)
        (state / folder / "file").write_bytes(bytes(size))
    return config


def refused(config: Path, folder: Path) -> str:
    with mailbot(config, "backup", str(folder)) as ran:
        out, wrong = ran.communicate(timeout=PATIENCE)
    assert ran.returncode == 1
    assert out == ""
    assert "Traceback" not in wrong
    return wrong


def test_it_holds_what_a_state_is_and_nobody_else_can_read_it(desk: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "monday"
    told = said(desk, "backup", str(copy))

    names = ["key", "mailbot.sqlite", "model", "upload_host_key"]
    assert sorted(one.name for one in copy.iterdir()) == names
    assert stat.S_IMODE(copy.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in copy.glob("*") if one.is_file()} == {0o600}
    assert "Not copied: 1 file of customers, 3 MB in" in told
    assert "stop the service" in told
    assert all(name in told for name in names)


def test_a_folder_that_holds_something_is_left_as_it_is(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir(mode=0o755)
    (tmp_path / "full" / "letter").write_text("mine")

    assert "is not empty: name a folder that is empty" in refused(desk, tmp_path / "full")
    assert (tmp_path / "full" / "letter").read_text() == "mine"
    assert stat.S_IMODE((tmp_path / "full").stat().st_mode) == 0o755


def test_a_folder_that_is_a_file_or_lies_in_the_state_is_refused(
    desk: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine")

    assert "name a folder" in refused(desk, tmp_path / "file").lower()
    assert "lies in the state folder itself" in refused(desk, tmp_path / "state" / "copy")
    assert not (tmp_path / "state" / "copy").exists()


def test_no_state_and_no_key_are_said_and_no_new_one_is_made(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "state" / "key").unlink()
    assert "state/key is missing" in refused(desk, tmp_path / "copy")
    assert not (tmp_path / "state" / "key").exists()

    shutil.rmtree(tmp_path / "state")
    assert "holds no state yet" in refused(desk, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_copy_that_no_key_opens_is_no_backup(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "state" / "key").write_text("0" * 64)

    assert "the key beside the state is not the one" in refused(desk, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_damaged_state_is_no_backup(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with (tmp_path / "state" / "mailbot.sqlite").open("r+b") as file:
        file.seek(4096)
        file.write(bytes(4096))

    assert "restore" in refused(desk, tmp_path / "there")
    assert list((tmp_path / "there").iterdir()) == []
