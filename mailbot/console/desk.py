"""The desk as the pages have it: one state, one thread at a time, and the bot to wake."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from mailbot.bot.orders import Orders
from mailbot.bot.wiring.build import Bot
from mailbot.console.counted import LastCounted
from mailbot.letters.speech import Speech

Wake = Callable[[], None]


@dataclass(frozen=True, slots=True)
class SingleSignOn:
    """A proxy that signs users in: it alone may name them, in this header."""

    header: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class ConsoleDesk:
    """What every page is made of.

    ``wake`` makes the running bot look at its outbox at once; ``undo`` is how long a yes waits
    before its letter may leave; ``folder`` is the state's; ``closing`` is set as the pages end.
    """

    bot: Bot
    speech: Speech
    folder: Path
    undo: timedelta
    sign_on: SingleSignOn
    wake: Wake
    closing: threading.Event = field(default_factory=threading.Event)
    last_counted: LastCounted = field(default_factory=LastCounted)
    _one_at_a_time: threading.RLock = field(default_factory=threading.RLock)

    @contextmanager
    def alone(self) -> Iterator[Orders]:
        """The orders, for one reader or writer at a time: what a page shows is one state."""
        with self._one_at_a_time:
            yield Orders(self.bot.engine)

    def now(self) -> datetime:
        """In the desk's zone."""
        return self.bot.rules.calendar.local(self.bot.engine.clock.now())

    def version(self) -> int:
        """Grows with everything that happens to a case: what a page shows is old by then."""
        with self._one_at_a_time:
            return self.bot.state.cases.last_entry()
