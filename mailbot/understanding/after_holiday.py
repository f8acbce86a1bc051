"""The first working day after a named holiday: 春节后, 国庆假期之后, after the Spring Festival."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_FRIDAY = 4
# "5年后" and "今年后半年" speak of years
_YEARS = "一二两三四五六七八九十几多半今去明前后每当学周"
# by what the calendar calls the holiday, and how people call it
_NAMED = (
    (
        "Chinese New Year",
        rf"春节|过年|新年|(?<![\d{_YEARS}])年(?=后|假)|spring festival|(?:chinese|lunar) new year",
    ),
    (
        "National Day",
        r"国庆|(?<![一二三四五六七八九])十一(?=假期|长假|之?后)|national day|golden week",
    ),
    ("Labor Day", r"(?<![十百])五一|劳动节|labou?r day|may day"),
    ("New Year's Day", r"元旦|new year'?s day"),
    ("Dragon Boat", r"端午|dragon boat"),
    ("Mid-Autumn", r"中秋|mid-?autumn"),
    ("Tomb-Sweeping", r"清明|qingming|tomb-?sweeping"),
)
_AFTER_ZH = r"(?:节|假期?|长假|小长假|放假)*(?:过|回来|上班|结束)?(?:之|以)?后"
_AFTER_EN = r"(?:after|following|back from) (?:the )?"
_PATTERNS = tuple(
    (holiday, re.compile(rf"(?:{names}){_AFTER_ZH}|\b{_AFTER_EN}(?:{names})\b"))
    for holiday, names in _NAMED
)


def after_holiday(text: str, at: datetime) -> date | None:
    """The working day that a plain text means by "after" a holiday to come; None without one."""
    named = next((holiday for holiday, pattern in _PATTERNS if pattern.search(text)), None)
    if named is None:
        return None
    today = at.date()
    off, worked = _calendar(today.year)
    first = next((day for day, name in off.items() if named in name and day >= today), None)
    return _first_working_day(first, off, worked) if first is not None else None


def _first_working_day(day: date, off: Mapping[date, str], worked: frozenset[date]) -> date:
    while day in off or (day.weekday() > _FRIDAY and day not in worked):
        day += _DAY
    return day


@lru_cache(maxsize=8)
def _calendar(year: int) -> tuple[Mapping[date, str], frozenset[date]]:
    """China's days off of this year and the next, in order, and the weekends that are worked."""
    # a second of loading, which only a mail that names a holiday has to pay
    import holidays

    days = holidays.country_holidays("CN", years=(year, year + 1), language="en_US")
    off = {day: days[day] for day in sorted(days)}
    return off, frozenset(getattr(days, "weekend_workdays", ()))
