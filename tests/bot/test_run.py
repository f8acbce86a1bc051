"""`mailbot run` as a process of its own: it checks, looks after the mailbox, and ends when told."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from tests.bot.test_loop import CONFIG, mail
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtp import Sink

PATIENCE = 30.0
TURN = 0.05


def start(config: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "mailbot", "run", "--config", str(config)],
        env={**os.environ, "MAILBOT_IMAP_PASSWORD": PASSWORD},
        stderr=subprocess.PIPE,
        text=True,
    )


def await_letter(sink: Sink) -> None:
    """Wait until one has left, a turn at a time."""
    turns, never = int(PATIENCE / TURN), threading.Event()
    while not sink.accepted and turns:
        never.wait(TURN)
        turns -= 1


def test_the_bot_runs_answers_and_ends_with_zero(
    imap_server: Dovecot, sink: Sink, user: str, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(
        CONFIG.format(imap=imap_server.port, smtp=sink.port, user=user), encoding="utf-8"
    )
    with start(config) as bot:
        assert bot.stderr is not None
        first = bot.stderr.readline()
        imap_server.deliver(user, mail())
        await_letter(sink)
        bot.send_signal(signal.SIGTERM)
        log = first + bot.stderr.read()
        assert bot.wait(PATIENCE) == 0

    assert [one.recipients[0] for one in sink.accepted] == ["zhou@partner.example"]
    assert "case.decided" in log
    assert "蓝屏" not in log
    assert "zhou@" not in log


def test_a_bot_that_can_not_begin_says_why_in_one_line(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(CONFIG.format(imap=1, smtp=1, user="x"), encoding="utf-8")

    with start(config) as bot:
        _, said = bot.communicate(timeout=PATIENCE)

    assert bot.returncode == 1
    assert "127.0.0.1" in said
    assert "Traceback" not in said
