"""Whatever is wrong is named with its mend, holds up nothing else, and loses nothing."""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mailbot.bot.wiring.build import Bot, build
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from mailbot.errors import ChannelDown, ConfigError, StoreBusy
from mailbot.shipped import SHIPPED_LETTERS
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtp import Sink
from tests.store.connection import connection

MONDAY = datetime.fromisoformat("2026-03-02T10:00:00+08:00")
_CLOSED_PORT = 1

Disk = Callable[[Path], AbstractContextManager[Callable[[], None]]]

_CONFIG = """
[desk]
address = "{desk}"
staff = ["support.example"]
authserv_id = "mx.support.example"

[imap]
host = "127.0.0.1"
port = {imap}
user = "{desk}"
tls = false

[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"

[sftp]
enabled = false

[templates]
folder = "{letters}"
"""


@dataclass
class Desk:
    """A desk on real servers that can be started, and that gets mail."""

    address: str
    dovecot: Dovecot
    home: Path
    imap: int
    smtp: int
    letters: Path = SHIPPED_LETTERS
    mails: int = 0

    @contextmanager
    def bot(self, at: datetime = MONDAY) -> Iterator[Bot]:
        text = _CONFIG.format(
            desk=self.address, imap=self.imap, smtp=self.smtp, letters=self.letters
        )
        config = parse_config(text)
        bot = build(config, clock=SettableClock(at), state=self.home / "state")
        try:
            yield bot
        finally:
            bot.close()

    def start(self) -> None:
        """Once with an empty mailbox, so that no mail of the test is history."""
        with self.bot(MONDAY - timedelta(hours=1)) as bot:
            bot.engine.run_once()

    def gets(self, raw: bytes) -> None:
        self.dovecot.deliver(self.address, raw, MONDAY)

    def gets_a_good_one(self, text: str = "Our server crashes.", attached: bytes = b"") -> None:
        self.mails += 1
        self.gets(good(self.address, self.mails, text, attached))


@pytest.fixture
def desk(
    imap_server: Dovecot,
    user: str,
    sink: Sink,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    monkeypatch.setenv("MAILBOT_IMAP_PASSWORD", PASSWORD)
    return Desk(f"{user}@support.example", imap_server, tmp_path, imap_server.port, sink.port)


def good(desk: str, number: int, text: str, attached: bytes) -> bytes:
    """A customer's mail in which nothing is wrong."""
    head = (
        "Authentication-Results: mx.support.example; dmarc=pass header.from=partner.example\r\n"
        f"From: Zhou <zhou{number}@partner.example>\r\nTo: {desk}\r\n"
        f"Subject: Crash number {number}\r\nMessage-ID: <good{number}@partner.example>\r\n"
        f"Date: Mon, 02 Mar 2026 10:00:00 +0800\r\n\r\n{text}\r\n"
    )
    return head.encode() + attached.hex("\n", 38).encode()


def verdicts(bot: Bot) -> list[str]:
    rows = connection(bot.state).all("SELECT verdict FROM mail WHERE folder = 'INBOX' ORDER BY uid")
    return [verdict for (verdict,) in rows]


UNREADABLE = {
    "no mail at all": (b"\xff\xfe not a header\r\n\r\nnothing\r\n", "From, To, Subject"),
    "parts within parts": (
        b"From: a@b.example\r\nSubject: deep\r\n"
        + b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)
            for n in range(60)
        )
        + b"\r\ntext\r\n",
        "parts",
    ),
}

READABLE = {
    "an unknown charset": b"Content-Type: text/plain; charset=x-martian-7\r\n\r\nIt crashes.\r\n",
    "a charset that lies": b"Content-Type: text/plain; charset=utf-8\r\n\r\n\xc0\xb6\xc6\xc1\r\n",
    "a header in pieces": b"Subject: =?utf-8?B?5pyN?= =?gb2312?Q?=B7?= =?x?y?z\r\n\r\nBlue.\r\n",
    "a header of raw bytes": b"Subject: \xff\xfe\x80 \xc0\xb6\r\nX\xff: y\r\n\r\nIt crashes.\r\n",
    "a date of no calendar": b"Date: Mon, 99 Foo 20260 99:99:99 +9999\r\n\r\nIt crashes.\r\n",
    "base64 that is none": b"Content-Transfer-Encoding: base64\r\n\r\n@@@ no base64 @@@\r\n",
    "no text": b"\r\n",
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_mail_waits_in_quarantine_and_holds_up_no_other(
    desk: Desk, name: str
) -> None:
    raw, because = UNREADABLE[name]
    desk.start()
    desk.gets(raw)
    desk.gets_a_good_one()

    with desk.bot() as bot:
        bot.engine.run_once()

        assert verdicts(bot) == ["quarantined", "handled"]
        (kept,) = bot.state.verdicts.quarantined()
        assert because in kept.because
        assert bot.state.mails.stored(kept.id).raw == raw


def test_a_mail_let_out_of_quarantine_is_read_once_more(desk: Desk) -> None:
    desk.start()
    desk.gets_a_good_one()
    with desk.bot() as bot:
        bot.engine.receive()
        (mail_id,) = (row[0] for row in connection(bot.state).all("SELECT id FROM mail"))
        bot.state.verdicts.settle(
            mail_id, "quarantined", "", ("an older mailbot could not read it",)
        )

        assert bot.state.verdicts.release(mail_id)
        bot.engine.run_once()

        assert verdicts(bot) == ["handled"]
        assert not bot.state.verdicts.release(mail_id)


@pytest.mark.parametrize("name", READABLE)
def test_a_broken_mail_is_read_as_far_as_it_goes(desk: Desk, name: str) -> None:
    head = (
        b"From: zhou@partner.example\r\nTo: desk@support.example\r\nMessage-ID: <b@x.example>\r\n"
    )
    desk.start()
    desk.gets(head + READABLE[name])
    desk.gets_a_good_one()

    with desk.bot() as bot:
        bot.engine.run_once()

        assert verdicts(bot) == ["handled", "handled"]


def test_a_wrong_key_is_named_with_its_line() -> None:
    text = '[desk]\naddress = "desk@support.example"\n\n[follow_up]\nevry = "7d"\n'

    with pytest.raises(ConfigError, match=r"(?s)config\.toml.*5.*evry.*every"):
        parse_config(text)


def test_a_letter_that_cannot_be_written_needs_a_human_and_the_mail_is_recorded(
    desk: Desk, sink: Sink, tmp_path: Path
) -> None:
    desk.letters = tmp_path / "letters"
    shutil.copytree(SHIPPED_LETTERS, desk.letters)
    for one in desk.letters.glob("customer/*/case_opened.txt"):
        one.write_text(one.read_text("utf-8") + "\n{{ case.no_such_word }}\n", "utf-8")
    desk.start()
    desk.gets_a_good_one()
    desk.gets_a_good_one("Please give me an account for the upload server.")

    with desk.bot() as bot:
        bot.engine.run_once()
        cases = bot.state.case_lists.all()

        assert verdicts(bot) == ["handled", "handled"]
        assert len(cases) == 2
        needs = [str(need.what) for need in cases[0].holds.needs]
        assert any("case_opened" in need and "no_such_word" in need for need in needs)
        written = [entry.what for entry in bot.state.cases.journal(cases[0].id)]
        assert written == ["CustomerWrote"]
    assert sink.accepted == []


def test_a_mailbox_that_is_gone_is_named_and_nothing_moves(desk: Desk) -> None:
    desk.start()
    desk.gets_a_good_one()
    here, desk.imap = desk.imap, _CLOSED_PORT
    with desk.bot() as bot:
        position = bot.state.mails.position("INBOX")
        with pytest.raises(ChannelDown, match=r"127\.0\.0\.1:1 .*check imap\.port"):
            bot.engine.run_once()
        assert bot.state.mails.position("INBOX") == position
        assert verdicts(bot) == []

    desk.imap = here
    with desk.bot() as bot:
        bot.engine.run_once()
        assert verdicts(bot) == ["handled"]


def test_a_way_out_that_is_gone_is_named_and_the_letter_leaves_later(
    desk: Desk, sink: Sink
) -> None:
    desk.start()
    desk.gets_a_good_one()
    here, desk.smtp = desk.smtp, _CLOSED_PORT
    with (
        desk.bot() as bot,
        pytest.raises(ChannelDown, match=r"127\.0\.0\.1:1 .*check smtp\.port"),
    ):
        bot.engine.run_once()
    assert sink.accepted == []

    desk.smtp = here
    for minutes in (2, 4, 6):
        with desk.bot(MONDAY + timedelta(minutes=minutes)) as bot:
            bot.engine.run_once()
            assert len(bot.state.case_lists.all()) == 1
    assert [one.recipients for one in sink.accepted] == [("zhou1@partner.example", desk.address)]


@contextmanager
def small_disk(folder: Path) -> Iterator[Callable[[], None]]:
    """A folder with little room; the call makes more. A file system of its own, or a limit."""
    folder.mkdir()
    if _mounts(folder, "size=1m"):
        try:
            yield lambda: _remounted(folder)
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        return
    with _short_files() as lifted:
        yield lifted


@contextmanager
def _short_files(limit: int = 700_000) -> Iterator[Callable[[], None]]:
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, usual[1]))
    try:
        yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def _mounts(folder: Path, size: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    with suppress(OSError):
        return os.geteuid() == 0 and subprocess.run(command, capture_output=True).returncode == 0
    return False


def _remounted(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=64m", str(folder)], check=True)


@contextmanager
def short_files(folder: Path) -> Iterator[Callable[[], None]]:
    """A folder whose files may not grow; the call lets them."""
    folder.mkdir()
    with _short_files() as lifted:
        yield lifted


@pytest.mark.parametrize("disk", [small_disk, short_files])
def test_on_a_full_disk_intake_stops_cleanly_and_goes_on_when_there_is_room(
    desk: Desk, tmp_path: Path, disk: Disk
) -> None:
    desk.home = tmp_path / "small"
    with disk(desk.home) as make_room:
        desk.start()
        for _ in range(30):
            desk.gets_a_good_one(attached=os.urandom(30_000))
        for _ in range(4):
            with desk.bot() as bot, pytest.raises(StoreBusy, match="Is the disk full"):
                bot.engine.run_once()
        make_room()
        with desk.bot() as bot:
            bot.engine.run_once()

            assert verdicts(bot) == ["handled"] * 30
            assert len(bot.state.case_lists.all()) == 30


def test_a_mail_is_not_blamed_for_a_full_disk(desk: Desk, tmp_path: Path) -> None:
    desk.home = tmp_path
    desk.start()
    desk.gets_a_good_one()
    with desk.bot() as bot:
        bot.state.mails.keep(
            list(bot.engine.channel.fetch("INBOX", bot.state.mails.position("INBOX")))
        )
        log = (desk.home / "state" / "mailbot.sqlite-wal").stat().st_size
        with _short_files(log + 14_000) as lifted:
            for _ in range(5):
                with pytest.raises(StoreBusy, match="Is the disk full"):
                    bot.engine.read_stored()
            lifted()

        bot.engine.read_stored()

        assert verdicts(bot) == ["handled"]
