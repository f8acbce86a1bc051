"""`make bench ARGS=console`: how long each page takes on the server, on a desk of many cases."""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import argon2
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from starlette.testclient import TestClient

from mailbot.bot.wiring.build import Bot, build_desk
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from mailbot.console.server import console_desk
from mailbot.console.site import site
from mailbot.repositories.users import User, UserRole
from mailbot.store.sqlite import SqliteStore
from tests.bench.mailbox import ENGINEERS
from tests.bench.many_cases import COMMON, MOST_MAILS, NOW, RARE, WORD, ManyCases
from tests.store.connection import connection

CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
second_line = ["escalation.example"]
authserv_id = "mx.support.example"
"""
MOST_MS = 100
MOST_MS_TO_APPROVED = 150
_ASKED = 30
_PASSWORD = "correct horse battery"
_QUICK = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

console = Console()


@dataclass(frozen=True, slots=True)
class Timed:
    """One page: its times in ms, in order of size, and how long its HTML is.

    ``own`` is the median of the process's own time: what else the machine does does not count.
    """

    name: str
    times: tuple[float, ...]
    own: float
    length: int

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def slowest(self) -> float:
        """All but one in twenty took no longer."""
        return self.times[int(len(self.times) * 0.95)]


def main(words: list[str]) -> None:
    """One table: the pages, each with its median and its 95th percentile."""
    reads = argparse.ArgumentParser(prog="make bench ARGS=console")
    reads.add_argument("--cases", type=int, default=100_000)
    reads.add_argument("--asked", type=int, default=_ASKED)
    reads.add_argument("--state", type=Path, help="where the state lies, or shall be made and kept")
    wanted = reads.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        bot = _desk(wanted.state or Path(folder), wanted.cases)
        try:
            _show(bot, _measured(bot, wanted.state or Path(folder), wanted.asked))
        finally:
            bot.close()


def _desk(folder: Path, cases: int) -> Bot:
    """The state of so many cases; one that is there already is taken as it is."""
    SqliteStore.open(folder).close()
    bot = build_desk(parse_config(CONFIG), SettableClock(NOW), folder)
    if not bot.state.case_lists.newest(1, closed=True):
        with Progress(console=console) as progress:
            task = progress.add_task(f"{cases:,} cases", total=cases)
            for made in ManyCases(bot, cases).write():
                progress.advance(task, made)
    bot.state.users.keep(User(ENGINEERS[0], "", UserRole.ENGINEER, _QUICK.hash(_PASSWORD)))
    return bot


def _measured(bot: Bot, folder: Path, asked: int) -> list[Timed]:
    desk = console_desk(bot, folder, lambda: None)
    client = TestClient(site(desk), base_url="http://desk.test", follow_redirects=False)
    client.post("/sign-in", data={"email": ENGINEERS[0], "password": _PASSWORD})
    bot.state.notes.pause(NOW)
    timed = [_page(client, name, path, asked) for name, path in _pages(bot)]
    return [*timed, _approvals(client, bot, asked)]


def _pages(bot: Bot) -> Iterator[tuple[str, str]]:
    draft = bot.state.case_lists.with_drafts()[-1].drafts[0].id
    yield "today", "/"
    yield "cases, open", "/cases"
    yield "cases, closed", "/cases?closed=1"
    yield f"a case of {MOST_MAILS} mails", f"/cases/{_of_many_mails(bot)}"
    yield "a draft", f"/drafts/{draft}"
    for name, words in (
        (f"search: {COMMON}, common", COMMON),
        (f"search: {RARE}, rare", RARE),
        (f"search: {WORD}", WORD),
    ):
        yield name, f"/search?q={quote(words)}"
    yield "letters", "/letters"
    yield "health", "/health"


def _of_many_mails(bot: Bot) -> str:
    cases = bot.state.case_lists.newest(200, closed=True)
    return max(cases, key=lambda case: len(bot.state.filed_mails.mails_of(case.id))).id


def _page(client: TestClient, name: str, path: str, asked: int) -> Timed:
    def ask(_: int) -> int:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return len(answer.content)

    return _timed(name, ask, range(asked + 1))


def _approvals(client: TestClient, bot: Bot, asked: int) -> Timed:
    """Each is of another draft; its page is opened before, as a reader does."""
    waiting = [
        case.drafts[0].id for case in bot.state.case_lists.with_drafts() if case.drafts[0].waits
    ]
    forms = [_form(client.get(f"/drafts/{one}").text) for one in waiting[: asked + 1]]

    def approve(number: int) -> int:
        answer = client.post(f"/drafts/{waiting[number]}/approve", data=forms[number])
        assert answer.status_code == 303, answer.text
        return len(answer.content)

    return _timed("approve, and the next", approve, range(len(forms)))


def _form(html: str) -> dict[str, str]:
    names = ("csrf", "digest", "heard")
    return {**{name: _field(html, name) for name in names}, "next": "1"}


def _field(html: str, name: str) -> str:
    return html.partition(f'name="{name}" value="')[2].partition('"')[0]


def _timed(name: str, ask: Callable[[int], int], turns: range) -> Timed:
    """The first request warms up and does not count."""
    times, own = [], []
    length = 0
    for turn in turns:
        begins, own_begins = time.perf_counter(), time.process_time()
        length = ask(turn)
        times.append(1000 * (time.perf_counter() - begins))
        own.append(1000 * (time.process_time() - own_begins))
    return Timed(name, tuple(sorted(times[1:])), statistics.median(own[1:]), length)


def _show(bot: Bot, pages: list[Timed]) -> None:
    cases, mails = (
        connection(bot.state).value(f"SELECT count(*) FROM {table}")  # noqa: S608 - they stand here
        for table in ("casebook", "mail")
    )
    table = Table(
        "page", "ms, median", "ms, 95 %", "own ms", "kB", title=f"{cases:,} cases, {mails:,} mails"
    )
    for one in pages:
        colour = "red" if one.median > MOST_MS else ""
        table.add_row(
            one.name, f"{one.median:.0f}", f"{one.slowest:.0f}", f"{one.own:.0f}",
            f"{one.length / 1000:.0f}", style=colour,
        )  # fmt: skip
    console.print(table)
    way = [one for one in pages if one.name in ("today", "a draft", "approve, and the next")]
    whole, own = sum(one.median for one in way), sum(one.own for one in way)
    console.print(
        f"from Today to approved: {whole:.0f} ms, {own:.0f} of its own (aim: {MOST_MS_TO_APPROVED})"
    )
