"""Durations and dates that a writer names, counted from the arrival of the mail."""

import re
from datetime import date, datetime, timedelta

from mailbot.understanding.after_holiday import after_holiday
from mailbot.understanding.month_part import MONTHS, next_month, part_of_month

_NUMBERS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "couple": 2, "few": 3, "another": 1,
}  # fmt: skip
_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_ZH_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}
_WEEK, _MONTH = timedelta(days=7), timedelta(days=30)
_FIRST, _LAST = 2000, 2100
_ZH_LENGTH = re.compile(
    r"(?<![月\d])(\d{1,3}|[一二两三四五六七八九十半]{1,3})\s*个?\s*(多?小时|工作日|天|日(?!志)|周|"
    r"星期|礼拜|月(?![一二三四五六七八九十\d]))"
)
_EN_LENGTH = re.compile(
    r"\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|couple|few|"
    r"another)(?: of)?[ -]?(?:more |full |working |business |calendar )?(hour|day|week|"
    r"fortnight|month|hr)s?\b"
)
_ISO = re.compile(r"\b(20\d\d)[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})")
_ZH_DATE = re.compile(r"(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?")
_ZH_DAY = re.compile(r"(?<![\d.])(\d{1,2})\s?[号日](?!志|常|程|期|端|线|口|码|楼|机)")
_MONTH_NAME = "|".join(MONTHS)
_EN_DATE = re.compile(
    rf"\b(?:({_MONTH_NAME})[a-z]*\.? (\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH_NAME})[a-z]*)"
)
_SLASH = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/])")
# 05.02.2024 is the fifth of February wherever a date is written with dots
_DOTS = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d)(?![\d.])")
_DOTS_SHORT = re.compile(
    r"\b(?:am|bis|vor|nach|ab|on|by|until|before|after) (\d{1,2})\.(\d{1,2})\.(?!\d)"
)
_SLASHES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(20\d\d)(?![\d/])")
_EN_DATE_YEAR = re.compile(
    rf"\b(?:({_MONTH_NAME})[a-z]*\.? (\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH_NAME})[a-z]*\.?),? (20\d\d)\b"
)
_ZH_WORDS_DATE = re.compile(
    r"(?<![一二三四五六七八九十])([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]"
)
_ZH_END_OF_WEEK = re.compile(r"(下下|下|本|这)个?(?:周|星期|礼拜)[内底]")
_EN_END_OF_WEEK = re.compile(
    r"\b(?:end of|later) (the |this |next )?week\b|\b(?:this|within the) week\b"
)
_ZH_WEEKDAY = re.compile(r"(下下|下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天末])")
_EN_WEEKDAY = re.compile(r"\b(?:(next|this|coming) )?(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?\b")
_NEAR = (
    (re.compile(r"大后天"), 3),
    (re.compile(r"后天|\bday after tomorrow\b"), 2),
    (re.compile(r"明[天日早晚儿]|次日|\btomorrow\b"), 1),
    (
        re.compile(
            r"今[天晚日]|下班前|\b(?:today|tonight|this (?:afternoon|evening)|eod|end of (?:the "
            r")?day)\b"
        ),
        0,
    ),
)
_NEXT_WEEK = re.compile(r"(下?)下个?(?:周|星期|礼拜)(?![一二三四五六日天末])|\bnext week\b")
_WEEK_AFTER_NEXT = re.compile(r"\bweek after next\b")
_NEXT_MONTH = re.compile(r"下个?月|\bnext month\b")
_AFTER = re.compile(r"之?[后内以]|左右|时间|\b(?:in|within|after|for|need|take|next)\b|后")


def length(text: str) -> timedelta | None:
    """The first duration that a plain text names: "1周时间", "three days"."""
    found = [match for match in (_ZH_LENGTH.search(text), _EN_LENGTH.search(text)) if match]
    if not found:
        return None
    first = min(found, key=lambda match: match.start())
    return _number(first.group(1)) * _unit(first.group(2))


def moment(text: str, at: datetime) -> datetime | None:
    """The first date that a plain text names, at the time of day of ``at``; None without one."""
    for read in _READERS:
        day = read(text, at)
        if day is not None:
            return datetime.combine(day, at.timetz())
    ahead = length(text)
    if ahead is not None and _AFTER.search(text):
        return at + ahead
    return None


def _number(word: str) -> float:
    if word.isdigit():
        return int(word)
    if word == "半":
        return 0.5
    if word in _WORDS:
        return _WORDS[word]
    tens, ten, ones = word.partition("十")
    if not ten:
        return _NUMBERS.get(word[0], 1)
    return _NUMBERS.get(tens, 1) * 10 + _NUMBERS.get(ones, 0)


def _unit(word: str) -> timedelta:
    if word in ("月", "month"):
        return _MONTH
    if word == "fortnight":
        return 2 * _WEEK
    if word in ("周", "星期", "礼拜", "week"):
        return _WEEK
    if "小时" in word or word in ("hour", "hr"):
        return timedelta(hours=1)
    return timedelta(days=1)


def _iso(text: str, at: datetime) -> date | None:
    found = _ISO.search(text)
    return _date(*(int(part) for part in found.groups())) if found else None


def _with_year(text: str, at: datetime) -> date | None:
    """Dates that name their year in the order of Europe, or of America where that must be meant."""
    if found := _DOTS.search(text):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _EN_DATE_YEAR.search(text):
        month, day = found[1] or found[4], found[2] or found[3]
        return _date(int(found[5]), MONTHS.index(month) + 1, int(day))
    if found := _SLASHES.search(text):
        return _of_two_orders(int(found[1]), int(found[2]), int(found[3]), at)
    return None


def _of_two_orders(one: int, other: int, year: int, at: datetime) -> date | None:
    """3/2/2026 is read as the date to come that is nearer: who promises means a day ahead."""
    both = {_date(year, one, other), _date(year, other, one)} - {None}
    ahead = sorted(day for day in both if day is not None and day >= at.date())
    return ahead[0] if ahead else None


def _dated(text: str, at: datetime) -> date | None:
    if found := _ZH_WORDS_DATE.search(text):
        return _coming(int(_number(found[1])), int(_number(found[2])), at)
    if found := _DOTS_SHORT.search(text):
        return _coming(int(found[2]), int(found[1]), at)
    if found := _ZH_DATE.search(text) or _SLASH.search(text):
        return _coming(int(found.group(1)), int(found.group(2)), at)
    if found := _EN_DATE.search(text):
        month, day = found.group(1) or found.group(4), found.group(2) or found.group(3)
        return _coming(MONTHS.index(month) + 1, int(day), at)
    return None


def _weekday(text: str, at: datetime) -> date | None:
    today, monday = at.date(), _monday(at)
    if found := _ZH_WEEKDAY.search(text):
        weeks = {"下下": 2, "下": 1}.get(found.group(1) or "", 0)
        day = monday + timedelta(days=_ZH_DAYS[found.group(2)]) + weeks * _WEEK
        return day if day > today else day + _WEEK
    if found := _EN_WEEKDAY.search(text):
        weeks = 1 if found.group(1) == "next" else 0
        day = monday + timedelta(days=_DAYS[found.group(2)]) + weeks * _WEEK
        return day if day > today else day + _WEEK
    return None


def _monday(at: datetime) -> date:
    return at.date() - timedelta(days=at.weekday())


def _near(text: str, at: datetime) -> date | None:
    days = next((days for pattern, days in _NEAR if pattern.search(text)), None)
    return None if days is None else at.date() + timedelta(days=days)


def _end_of_week(text: str, at: datetime) -> date | None:
    """Friday: 本周内, end of next week."""
    found = _ZH_END_OF_WEEK.search(text) or _EN_END_OF_WEEK.search(text)
    if found is None:
        return None
    weeks = {"下下": 2, "下": 1, "next ": 1}.get(found[1] or "", 0)
    friday = _monday(at) + timedelta(days=4) + weeks * _WEEK
    return friday if friday >= at.date() else friday + _WEEK


def _period(text: str, at: datetime) -> date | None:
    monday = _monday(at)
    if _WEEK_AFTER_NEXT.search(text):
        return monday + 2 * _WEEK
    if found := _NEXT_WEEK.search(text):
        return monday + (2 if found[1] else 1) * _WEEK
    if _NEXT_MONTH.search(text):
        return next_month(at.date())
    return None


def _day_of_month(text: str, at: datetime) -> date | None:
    found = _ZH_DAY.search(text)
    if not found:
        return None
    day = _date(at.year, at.month, int(found.group(1)))
    if day is not None and day < at.date():
        month = next_month(at.date())
        return _date(month.year, month.month, int(found.group(1)))
    return day


def _coming(month: int, day: int, at: datetime) -> date | None:
    this_year = _date(at.year, month, day)
    if this_year is not None and this_year < at.date() - timedelta(days=90):
        return _date(at.year + 1, month, day)
    return this_year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None


_READERS = (
    _iso, _with_year, _dated, after_holiday, part_of_month, _end_of_week, _weekday, _near,
    _period, _day_of_month,
)  # fmt: skip
