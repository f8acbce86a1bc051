"""What several commands share: the configuration, who speaks, and what a terminal shows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from mailbot.bot.orders import Orders
from mailbot.bot.wiring.assembly import people_of
from mailbot.bot.wiring.build import Bot, build_desk
from mailbot.clock import SystemClock
from mailbot.config import Config, load_config
from mailbot.errors import OrderError

ConfigFile = Annotated[Path, typer.Option("--config", "-c", help="The configuration file.")]
MaybeConfigFile = Annotated[
    Path | None, typer.Option("--config", "-c", help="The configuration file; may be left out.")
]
By = Annotated[
    str, typer.Option("--as", envvar="MAILBOT_ENGINEER", help="Your mail address: who orders it.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line, for other tools.")]

CONFIG = Path("config.toml")

# what is printed was mostly written by others: [imap] and :key: stay as they stand
out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


def state_folder(path: Path, config: Config) -> Path:
    """The state lies beside the configuration file, unless its path is absolute."""
    return path.resolve().parent / config.state.folder


def who(by: str, config: Config) -> str:
    """The engineer who gives the order: one whom the desk knows. Raises OrderError for others."""
    known = people_of(config)
    named = parseaddr(by)[1].lower() if by else _only(config)
    if not named:
        raise OrderError(
            "say who you are: --as you@example, or set MAILBOT_ENGINEER; your orders stand in "
            "the journal under that name"
        )
    if known.is_engineer(named):
        return named
    listed = ", ".join(config.desk.engineers or config.desk.staff) or "nobody"
    raise OrderError(f"{by or named} is no engineer of this desk, these are: {listed}")


def _only(config: Config) -> str:
    """The one engineer of a desk that has but one."""
    named = [one.lower() for one in config.desk.engineers]
    return named[0] if len(named) == 1 and "@" in named[0] else ""


@contextmanager
def desk(path: Path) -> Iterator[Bot]:
    """The desk's state, for one order; a running bot sends what is released."""
    config = load_config(path)
    bot = build_desk(config, SystemClock(), state_folder(path, config))
    try:
        yield bot
    finally:
        bot.close()


@contextmanager
def orders(path: Path) -> Iterator[tuple[Orders, Config]]:
    """The orders an engineer can give, against the desk's state."""
    with desk(path) as bot:
        yield Orders(bot.engine), bot.config


def is_plain() -> bool:
    """Whether the output is read by a program rather than a person."""
    return not out.is_terminal or bool(os.environ.get("NO_COLOR"))
