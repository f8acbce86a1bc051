"""How long each phase of a mail takes: the engine's own parts, each behind a stop-watch."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import mailbot.bot.inbound.intake
from mailbot.bot.engine import Engine
from mailbot.bot.inbound.mailroom import Mailroom
from mailbot.understanding.learned.learned import Learned

Phases = dict[str, float]


@contextmanager
def clocked() -> Iterator[Phases]:
    """Seconds by phase, for the length of a block; what is left is fetching and committing."""
    phases: Phases = defaultdict(float)
    with ExitStack() as stack:
        for owner, name, phase in (
            (mailbot.bot.inbound.intake, "parse", "parse"),
            (mailbot.bot.inbound.intake, "understand", "understand"),
            (Learned, "read", "learned layer"),
            (Mailroom, "file", "file"),
            (Engine, "_decided", "decide, write, store"),
        ):
            way = _timed(getattr(owner, name), phase, phases)
            stack.enter_context(patch.object(owner, name, way))
        yield phases
    # the learned layer is asked while a mail is understood
    phases["understand"] -= phases["learned layer"]


def _timed(way: Callable[..., Any], phase: str, phases: Phases) -> Callable[..., Any]:
    def timed(*values: Any, **named: Any) -> Any:
        begins = time.perf_counter()
        try:
            return way(*values, **named)
        finally:
            phases[phase] += time.perf_counter() - begins

    return timed
