"""`make bench`: mails a second from IMAP to the committed case, and cost as history grows.

`make bench ARGS=console` measures the pages instead (`console.py`).
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from mailbot.bot.wiring.build import Bot, build
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from mailbot.ports import Arrival, Position
from mailbot.reasons import Reason
from mailbot.repositories.cases import JournalEntry
from mailbot.repositories.traces import Trace
from tests.bench import console as pages
from tests.bench.clocked import Phases, clocked
from tests.bench.mailbox import mailbox
from tests.servers.dovecot import PASSWORD, Dovecot, dovecot
from tests.servers.smtp import smtp

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
second_line = ["escalation.example"]
authserv_id = "mx.support.example"
[imap]
host = "127.0.0.1"
port = {imap}
user = "{user}"
tls = false
[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
[sftp]
enabled = false
"""
_AT_ONCE = 250
_SAMPLE = 500
_ROUND = 50

console = Console()


def main() -> None:
    """Both measurements, one table each; or the pages alone."""
    if sys.argv[1:2] == ["console"]:
        pages.main(sys.argv[2:])
        return
    reads = argparse.ArgumentParser(prog="make bench")
    reads.add_argument("--mails", type=int, default=5_000)
    reads.add_argument("--history", default="1000,100000")
    wanted = reads.parse_args()
    small, large = (int(number) for number in wanted.history.split(","))
    os.environ["MAILBOT_IMAP_PASSWORD"] = PASSWORD
    with dovecot() as imap, smtp() as sink:
        _ingest(imap, sink.port, wanted.mails)
        _history(imap, sink.port, small, large)


def _ingest(imap: Dovecot, smtp_port: int, count: int) -> None:
    _fill(imap, "ingest", count)
    with _bot(imap, smtp_port, "ingest") as bot, clocked() as phases:
        begins = time.perf_counter()
        bot.engine.receive()
        seconds = time.perf_counter() - begins
        cases = len(bot.state.case_lists.all())
    _show(count, seconds, cases, phases)


def _show(count: int, seconds: float, cases: int, phases: Phases) -> None:
    table = Table("phase", "ms a mail", "share", title=f"{count} mails from IMAP to the case")
    rest = seconds - sum(phases.values())
    for phase, spent in (*phases.items(), ("fetch, keep, commit", rest)):
        table.add_row(phase, f"{1000 * spent / count:.2f}", f"{spent / seconds:.0%}")
    console.print(table)
    console.print(f"{count / seconds:.0f} mails/s into {cases} cases ({seconds:.1f} s in all)")


def _history(imap: Dovecot, smtp_port: int, small: int, large: int) -> None:
    """The same mails on two states, turn about, so that the machine's moods hit both alike."""
    with _bot(imap, smtp_port, "small") as few, _bot(imap, smtp_port, "large") as many:
        sides = ((few, small), (many, large))
        for bot, cases in sides:
            _remember(bot, cases)
        mails = list(mailbox(_SAMPLE, 7, START + timedelta(days=1)))
        spent = {small: 0.0, large: 0.0}
        for begin in range(0, _SAMPLE, _ROUND):
            for bot, cases in sides:
                spent[cases] += _read(bot, mails[begin : begin + _ROUND], begin)
    ratio = spent[large] / spent[small]
    table = Table("cases of history", "ms a mail", title="Cost as history grows")
    for cases, seconds in spent.items():
        table.add_row(f"{cases:,}", f"{1000 * seconds / _SAMPLE:.2f}")
    console.print(table)
    console.print(f"{large:,} cost {ratio:.2f} times what {small:,} cost")


def _read(bot: Bot, mails: list[tuple[datetime, bytes]], begin: int) -> float:
    arrivals = [
        Arrival(Position("bench", 1, begin + n + 1), raw, at, f"bench/{begin + n + 1}")
        for n, (at, raw) in enumerate(mails)
    ]
    begins = time.perf_counter()
    bot.state.mails.keep(arrivals)
    bot.engine.read_stored()
    return time.perf_counter() - begins


def _remember(bot: Bot, cases: int) -> None:
    """A history of so many cases, as living with them would have left it."""
    sheaf = next(iter(mailbox(1, 3, START)))[1]
    bot.state.mails.keep([Arrival(Position("seed", 1, 1), sheaf, START, "seed/1")])
    bot.engine.read_stored()
    model = bot.state.case_lists.all()[0]
    for first in track(range(0, cases, 1000), f"{cases:,} cases of history", console=console):
        with bot.state.transaction():
            for number in range(first, min(first + 1000, cases)):
                _remember_one(bot, model.id, number)


def _remember_one(bot: Bot, model: str, number: int) -> None:
    at = START - timedelta(minutes=number)
    case_id = bot.state.cases.next_id("C-")
    person = f"old{number}@customer{number % 400}.example"
    case = replace(bot.state.cases.load(model), id=case_id, title=f"old matter {number}", drafts=())
    alarm = at + timedelta(days=365) if number % 10 == 0 else None
    bot.state.cases.record(
        case, alarm, None, JournalEntry(at, "CustomerWrote", (Reason("history"),))
    )
    bot.state.traces.remember(
        Trace(
            case_id=case_id,
            ids=tuple(f"old.{number}.{n}@mail.example" for n in range(5)),
            thread_index="",
            subject=f"old matter {number}",
            participants=(person,),
            own_lines=tuple(f"what we wrote in case {number}, line {n}" for n in range(5)),
            at=at,
        )
    )


def _fill(imap: Dovecot, user: str, count: int) -> None:
    mails = list(mailbox(count, 1, START))
    with imap.login(user) as client:
        for begin in track(
            range(0, count, _AT_ONCE), f"{count:,} mails into the mailbox", console=console
        ):
            client.multiappend(
                "INBOX",
                [{"msg": raw, "date": at} for at, raw in mails[begin : begin + _AT_ONCE]],
            )


@contextmanager
def _bot(imap: Dovecot, smtp_port: int, user: str) -> Iterator[Bot]:
    config = parse_config(CONFIG.format(imap=imap.port, smtp=smtp_port, user=user))
    with tempfile.TemporaryDirectory() as folder:
        # it began before the first mail: nothing is history
        clock = SettableClock(START - timedelta(days=1))
        bot = build(config, clock=clock, state=Path(folder))
        clock.set(START + timedelta(days=30))
        try:
            yield bot
        finally:
            bot.close()


if __name__ == "__main__":
    main()
