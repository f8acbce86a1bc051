import os
import signal

import pytest

from mailbot.errors import UnreadableMail
from mailbot.mail.mime.skeleton import Gist, gist
from mailbot.mail.parse import parse
from mailbot.sandbox.parent import SandboxedParser

HEAD = "From: Zhou <zhou@partner.example>\r\nTo: desk@support.example\r\nSubject: 蓝屏\r\n"
DATE = "Date: Mon, 02 Mar 2026 10:00:00 +0800\r\n"
GOOD = f"{HEAD}{DATE}\r\n服务器又重启了。\r\n> 请收集日志\r\n".encode()
LONG = HEAD.encode() + b"\r\n" + b"> quoted\r\nnew\r\n" * 30_000


@pytest.fixture
def sandbox() -> SandboxedParser:
    return SandboxedParser()


def test_a_mail_read_in_the_sandbox_is_the_mail_read_here(sandbox: SandboxedParser) -> None:
    for raw in (GOOD, LONG, GOOD):
        assert sandbox.parse(gist(raw), "mx.support.example") == parse(raw, "mx.support.example")


def test_an_unreadable_mail_raises_the_same_error(sandbox: SandboxedParser) -> None:
    with pytest.raises(UnreadableMail, match="this is no mail"):
        sandbox.parse(Gist(b"nothing", is_skeleton=False), "")


def test_a_mail_that_takes_too_long_is_ended_and_the_next_one_is_read() -> None:
    sandbox = SandboxedParser(seconds=0.001)

    with pytest.raises(UnreadableMail, match=r"more than 0\.001 seconds"):
        sandbox.parse(gist(LONG), "")
    # on a slow machine even a good mail may take longer than that
    sandbox.seconds = 60
    assert sandbox.parse(gist(GOOD), "").subject == "蓝屏"


def test_a_mail_that_takes_too_much_memory_is_ended_and_the_next_one_is_read() -> None:
    sandbox = SandboxedParser(megabytes=2)

    with pytest.raises(UnreadableMail, match="more than 2 MB"):
        sandbox.parse(gist(LONG), "")
    assert sandbox.parse(gist(GOOD), "").subject == "蓝屏"


def test_the_memory_for_a_mail_is_measured(sandbox: SandboxedParser) -> None:
    sandbox.parse(gist(LONG), "")

    assert 100_000 < sandbox.peak < 100 << 20


def test_a_killed_process_is_started_again(sandbox: SandboxedParser) -> None:
    sandbox.parse(gist(GOOD), "")
    first = sandbox._process
    assert first is not None
    os.kill(first.pid, signal.SIGKILL)
    first.wait()

    assert sandbox.parse(gist(GOOD), "").subject == "蓝屏"
