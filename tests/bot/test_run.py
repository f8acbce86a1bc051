"""`mailbot run` as a process of its own: it checks, looks after the mailbox, and ends when told."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from tests.bot.test_loop import CONFIG, mail
from tests.patience import PATIENCE
from tests.servers.dovecot import PASSWORD, Dovecot, dovecot
from tests.servers.smtp import Sink

TURN = 0.05


def start(config: Path, password: str = PASSWORD) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "mailbot", "run", "--config", str(config)],
        env={**os.environ, "MAILBOT_IMAP_PASSWORD": password},
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
    text = CONFIG.format(imap=1, smtp=1, user="x").replace("[smtp]", "[smtp]\nca_file = '/none'")
    config.write_text(text, encoding="utf-8")

    with start(config) as bot:
        _, said = bot.communicate(timeout=PATIENCE)

    assert bot.returncode == 1
    assert "smtp.ca_file: /none" in said
    assert "Traceback" not in said


def test_a_bot_waits_for_a_server_that_is_not_up_yet(sink: Sink, user: str, tmp_path: Path) -> None:
    with dovecot() as server:
        server.stop()
        config = tmp_path / "config.toml"
        config.write_text(
            CONFIG.format(imap=server.port, smtp=sink.port, user=user), encoding="utf-8"
        )
        with start(config) as bot:
            assert bot.stderr is not None
            said = [bot.stderr.readline(), bot.stderr.readline()]
            server.start()
            server.deliver(user, mail())
            await_letter(sink)
            bot.send_signal(signal.SIGTERM)
            bot.stderr.read()
            assert bot.wait(PATIENCE) == 0

    assert [one.recipients[0] for one in sink.accepted] == ["zhou@partner.example"]
    assert all(f"127.0.0.1:{server.port} refuses connections" in line for line in said)
    assert "goes on trying" in said[-1]


def test_a_refused_login_is_said_and_ends_no_bot(
    imap_server: Dovecot, sink: Sink, user: str, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(
        CONFIG.format(imap=imap_server.port, smtp=sink.port, user=user), encoding="utf-8"
    )
    with start(config, password="wrong") as bot:
        assert bot.stderr is not None
        said = [bot.stderr.readline() for _ in range(3)]
        bot.send_signal(signal.SIGTERM)
        bot.stderr.read()
        assert bot.wait(PATIENCE) == 0

    assert f"refused the login of {user}" in said[1]
    assert "goes on trying" in said[1]
    assert "poll.later" in said[2]
