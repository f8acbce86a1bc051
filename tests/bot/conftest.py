"""A bot on real servers for the tests of this folder."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mailbot.bot.happenings import Happening, Uploaded
from mailbot.bot.wiring.build import build
from mailbot.clock import SettableClock
from mailbot.config import Config, parse_config
from tests.bot.real_desk import CONFIG, START, Desk
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtp import Sink


@pytest.fixture
def settings(imap_server: Dovecot, sink: Sink, user: str) -> Config:
    return parse_config(CONFIG.format(imap=imap_server.port, smtp=sink.port, user=user))


@pytest.fixture
def desk(
    imap_server: Dovecot,
    sink: Sink,
    user: str,
    settings: Config,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    monkeypatch.setenv("MAILBOT_IMAP_PASSWORD", PASSWORD)
    happened: list[Happening] = []
    uploaded = threading.Event()

    def watch(happening: Happening) -> None:
        happened.append(happening)
        if isinstance(happening, Uploaded):
            uploaded.set()

    clock = SettableClock(START)
    bot = build(settings, clock=clock, state=tmp_path, watch=watch)
    clock.advance(timedelta(minutes=1))
    yield Desk(bot, clock, imap_server, sink, user, happened, uploaded)
    bot.close()
