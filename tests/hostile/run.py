"""Reads a folder of mails as the bot does, and says of each how long it took and what it held.

`python -m tests.hostile.run FOLDER` prints one JSON object a mail.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from mailbot.bot.wiring.build import Bot, build
from mailbot.channels.folder import INBOX, FolderChannel
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from mailbot.ports import Arrival
from mailbot.sandbox.parent import SandboxedParser
from tests.bench.mailbox import mailbox
from tests.hostile.head import DESK
from tests.hostile.mails import Hostile
from tests.store.connection import connection

START = datetime.fromisoformat("2026-03-02T09:00:00+08:00")
CONFIG = f"""
[desk]
address = "{DESK}"
staff = ["support.example"]
authserv_id = "mx.support.example"
[sftp]
enabled = false
"""
_STATUS = Path("/proc/self/status")
_PEAK_ANEW = Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mail, its seconds, and how much more was held than after the first."""

    name: str
    verdict: str
    because: str
    seconds: float
    megabytes: float

    @property
    def is_good(self) -> bool:
        return self.name.startswith("good")


def lay_down(folder: Path, good: int, hostile: list[Hostile]) -> None:
    """``good`` mails with the hostile ones strewn evenly among them."""
    every = max(1, good // max(1, len(hostile)))
    waiting = iter(hostile)
    for number, (_, raw) in enumerate(mailbox(good, 11, START)):
        (folder / f"good-{number:05}.eml").write_bytes(raw)
        if number % every == 0 and (bad := next(waiting, None)) is not None:
            bad.write(folder)
    for bad in waiting:
        bad.write(folder)


def outcomes(folder: Path) -> list[Outcome]:
    """All mails of the folder, read in a process of its own."""
    command = [sys.executable, "-m", "tests.hostile.run", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [Outcome(**json.loads(line)) for line in done.stdout.splitlines()]


def main() -> None:
    with tempfile.TemporaryDirectory() as state:
        channel = FolderChannel(Path(sys.argv[1]))
        clock = SettableClock(START - timedelta(days=1))
        bot = build(parse_config(CONFIG), clock=clock, state=Path(state), channel=channel)
        clock.set(START + timedelta(days=1))
        bot.engine.mailroom.intake.sandbox.begin()  # as its loop does when it starts
        try:
            for outcome in _outcomes(bot, channel):
                print(json.dumps(asdict(outcome)))  # noqa: T201 - what the caller reads
        finally:
            bot.close()


def _outcomes(bot: Bot, channel: FolderChannel) -> Iterator[Outcome]:
    before = 0.0
    for arrival in channel.fetch(INBOX, None):
        seconds, peak = _measured(bot, arrival)
        before = before or _memory("VmRSS")
        verdict, because = connection(bot.state).one(
            "SELECT verdict, because FROM mail WHERE name = ?", arrival.name
        )
        said = "; ".join(json.loads(because))
        yield Outcome(arrival.name, verdict or "waits", said, seconds, peak - before)


def _measured(bot: Bot, arrival: Arrival) -> tuple[float, float]:
    """What `Engine.receive` does with one mail: seconds, and the most that was held meanwhile.

    What its child held is counted as if it were the bot's own.
    """
    sandbox = bot.engine.mailroom.intake.sandbox
    assert isinstance(sandbox, SandboxedParser)
    sandbox.peak = 0
    _PEAK_ANEW.write_text("5")
    begins = time.perf_counter()
    bot.state.mails.keep([arrival])
    bot.engine.read_stored()
    seconds = time.perf_counter() - begins
    return seconds, _memory("VmHWM") + sandbox.peak / (1 << 20)


def _memory(name: str) -> float:
    lines = _STATUS.read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


if __name__ == "__main__":
    main()
