"""The date a mail program writes above what it quotes, in the languages and orders they use."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from types import MappingProxyType

_LONGEST = 120
_NUMERIC = re.compile(
    r"(?P<y>(?:19|20)\d\d)\s?[-/.年]\s?(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})"
    r"|\b(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<Y>(?:20)?\d\d)\b"
)
_NAMED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º)?,?\s?(?:de\s)?(?P<month>[^\W\d_]{3,10})\.?,?"
    r"\s?(?:de\s)?(?P<year>(?:19|20)\d\d)"
    r"|(?P<month2>[^\W\d_]{3,10})\.?\s(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?P<year2>(?:19|20)\d\d)"
)
_TIME = re.compile(r"(?<![\d.])(?P<hour>\d{1,2})[:.h时時](?P<minute>\d{2})(?![\d/]|\.\d)")
_AFTERNOON = re.compile(r"下午|晚上|傍晚|午後|오후|\bp\.?\s?m\b", re.IGNORECASE)
_MORNING = re.compile(r"上午|凌晨|早上|午前|오전|\ba\.?\s?m\b", re.IGNORECASE)
_ZONE = re.compile(r"(?:GMT|UTC)?\s?(?P<sign>[+-])(?P<h>\d{1,2}):?(?P<m>\d{2})?(?!\d)")
_GMT = re.compile(r"(?:GMT|UTC)\s?(?P<sign>[+-])(?P<h>\d{1,2}):?(?P<m>\d{2})?(?!\d)")
_NOON = 12
_DAY = 24
_HOUR = 60
_DAYS = 31
_AGE = 2_000

# the letters that identify a month, in the languages of mail programs
_SPELLED = (
    "jan янв sty ene oca gen januari", "feb fév fev lut фев şub", "mar mär mrt мар märz",
    "apr avr abr кві апр nis kwi", "may mai mei maj mayo mag май мая", "jun juin giu июн cze haz",
    "jul juil lug июл lip tem", "aug août aoû ago авг sie ağu", "sep set wrz сен eyl",
    "oct okt ott out окт paź eki", "nov noy lis ноя kas", "dec dez déc dic gru дек ara des",
)  # fmt: skip
_MONTHS: Mapping[str, int] = MappingProxyType(
    {name: at for at, names in enumerate(_SPELLED, 1) for name in names.split()}
)


def written_date(text: str, zone: tzinfo | None) -> datetime | None:
    """The first date in ``text`` with its time of day, or None; in ``zone`` if it has no zone."""
    text = text[:_LONGEST].replace("\u202f", " ").replace("\xa0", " ")
    day = _day(text)
    if day is None:
        return None
    hour, minute, zone = _clock(text, zone)
    try:
        return datetime(*day, hour, minute, tzinfo=zone)
    except ValueError:
        return None


def _day(text: str) -> tuple[int, int, int] | None:
    found = _NUMERIC.search(text)
    if found and found["y"]:
        return int(found["y"]), int(found["m"]), int(found["d"])
    if found:
        return _ordered(found, text)
    return _spelled(text)


def _ordered(found: re.Match[str], text: str) -> tuple[int, int, int]:
    """Day before month, unless AM/PM or a day above 12 says otherwise."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["Y"])
    american = "/" in found[0] and bool(re.search(r"\d\s?[AP]M\b", text))
    if (american and first <= _NOON) or second > _NOON:
        first, second = second, first
    return year % 100 + 2000, second, first


def _spelled(text: str) -> tuple[int, int, int] | None:
    for found in _NAMED.finditer(text.lower()):
        name = found["month"] or found["month2"]
        month = _MONTHS.get(name) or _MONTHS.get(name[:4]) or _MONTHS.get(name[:3])
        day = int(found["day"] or found["day2"])
        if month and day <= _DAYS:
            return int(found["year"] or found["year2"]), month, day
    return None


def _clock(text: str, zone: tzinfo | None) -> tuple[int, int, tzinfo | None]:
    found = _TIME.search(text)
    if not found:
        return 0, 0, zone
    hour = int(found["hour"])
    if _AFTERNOON.search(text) and hour < _NOON:
        hour += _NOON
    if _MORNING.search(text) and hour == _NOON:
        hour = 0
    named = _ZONE.search(text, found.end()) or _GMT.search(text)
    return hour, int(found["minute"]), _zone(named) if named else zone


def _zone(named: re.Match[str]) -> tzinfo:
    ahead = timedelta(hours=int(named["h"]) % _DAY, minutes=int(named["m"] or 0) % _HOUR)
    return timezone(ahead if named["sign"] == "+" else -ahead)
