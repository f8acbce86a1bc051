"""Who runs speaks by chat; an order given beside it does not."""

from contextlib import closing
from pathlib import Path

import pytest

from mailbot.bot.wiring.build import build, build_desk
from mailbot.channels.none import NoChannel
from mailbot.chat_port import NoChat
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from mailbot.errors import ConfigError
from tests.servers.chat import ChatServer

CONFIG = parse_config(
    '[desk]\naddress = "desk@firm.example"\nstaff = ["firm.example"]\n'
    "[sftp]\nenabled = false\n[understanding]\nlearned = false\n"
    '[notices]\nchat = { "lin@firm.example" = "MAILBOT_CHAT_LIN" }\n'
)


def test_the_bot_that_runs_speaks_by_chat_and_says_all_before_it_ends(
    tmp_path: Path,
    clock: SettableClock,
    chat_server: ChatServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MAILBOT_CHAT_LIN", chat_server.url)
    with closing(build(CONFIG, clock=clock, state=tmp_path, channel=NoChannel())) as bot:
        bot.engine.outbox.chat_notices.chat.say("lin@firm.example", "C-7")

    assert chat_server.said == ["C-7"]
    with closing(build_desk(CONFIG, clock, tmp_path)) as desk:
        assert isinstance(desk.engine.outbox.chat_notices.chat, NoChat)


def test_a_bot_whose_variable_is_not_set_does_not_begin(
    tmp_path: Path, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAILBOT_CHAT_LIN", raising=False)
    with pytest.raises(ConfigError, match="MAILBOT_CHAT_LIN"):
        build(CONFIG, clock=clock, state=tmp_path, channel=NoChannel())

    assert not list(tmp_path.iterdir())
