"""`mailbot demo`: sets the stage, plays the story on it, sums it up, clears everything away."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rich.console import Console

from mailbot.bot.happenings import Happening
from mailbot.bot.wiring.build import build
from mailbot.clock import SettableClock
from mailbot.demo.desk_hand import DeskHand
from mailbot.demo.people import Person
from mailbot.demo.programs import OUTLOOK_EN, OUTLOOK_ZH, QQ, Program
from mailbot.demo.screen import Screen
from mailbot.demo.script import Script
from mailbot.demo.servers import MailServers
from mailbot.demo.setting import (
    BEGINS,
    CUSTOMER,
    DESK,
    ENGINEER,
    IMAP_ENV,
    MX,
    OTHER_CUSTOMER,
    SECOND_LINE,
    SMTP_ENV,
    STRANGER,
    VISITOR,
    ZONE,
    demo_config,
)
from mailbot.demo.stage import Stage
from mailbot.demo.story import STORY
from mailbot.demo.summary import Summary, what_next
from mailbot.demo.telling import Teller
from mailbot.demo.visit import Visit

_CAST: tuple[tuple[str, str, Program], ...] = (
    (DESK, "Pinecrest Support", OUTLOOK_ZH),
    (CUSTOMER, "Zhou Min", QQ),
    (OTHER_CUSTOMER, "Ruth Okafor", OUTLOOK_EN),
    (ENGINEER, "Chen Jing", OUTLOOK_ZH),
    (SECOND_LINE, "Tan Hao", OUTLOOK_ZH),
    (STRANGER, "J.", OUTLOOK_EN),
    (VISITOR, "Sam Visitor", OUTLOOK_EN),
)
_OPENING = (
    "Thirty-six days of a support desk in about a minute, in this one process: an IMAP and an "
    "SMTP server, an SFTP server, the bot, and people with ordinary mail and SFTP clients.",
    "",
    "A line with a ✓ was checked in a mailbox, in the SMTP log or at the SFTP server.",
)


def play(*, keep: bool, pace: float, console: Console, script: Script = STORY) -> int:
    """Play the demo: 0 if every step really happened, else 1. `keep` leaves it open to try."""
    screen = Screen(console, ZONE, pace)
    with ExitStack() as stack:
        screen.begin("mailbot", _OPENING)
        stack.callback(screen.end)
        stage = stack.enter_context(_set_stage(screen))
        stage.play(script)
        screen.end()
        _sum_up(stage)
        if keep:
            Visit(stage).receive()
    return 1 if stage.failed else 0


@contextmanager
def _set_stage(screen: Screen) -> Iterator[Stage]:
    clock = SettableClock(BEGINS)
    hand, teller = DeskHand(f"Chen Jing <{ENGINEER}>"), Teller(screen)
    happened: list[Happening] = []

    def watch(happening: Happening) -> None:
        happened.append(happening)
        hand.see(happening)
        teller.tell(happening)

    with (
        tempfile.TemporaryDirectory(prefix="mailbot-demo-") as folder,
        MailServers(clock, MX, ZONE) as servers,
    ):
        people = _cast(servers, clock)
        _give_passwords(people[DESK].password)
        config = demo_config(servers, 0, folder)
        bot = build(config, clock=clock, watch=watch, state=Path(folder))
        try:
            yield Stage(bot, clock, servers, screen, people, hand, happened, BEGINS)
        finally:
            bot.close()
            _take_passwords()


def _cast(servers: MailServers, clock: SettableClock) -> dict[str, Person]:
    return {
        address: Person(name, address, program, servers, clock, ZONE)
        for address, name, program in _CAST
    }


def _give_passwords(password: str) -> None:
    """The bot finds its password where it always does: in the environment."""
    os.environ[IMAP_ENV] = os.environ[SMTP_ENV] = password


def _take_passwords() -> None:
    for variable in (IMAP_ENV, SMTP_ENV):
        os.environ.pop(variable, None)


def _sum_up(stage: Stage) -> None:
    screen = stage.screen
    summary = Summary(stage.happened, len(stage.servers.log), stage.held, stage.failed)
    screen.chapter("What thirty-six days came to")
    screen.show(summary.table())
    screen.chapter("What to try next")
    screen.show(what_next())
