"""When a link expires, as providers and people write it next to their links."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

_LONGEST_LINE = 500
_ENDS = re.compile(
    r"到期|过期|失效|截止|有效|保[存留]至|過期|到期|期限|expir|valid|available|until|deleted",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"无限期|無限期|永久|长期有效|永不(?:过期|失效)|never expires?|no expiry|(?:not|n't) expire",
    re.IGNORECASE,
)
_CLOCK = r"(?:[ \t,，T]{0,3}(?:at )?(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?\s?(am|pm)?)?"
_NUMBERS = re.compile(
    r"(?<![\d.])(?:(20\d\d)\s?[-/.年]\s?)?(?<![\d.])(\d{1,2})\s?[-/.月]\s?(\d{1,2})"
    r"(?!\d|\.\d)\s?[日号]?" + _CLOCK,
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = rf"(?=[adfjmnos])({'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_YEAR = r",?(?: (20\d\d))?"
_MONTH_FIRST = re.compile(rf"\b{_NAMED} (\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}{_CLOCK}", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_NAMED}{_YEAR}{_CLOCK}", re.IGNORECASE
)
_AHEAD = re.compile(
    r"(?<![\d.:/月-])(\d{1,3})\s?个?(天|日|小时|周|月(?!\s?\d)|days?|hours?|weeks?|months?)(?![a-z])",
    re.IGNORECASE,
)
_LENGTHS = {
    "天": 1, "日": 1, "周": 7, "月": 30, "小时": 1 / 24, "day": 1, "hour": 1 / 24, "week": 7,
    "month": 30,
}  # fmt: skip
_HALF_DAY = 12

_Day = tuple[str | None, str, str]
_Clock = tuple[str | None, str, str | None]


def expiry(line: str, at: datetime) -> datetime | None:
    """The expiry that ``line`` states, relative to ``at``; None if there is none."""
    line = line[:_LONGEST_LINE]
    said = _ENDS.search(line)
    if said is None or _NEVER.search(line):
        return None
    # "log-0301.zip (20M, 4月1日到期)": of several dates the one nearest to the word
    dated = [(abs(place - said.start()), end) for place, end in _dates(line, at) if end > at]
    ahead = [(abs(place - said.start()), end) for place, end in _lengths(line, at)]
    found = dated or ahead
    return min(found)[1] if found else None


def _dates(line: str, at: datetime) -> Iterator[tuple[int, datetime]]:
    for hit in _NUMBERS.finditer(line):
        yield from _found(hit, (hit[1], hit[2], hit[3]), at)
    for hit in _MONTH_FIRST.finditer(line):
        yield from _found(hit, (hit[3], _month(hit[1]), hit[2]), at)
    for hit in _DAY_FIRST.finditer(line):
        yield from _found(hit, (hit[3], _month(hit[2]), hit[1]), at)


def _found(hit: re.Match[str], day: _Day, at: datetime) -> Iterator[tuple[int, datetime]]:
    end = _moment(day, (hit[4], hit[5], hit[6]), at)
    if end is not None:
        yield hit.start(), end


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _moment(day: _Day, clock: _Clock, at: datetime) -> datetime | None:
    """A date without an hour means its end; one without a year the next to come."""
    year, hour = day[0], clock[0]
    try:
        found = datetime(int(year or at.year), int(day[1]), int(day[2]), tzinfo=at.tzinfo)
        if not year and found.date() < at.date():
            found = found.replace(year=found.year + 1)
        if hour is None:
            return found.replace(hour=23, minute=59, second=59)
        return found.replace(hour=_hour(int(hour), clock[2]), minute=int(clock[1]))
    except ValueError:
        return None


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    return hour % _HALF_DAY + (_HALF_DAY if half.lower() == "pm" else 0)


def _lengths(line: str, at: datetime) -> Iterator[tuple[int, datetime]]:
    for hit in _AHEAD.finditer(line):
        unit = hit[2].lower().removesuffix("s") if hit[2].isascii() else hit[2]
        yield hit.start(), at + timedelta(days=int(hit[1]) * _LENGTHS[unit])
