"""Reads a mailbox as the bot does, and says how much memory that took at most.

`python -m tests.hostile.large PORT USER STATE`: one JSON object.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from mailbot.bot.wiring.build import build
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from tests.hostile.run import CONFIG, START
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.store.connection import connection

_BOX = """
[imap]
host = "127.0.0.1"
port = {port}
user = "{user}"
tls = false
[smtp]
host = "127.0.0.1"
port = 1
security = "none"
"""
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Read:
    """How a mailbox was read: verdicts, seconds, and megabytes above what it began with."""

    verdicts: list[str]
    attachments: list[list[object]]
    seconds: float
    megabytes: float


def read_box(server: Dovecot, user: str, state: Path) -> Read:
    """In a process of its own, whose memory nothing else has used."""
    command = [sys.executable, "-m", "tests.hostile.large", str(server.port), user, str(state)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"MAILBOT_IMAP_PASSWORD": PASSWORD},
    )
    return Read(**json.loads(done.stdout))


def main() -> None:
    port, user, state = sys.argv[1:]
    clock = SettableClock(START - timedelta(days=1))
    config = parse_config(CONFIG + _BOX.format(port=port, user=user))
    bot = build(config, clock=clock, state=Path(state))
    clock.set(START + timedelta(days=1))
    bot.engine.mailroom.intake.begin()
    # the mail's memory is measured, not that of the learned layer
    assert bot.engine.mailroom.intake.recogniser is not None
    assert bot.engine.mailroom.intake.recogniser.labels
    before, begins = _peak(), time.perf_counter()
    bot.engine.receive()
    seconds = time.perf_counter() - begins
    rows = connection(bot.state).all("SELECT verdict FROM mail ORDER BY id")
    files: list[list[object]] = []
    for stored in map(bot.state.mails.stored, range(1, len(rows) + 1)):
        message = bot.engine.mailroom.read(stored).message
        files += [[one.name, one.size] for one in message.attachments]
    read = Read([verdict for (verdict,) in rows], files, seconds, _peak() - before)
    print(json.dumps(asdict(read)))  # noqa: T201 - what the caller reads
    bot.close()


def _peak() -> float:
    lines = _STATUS.read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    main()
