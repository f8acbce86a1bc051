"""What several commands share: the configuration, who speaks, and what a terminal shows."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from mailbot.bot.build import Bot, build_desk
from mailbot.bot.orders import Orders
from mailbot.clock import SystemClock
from mailbot.config import Config, load_config

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
    """The engineer who gives the order: named, or the login name at the desk's domain."""
    return parseaddr(by)[1] or f"{getpass.getuser()}@{config.desk.address.partition('@')[2]}"


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
