"""`mailbot status`: how the desk is, whether the bot runs or not."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mailbot.bot.health.lookout import Lookout
from mailbot.bot.orders import Orders
from mailbot.bot.wiring.build import Bot, build
from mailbot.channels.folder import FolderChannel
from mailbot.cli.app import app
from mailbot.clock import SettableClock, SystemClock
from mailbot.config import load_config
from mailbot.errors import ChannelDown
from mailbot.repositories.notes import TWIN
from mailbot.store.lock import is_held, only_one
from tests.bot.health.test_lookout import CONFIG, MAIL


@dataclass
class Desk:
    """A bot's state beside its configuration, and the command that looks at it."""

    file: Path
    bot: Bot
    clock: SettableClock

    @property
    def state(self) -> Path:
        return self.file.parent / "state"

    def turn(self) -> None:
        """What the loop does within a minute."""
        lookout = Lookout(self.bot.engine)
        for one in (lookout.begin, lookout.poll, lookout.look):
            try:
                one()
            except ChannelDown:
                continue

    def look(self, *words: str) -> Result:
        return CliRunner().invoke(app, ["status", "--config", str(self.file), *words])

    def line(self) -> dict[str, object]:
        told: dict[str, object] = json.loads(self.look("--json").stdout)
        return told


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    file, inbox = tmp_path / "config.toml", tmp_path / "inbox"
    file.write_text(CONFIG.format(lang="zh", notify='"lead@support.example"'), encoding="utf-8")
    inbox.mkdir()
    clock = SettableClock(SystemClock().now() - timedelta(minutes=2))
    channel = FolderChannel(inbox)
    bot = build(load_config(file), clock=clock, state=tmp_path / "state", channel=channel)
    yield Desk(file, bot, clock)
    bot.close()


def a_mail_comes(desk: Desk) -> str:
    """One that opens a case; its id."""
    day = f"{desk.clock.now() + timedelta(minutes=1):%a, %d %b %Y %H:%M:%S} +0000"
    mail = MAIL.replace("Tue, 3 Mar 2026 10:00:30 +0800", day)
    (desk.file.parent / "inbox" / "1.eml").write_bytes(mail.encode())
    desk.turn()
    (case,) = desk.bot.state.case_lists.open()
    return case.id


def test_a_desk_that_is_well_says_so_and_ends_with_zero(desk: Desk) -> None:
    desk.turn()
    with only_one(desk.state):
        shown = desk.look()
        told = desk.line()

    assert shown.exit_code == 0
    assert "✗" not in shown.stdout
    assert "✓ the bot runs" in shown.stdout
    assert "read to the end: INBOX" in shown.stdout
    assert told["well"] is True
    assert list(told["folders"]) == ["INBOX"]  # type: ignore[call-overload]


def test_a_bot_that_does_not_run_is_said_first(desk: Desk) -> None:
    desk.turn()

    shown = desk.look()

    assert shown.exit_code == 1
    assert shown.stdout.startswith("✗ the bot does not run: start it with `mailbot run`")
    assert desk.line()["runs"] is False


def test_a_deaf_bot_is_said_with_the_reason(desk: Desk) -> None:
    desk.clock.advance(timedelta(hours=-1))
    desk.turn()
    (desk.file.parent / "inbox").rmdir()
    with pytest.raises(ChannelDown):
        Lookout(desk.bot.engine).poll()

    with only_one(desk.state):
        shown, told = desk.look(), desk.line()

    assert shown.exit_code == 1
    assert shown.stdout.startswith("✗ the mailbox can't be read since")
    assert "name a readable folder" in shown.stdout
    assert told["deaf_since"] == desk.clock.now().isoformat()


def test_a_pause_is_said_with_its_beginning_and_what_waits(desk: Desk) -> None:
    desk.bot.state.notes.pause(desk.clock.now())
    a_mail_comes(desk)

    with only_one(desk.state):
        shown, told = desk.look(), desk.line()

    assert shown.exit_code == 1
    assert shown.stdout.startswith("✗ sending is paused since")
    assert "letters wait, 0 left today; `mailbot resume` ends it" in shown.stdout
    assert told["paused_since"] == desk.clock.now().isoformat()


def test_cases_that_are_held_or_ours_are_named(desk: Desk) -> None:
    name = a_mail_comes(desk)
    Orders(desk.bot.engine).hold(name, "lin@support.example")

    with only_one(desk.state):
        shown, told = desk.look(), desk.line()

    assert f"✗ cases that are held: 1 ({name}); `mailbot hold CASE --lift` ends it" in shown.stdout
    assert f"cases whose turn is ours: 1, the oldest ({name}) for" in shown.stdout
    assert told["held"] == [name]
    assert told["left_today"] != 0


def test_another_bot_on_the_mailbox_is_said(desk: Desk) -> None:
    desk.bot.state.notes.note_moment(TWIN, desk.clock.now())

    assert "✗ another bot writes from this mailbox" in desk.look().stdout


def test_a_mail_in_quarantine_is_counted(desk: Desk) -> None:
    a_mail_comes(desk)
    desk.bot.state.verdicts.settle(
        1, "quarantined", "", ("a fault of ours: KeyError at sheet.py:153",)
    )

    shown = desk.look()

    assert "✗ quarantine: 1; `mailbot quarantine` lists them" in shown.stdout
    assert desk.line()["quarantined"] == 1


def test_a_letter_of_the_desk_that_failed_is_named(desk: Desk) -> None:
    desk.bot.state.notes.pause(desk.clock.now() - timedelta(days=10))
    desk.turn()
    (letter,) = desk.bot.state.sent_letters.ids_in("sent")
    desk.bot.state.outbox.mark(letter, "failed", "550 nobody")

    assert f"✗ letters that failed: {letter}" in desk.look().stdout


def test_looking_whether_a_bot_runs_makes_nothing_and_stops_nobody(tmp_path: Path) -> None:
    assert not is_held(tmp_path)
    assert list(tmp_path.iterdir()) == []
    with only_one(tmp_path):
        assert is_held(tmp_path)
    assert not is_held(tmp_path)
