"""The moment that an order by mail names."""

import re
from datetime import datetime, timedelta
from types import MappingProxyType

from mailbot.bot.engine import Engine
from mailbot.understanding import dates

_LENGTH = re.compile(r"(\d{1,3})\s*(h|d|w)", re.IGNORECASE)
_UNITS = MappingProxyType({"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(days=7)})


def moment_said(engine: Engine, said: str) -> datetime | None:
    """7d, 2w, 三天, 2031-05-06, next Friday; None where it names none."""
    now = engine.rules.calendar.local(engine.clock.now())
    found = _LENGTH.fullmatch(said.strip())
    if found is not None:
        return now + int(found[1]) * _UNITS[found[2].lower()]
    lasts = dates.length(said)
    return dates.moment(said, now) or (now + lasts if lasts is not None else None)
