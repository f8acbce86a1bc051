"""What time is measured by: a fixed piece of plain Python, run on the same machine."""

import time
from collections.abc import Callable
from functools import cache

_TURNS = 1_000_000
_RUNS = 5


def own_seconds(does: Callable[[], object]) -> float:
    """The process's own time for one call: what else the machine does does not count."""
    begins = time.process_time()
    does()
    return time.process_time() - begins


@cache
def yardstick() -> float:
    """The least of several runs of a loop that only counts."""
    return min(own_seconds(_counts) for _ in range(_RUNS))


def yardsticks(does: Callable[[], object], enough: float, runs: int = _RUNS) -> float:
    """The least cost of a call in yardsticks; not asked again once it is no more than enough."""
    least = float("inf")
    for _ in range(runs):
        least = min(least, own_seconds(does) / yardstick())
        if least <= enough:
            break
    return least


def _counts() -> None:
    total = 0
    for number in range(_TURNS):
        total += number
