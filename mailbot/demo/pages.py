"""The engineers' pages over the demo's desk, for whoever watched."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import argon2

from mailbot.console.server import console_of
from mailbot.demo.servers import HOST
from mailbot.demo.setting import ENGINEER
from mailbot.demo.stage import Stage
from mailbot.repositories.users import User, UserRole

_NAME = "陈静"


@dataclass(frozen=True, slots=True)
class PageLogin:
    """Where the pages are, and who may see them."""

    address: str
    email: str
    password: str


@contextmanager
def open_pages(stage: Stage, wake: Callable[[], None]) -> Iterator[PageLogin]:
    """The pages of the demo's desk, on a free port, until the block ends."""
    password = secrets.token_urlsafe(8)
    hashed = argon2.PasswordHasher().hash(password)
    stage.bot.state.users.keep(User(ENGINEER, _NAME, UserRole.ENGINEER, hashed))
    folder = Path(stage.bot.config.state.folder)
    server = console_of(stage.bot.config, folder, wake, stage.clock, f"{HOST}:0")
    server.begin()
    try:
        yield PageLogin(server.address, ENGINEER, password)
    finally:
        server.stop()
