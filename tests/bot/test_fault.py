"""A fault of ours is told by its kind and its place in our own code, never by its words."""

import re
from pathlib import Path

import pytest

from mailbot.bot.fault import named, place
from mailbot.bot.loop import Loop
from mailbot.bot.wiring.build import build
from mailbot.channels.folder import FolderChannel
from mailbot.clock import SettableClock
from mailbot.config import duration, parse_config
from mailbot.store.mails import SqliteMails
from tests.bot.health.test_lookout import CONFIG


def fault_of_ours() -> Exception:
    """Raised inside a library that our own code has called."""
    try:
        duration(None)  # type: ignore[arg-type]
    except (TypeError, AttributeError) as error:
        return error
    raise AssertionError("nothing was raised")


def test_the_place_is_the_last_one_in_our_own_code() -> None:
    assert re.search(r"mailbot/config_values\.py:\d+$", place(fault_of_ours()))
    assert re.fullmatch(r"\w+ at config_values\.py:\d+", named(fault_of_ours()))


def test_a_fault_that_was_never_raised_has_a_name_and_no_place() -> None:
    assert place(KeyError("x")) == ""
    assert named(KeyError("the words of a mail")) == "KeyError"


def test_the_loops_log_names_the_place(
    tmp_path: Path,
    clock: SettableClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    config = parse_config(CONFIG.format(lang="zh", notify=""))
    channel = FolderChannel(tmp_path)
    bot = build(config, clock=clock, state=tmp_path / "state", channel=channel)
    loop = Loop(bot, duration("1m"))
    with monkeypatch.context() as broken:
        broken.setattr(SqliteMails, "mark_read_to_end", lambda *_: 1 / 0)
        loop.poll()
    bot.close()

    said = capsys.readouterr().out
    assert "poll.failed" in said
    assert re.search(r"place=\S*mailbot/bot/engine\.py:\d+", said)
