"""A story with its pages served: what people write appears in a real browser."""

from pathlib import Path

import argon2

from mailbot.bot.wiring.build import Bot
from mailbot.console.server import ConsoleServer, console_desk
from mailbot.repositories.users import User, UserRole
from tests.stories.story import COLLEAGUE, ENGINEER, Story

PASSWORD = "correct horse battery"
_QUICK = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class OpenDesk:
    """A story, its pages, and three users: an engineer, a lead, a reader."""

    def __init__(self, folder: Path, story: Story | None = None) -> None:
        self.story = story or Story()
        engine = self.story.engine
        self.bot = Bot(self.story.settings, engine, engine.state, engine.rules, None, None)
        for email, name, role in (
            (ENGINEER, "林伟", UserRole.ENGINEER),
            ("lead@support.example", "", UserRole.LEAD),
            (COLLEAGUE, "", UserRole.READER),
        ):
            engine.state.users.keep(User(email, name, role, _QUICK.hash(PASSWORD)))
        self.desk = console_desk(self.bot, folder, lambda: None)
        self.server: ConsoleServer | None = None

    @property
    def address(self) -> str:
        assert self.server is not None
        return self.server.address.rstrip("/")

    def __enter__(self) -> "OpenDesk":
        self.server = ConsoleServer(self.desk, "127.0.0.1:0")
        self.server.begin()
        return self

    def __exit__(self, *_: object) -> None:
        assert self.server is not None
        self.server.stop()
