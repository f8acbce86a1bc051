"""Commands that run the bot: the demo, the bot itself, its check, pause and quarantine."""

import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import structlog
import typer
from rich.console import Console

from mailbot.bot.checks.everything import check_all
from mailbot.bot.checks.finding import Finding
from mailbot.bot.health.twin import look_for_a_twin
from mailbot.bot.inbound.quarantine import in_quarantine, let_out
from mailbot.bot.journal import log_happening
from mailbot.bot.loop import Loop
from mailbot.bot.wiring.build import build
from mailbot.cli.needs import without_its_servers
from mailbot.cli.options import CONFIG, ConfigFile, desk, out, state_folder
from mailbot.clock import SystemClock
from mailbot.config import Config, duration, load_config
from mailbot.console.server import ConsoleServer, console_of
from mailbot.errors import ConfigError
from mailbot.log import start_log
from mailbot.store.lock import only_one

log = structlog.get_logger()


def demo(
    leave: Annotated[
        bool, typer.Option("--exit", help="End by itself; exit code 0 only if all of it happened.")
    ] = False,
    pace: Annotated[
        float, typer.Option(help="1 is the usual pace, 2 half as fast, 0 without waiting.")
    ] = 1.0,
) -> None:
    """Play the whole product on this machine: mail servers, SFTP, a customer, an engineer."""
    try:
        from mailbot.demo.play import play
    except ModuleNotFoundError as error:
        raise ConfigError(without_its_servers(error.name or "")) from error
    raise typer.Exit(play(keep=not leave, pace=pace, console=Console()))


def run(config: ConfigFile = CONFIG) -> None:
    """Look after the mailbox until stopped (Ctrl-C)."""
    settings = load_config(config)
    start_log()
    _must_begin(check_all(config))
    state = state_folder(config, settings)
    state.mkdir(parents=True, exist_ok=True)
    with only_one(state):
        bot = build(settings, clock=SystemClock(), state=state, watch=log_happening)
        look_for_a_twin(bot, bot.engine.channel, SystemClock().now())
        loop = Loop(bot, duration(settings.imap.poll))
        pages = _pages(settings, state, loop)
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: loop.stop())
        try:
            if pages is not None:
                pages.begin()
            loop.run()
        finally:
            if pages is not None:
                pages.stop()
            bot.close()


def _pages(settings: Config, state: Path, loop: Loop) -> ConsoleServer | None:
    """The pages for engineers; a bot that can't serve them looks after its mailbox all the same."""
    if not settings.console.listen:
        return None
    try:
        return console_of(settings, state, loop.wake)
    except ConfigError as error:
        log.warning("console.not_served", error=str(error))
        return None


def check(config: ConfigFile = CONFIG) -> None:
    """Find every fault of configuration, letters, rules and connections before the first mail."""
    findings = list(check_all(config))
    for one in findings:
        out.print(_said(one))
    faults = sum(one.is_fault for one in findings)
    count = "One fault." if faults == 1 else f"{faults} faults."
    out.print(count if faults else "Everything is in order.")
    raise typer.Exit(1 if faults else 0)


def pause(config: ConfigFile = CONFIG) -> None:
    """Stop all sending at once but lists and alerts to our own people; mail is still read."""
    with desk(config) as bot:
        bot.state.notes.pause(SystemClock().now())
    out.print("Paused: nothing leaves but what the desk says of itself. `mailbot resume` ends it.")


def resume(config: ConfigFile = CONFIG) -> None:
    """Send again what was held by a pause, and try a refused login at once."""
    with desk(config) as bot:
        bot.state.notes.resume(SystemClock().now())
    out.print("Sending again.")


def quarantine(
    release: Annotated[int, typer.Option(help="Read this mail once more.")] = 0,
    config: ConfigFile = CONFIG,
) -> None:
    """List the mails that could not be read, or release one to be read again."""
    with desk(config) as bot:
        if release:
            let_out(bot.state, release)
            out.print(f"Mail {release} will be read again.")
            return
        kept = list(in_quarantine(bot.state))
        for one in kept:
            size = f"{max(one.size >> 10, 1)} kB"
            out.print(f"{one.id}  {one.name}  from {one.sender}, {size}: {one.because}")
        if not kept:
            out.print("Nothing is in quarantine.")


def _must_begin(findings: Iterable[Finding]) -> None:
    """What may pass is said, and the bot begins. Raises ConfigError for every other fault."""
    faults = [one for one in findings if one.is_fault]
    never = [one.text for one in faults if not one.may_pass]
    if never:
        raise ConfigError("\n".join(never))
    for one in faults:
        log.warning("check.fault", error=one.text)
        print(f"{one.text} (the bot runs, and goes on trying)", file=sys.stderr)


def _said(one: Finding) -> str:
    mark = "✗" if one.is_fault else "!" if one.is_warning else "✓"
    return f"{mark} {one.text}"
