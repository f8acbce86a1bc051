"""Hostile mails among good ones: the good ones are handled, none of the others takes its fill."""

import subprocess
import sys
from pathlib import Path

import pytest

from mailbot.sandbox.parent import SandboxedParser
from tests.hostile.head import Dice, many, mixed
from tests.hostile.large import read_box
from tests.hostile.mails import KINDS, Hostile, hostile
from tests.hostile.run import lay_down, outcomes
from tests.servers.dovecot import Dovecot
from tests.stories.story import Story

# of them up to 25 are the encoder's at work on a long text
MOST_MEGABYTES = 135


def test_good_mails_are_handled_among_hostile_ones(tmp_path: Path) -> None:
    lay_down(tmp_path, 60, hostile(24, seed=7))

    found = outcomes(tmp_path)

    assert len(found) == 84
    assert {one.verdict for one in found if one.is_good} == {"handled"}
    bad = [one for one in found if not one.is_good]
    assert {one.verdict for one in bad} <= {"handled", "ignored", "quarantined"}
    assert all(one.because for one in bad)
    assert max(one.megabytes for one in bad) < MOST_MEGABYTES


def test_hostile_mails_are_always_the_same_and_of_many_kinds() -> None:
    assert len(KINDS) >= 20
    for one in hostile(len(KINDS), seed=1):
        first = next(one.pieces())
        assert first == next(Hostile(one.kind, one.seed).pieces())


def test_a_large_mail_is_never_held_whole_on_its_way_from_the_mailbox_to_its_case(
    imap_server: Dovecot, user: str, tmp_path: Path
) -> None:
    imap_server.deliver(
        user, b"From: a@partner.example\r\nSubject: x\r\n\r\nOur server is down.\r\n"
    )
    part = b"--B\r\nContent-Type: application/x-dump; name=MEMORY.DMP\r\n"
    part += b"Content-Transfer-Encoding: base64\r\n\r\n"
    body = b"".join(many(b"QUJD" * 19 + b"\r\n", 120 << 20))
    imap_server.put_file(user, "1.large", mixed(Dice(1)) + part + body + b"--B--\r\n")

    read = read_box(imap_server, user, tmp_path / "state")

    assert read.verdicts[1] == "handled"
    assert read.attachments == [["MEMORY.DMP", len(body) // 78 * 57]]
    assert read.megabytes < MOST_MEGABYTES


def test_a_mail_that_ends_its_reader_waits_in_quarantine_and_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    story = Story()
    intake = story.engine.mailroom.intake
    object.__setattr__(intake, "sandbox", SandboxedParser(seconds=0.02))

    story.customer_writes("> 日志\n服务器又重启了。\n" * 40_000, subject="endless")
    story.customer_writes("打印机无法打印，请协助。", subject="打印机故障", threaded="no")
    story.run()

    (kept,) = story.engine.state.verdicts.quarantined()
    assert "0.02 seconds" in kept.because
    assert len(story.cases) == 1


DIES = """
import os, sys
from datetime import timedelta
from pathlib import Path
from mailbot.bot.inbound import intake
from mailbot.bot.wiring.build import build
from mailbot.channels.folder import FolderChannel
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from tests.hostile.run import CONFIG, START

reads = intake.parse
def dies(mail, authserv_id):
    return os._exit(137) if b"deadly" in mail.content else reads(mail, authserv_id)
intake.parse = dies

clock = SettableClock(START - timedelta(days=1))
bot = build(parse_config(CONFIG), clock=clock, state=Path(sys.argv[2]),
            channel=FolderChannel(Path(sys.argv[1])))
clock.set(START)
bot.engine.receive()
print([one.because for one in bot.state.verdicts.quarantined()], len(bot.state.case_lists.all()))
bot.close()
"""


def test_a_mail_that_ended_the_bot_twice_is_not_read_a_third_time(tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    lay_down(box, 3, [])
    deadly = (
        b"From: m@bad.example\r\nSubject: deadly\r\nDate: Mon, 2 Mar 2020 10:00:00 +0800\r\n\r\nx"
    )
    (box / "deadly.eml").write_bytes(deadly)
    command = [sys.executable, "-c", DIES, str(box), str(tmp_path / "state")]

    lives = [subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(3)]

    assert [life.returncode for life in lives] == [137, 137, 0]
    assert "reading it broke off 2 times" in lives[2].stdout
    assert not lives[2].stdout.strip().endswith(" 0")
