"""Reads mails that were made wrong, many thousands of them, and tells which promise broke.

`make fuzz ARGS="--mails 20000 --seed 7"`; what it finds is written down, to become a small test.
"""

import argparse
import logging
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from rich.console import Console
from rich.progress import track

from mailbot.bot.inbound.intake import Intake
from tests.accuracy.table import CORPORA
from tests.bench.yardstick import own_seconds, yardstick
from tests.fuzz.mutation import mutated
from tests.fuzz.promises import Broken, check
from tests.stories.story import Story

TESTS = Path(__file__).parents[1]
_NO_MAIL = (".json", ".jsonl", ".md", ".gz", ".py", ".pyc", ".toml")
_LARGEST = 128 << 10
_MOST_YARDSTICKS = 50.0


def main() -> int:
    """Every mail by its seed and number, so that each can be made again."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--mails", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=2026)
    asked.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "mailbot-fuzz")
    how = asked.parse_args()
    # mail-parser tells of parts that it leaves alone
    logging.getLogger("mailparser").setLevel(logging.CRITICAL)
    out = Console(highlight=False)
    seeds = own_mails() + public_mails()
    if not CORPORA.is_dir():
        out.print(f"{CORPORA} is not there: mails of our own only", style="yellow")
    intake, became = Story().engine.mailroom.intake, Counter[str]()
    for number, raw in track(wrong(seeds, how.seed, how.mails), "reading", how.mails, console=out):
        try:
            became[timed(raw, intake)] += 1
        except Exception as error:  # whatever it is, it is what is looked for
            became["broken"] += 1
            where = traceback.extract_tb(error.__traceback__)[-1]
            how.keep.mkdir(parents=True, exist_ok=True)
            (how.keep / f"{how.seed}-{number}.eml").write_bytes(raw)
            out.print(f"{number}: {error!r} in {where.name}, kept in {how.keep}", style="red")
    out.print(f"{how.mails} mails made out of {len(seeds)}, seed {how.seed}: {dict(became)}")
    return 1 if became["broken"] else 0


def timed(raw: bytes, intake: Intake) -> str:
    """What became of the mail; raises Broken too where it cost too much."""
    told: list[str] = []
    cost = own_seconds(lambda: told.append(check(raw, intake))) / yardstick()
    if cost > _MOST_YARDSTICKS:
        raise Broken(f"it took {cost:.0f} times a loop of plain Python")
    return told[0]


def wrong(seeds: Sequence[bytes], seed: int, count: int) -> Iterator[tuple[int, bytes]]:
    """``count`` mails with something wrong with each."""
    for number in range(count):
        dice = Random(f"{seed}.{number}")  # noqa: S311 - the same mails every time
        yield number, mutated(dice, dice.choice(seeds), seeds)


def own_mails() -> list[bytes]:
    found = sorted(TESTS.glob("mails/**/*.eml")) + sorted(TESTS.glob("accuracy/quotes/*.eml"))
    return [path.read_bytes() for path in found]


def public_mails() -> list[bytes]:
    """Those of the corpora, where they are."""
    paths = sorted(CORPORA.rglob("*")) if CORPORA.is_dir() else []
    return [
        path.read_bytes()
        for path in paths
        if path.is_file() and not path.name.endswith(_NO_MAIL) and path.stat().st_size < _LARGEST
    ]


if __name__ == "__main__":
    sys.exit(main())
