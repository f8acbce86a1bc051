"""The running bot: a scheduler that wakes it, and IDLE that wakes it early.

What is due lives in the database; the scheduler only says when to look.
"""

import threading
from datetime import timedelta
from typing import Any

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor  # type: ignore[import-untyped]
from apscheduler.schedulers.background import (  # type: ignore[import-untyped]
    BackgroundScheduler,
)

from mailbot.bot.absences import Absences
from mailbot.bot.fault import place
from mailbot.bot.health.lookout import Lookout
from mailbot.bot.inbound.keeping import catch_up
from mailbot.bot.morning import print_list
from mailbot.bot.weekly import send_figures
from mailbot.bot.wiring.build import Bot
from mailbot.errors import WorldError

_IDLE = 240.0
_CAUGHT_UP_AT_ONCE = 20
_SWEEP = timedelta(seconds=20)
# a server that begins beside us is soon there; one that is gone is asked more seldom
_AGAIN = (1.0, 2.0, 4.0, 8.0, 16.0, 20.0)

log = structlog.get_logger()


class Loop:
    """Poll, sweep, the morning's list and nightly care, one after the other, never two at once."""

    def __init__(self, bot: Bot, poll: timedelta) -> None:
        self.bot = bot
        self.lookout = Lookout(bot.engine)
        self._one_at_a_time = threading.Lock()
        self._stopped = threading.Event()
        self.is_waiting = threading.Event()
        # misfire_grace_time None: a late wake-up is a wake-up, not a lost one
        self._scheduler = BackgroundScheduler(
            timezone=bot.rules.calendar.zone,
            executors={"default": ThreadPoolExecutor(1)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        calendar = bot.rules.calendar
        self._every("poll", self.poll, poll)
        self._every("sweep", self.sweep, _SWEEP)
        self._daily(
            "morning list", self.morning, calendar.listed_at.hour, calendar.listed_at.minute
        )
        self._daily("nightly care", self.care, 3, 30)

    def run(self) -> None:
        """Until `stop`: polls at once, then whenever the mailbox says that something came."""
        self.lookout.begin()
        self._scheduler.start()
        self.bot.engine.mailroom.intake.begin()
        if self.bot.engine.mailroom.intake.recogniser is None:
            log.warning("understanding.by_phrases_alone", acts="on nothing by itself")
        self.poll()
        log.info("bot.running", mailbox=self.bot.config.desk.address)
        failures = 0
        while not self._stopped.is_set():
            self.is_waiting.set()
            try:
                if self.bot.engine.channel.wait(_IDLE):
                    self.poll()
                failures = 0
            except WorldError as error:
                log.warning("channel.down", error=str(error))
                self._stopped.wait(_AGAIN[min(failures, len(_AGAIN) - 1)])
                failures += 1
        self._scheduler.shutdown(wait=True)

    def wake(self) -> None:
        """Look soon at what is due and what goes out: somebody gave an order."""
        if self._scheduler.running:
            self._scheduler.add_job(self.sweep, id="woken", replace_existing=True)

    def stop(self) -> None:
        """Finish what is being done, then end."""
        self._stopped.set()
        self.bot.engine.channel.wake()

    def poll(self) -> None:
        self._do("poll", self.lookout.poll)

    def sweep(self) -> None:
        self._do("lookout", self.lookout.look)
        self._do("absences", Absences(self.bot.engine).end_those_over)
        self._do("sweep", self.bot.sweep)
        self._do("catch up", self._catch_up)

    def _catch_up(self) -> None:
        """Pages show and find the mails of an older version too, a few more with each sweep."""
        engine = self.bot.engine
        count = catch_up(engine.mailroom, engine.state, _CAUGHT_UP_AT_ONCE)
        if count:
            log.info("pages.catching_up", mails=count)

    def morning(self) -> None:
        self._do("morning", lambda: print_list(self.bot.engine))
        self._do("week", lambda: send_figures(self.bot.engine))

    def care(self) -> None:
        self._do("care", self.bot.state.care)

    def _do(self, what: str, work: Any) -> None:
        with self._one_at_a_time:
            try:
                work()
            except WorldError as error:
                log.warning(f"{what}.later", error=str(error))
            except Exception as error:
                log.error(f"{what}.failed", error=type(error).__name__, place=place(error))

    def _every(self, name: str, work: Any, interval: timedelta) -> None:
        self._scheduler.add_job(work, "interval", seconds=interval.total_seconds(), id=name)

    def _daily(self, name: str, work: Any, hour: int, minute: int) -> None:
        self._scheduler.add_job(work, "cron", hour=hour, minute=minute, id=name)
