"""Until when a link can be fetched, as providers write it under their links."""

import re
from datetime import datetime, timedelta

_ENDS = (
    r"(?:到期|过期|失效|截止|有效期|有效至|保[存留]至|過期|到期日|expir\w{0,6}|valid|available|until"
    r"|deleted)"
)
_NEVER = re.compile(
    r"无限期|無限期|永久|长期有效|永不(?:过期|失效)|never expires?|no expir", re.IGNORECASE
)
_ABOUT = re.compile(_ENDS, re.IGNORECASE)
_CLOCK = (
    r"(?:[ \t,，T]{0,3}(?:at )?(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?\s?(am|pm)?)?"
)
_NUMBERS = re.compile(
    r"(?:(20\d\d)\s?[-/.年]\s?)?(?<![\d.])(\d{1,2})\s?[-/月]\s?(\d{1,2})(?!\d)\s?[日号]?" + _CLOCK,
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = "|".join(_MONTHS)
_MONTH_FIRST = re.compile(
    rf"\b({_NAMED})[a-z]{{0,6}}\.? (\d{{1,2}})(?:st|nd|rd|th)?,?(?: (20\d\d))?{_CLOCK}",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_NAMED})[a-z]{{0,6}}\.?,?(?: (20\d\d))?{_CLOCK}",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<![\d.:/-])(\d{1,3})\s?个?(天|日|小时|周|月|days?|hours?|weeks?|months?)", re.IGNORECASE
)
_LENGTHS = {
    "天": 1, "日": 1, "周": 7, "月": 30, "小时": 1 / 24, "day": 1, "hour": 1 / 24, "week": 7,
    "month": 30,
}  # fmt: skip
_HALF_DAY = 12


def expiry(text: str, at: datetime) -> datetime | None:
    """The end that ``text`` names, seen from ``at``; None where there is none."""
    for line in text.split("\n"):
        if _ABOUT.search(line) and not _NEVER.search(line):
            found = _dated(line, at) or _ahead(line, at)
            if found is not None:
                return found
    return None


def _dated(line: str, at: datetime) -> datetime | None:
    if hit := _NUMBERS.search(line):
        return _moment((hit[1], hit[2], hit[3]), (hit[4], hit[5], hit[6]), at)
    if hit := _MONTH_FIRST.search(line):
        return _moment((hit[3], _month(hit[1]), hit[2]), (hit[4], hit[5], hit[6]), at)
    if hit := _DAY_FIRST.search(line):
        return _moment((hit[3], _month(hit[2]), hit[1]), (hit[4], hit[5], hit[6]), at)
    return None


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _moment(
    day: tuple[str | None, str, str], clock: tuple[str | None, str, str | None], at: datetime
) -> datetime | None:
    """A day without an hour ends with it; one without a year is the next to come."""
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


def _ahead(line: str, at: datetime) -> datetime | None:
    hit = _AHEAD.search(line)
    if hit is None:
        return None
    days = _LENGTHS[hit[2].lower().removesuffix("s") if hit[2].isascii() else hit[2]]
    return at + timedelta(days=int(hit[1]) * days)
