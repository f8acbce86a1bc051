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


def who(by: str, bot: Bot) -> str:
    """Who gives the order: an engineer, or a user who may. Raises OrderError for others."""
    named = parseaddr(by)[1].lower() if by else _only(bot.config)
    if not named:
        raise OrderError(
            "say who you are: --as you@example, or set MAILBOT_ENGINEER; your orders stand in "
            "the journal under that name"
        )
    user = bot.state.users.find(named)
    if user is not None and not user.may_order:
        raise OrderError(
            f"{named} is a {user.role.value} and gives no orders: "
            f"`mailbot user add {named} --role engineer` lets them"
        )
    if user is not None or bot.engine.mailroom.intake.people.is_engineer(named):
        return named
    raise OrderError(
        f"{by or named} is no engineer of this desk, these are: {', '.join(_known(bot))}"
    )


def _known(bot: Bot) -> list[str]:
    """Who may give orders, as the configuration and the list of users have them."""
    users = {one.email: one.may_order for one in bot.state.users.all()}
    listed = [*(bot.config.desk.engineers or bot.config.desk.staff), *users]
    return [one for one in dict.fromkeys(listed) if users.get(one.lower(), True)] or ["nobody"]


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
def orders(path: Path) -> Iterator[tuple[Orders, Bot]]:
    """The orders an engineer can give, against the desk's state."""
    with desk(path) as bot:
        yield Orders(bot.engine), bot


def is_plain() -> bool:
    """Whether the output is read by a program rather than a person."""
    return not out.is_terminal or bool(os.environ.get("NO_COLOR"))
