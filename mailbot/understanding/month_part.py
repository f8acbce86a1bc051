"""Parts of months: 月底, 6月中旬, mid-June, the end of next month."""

import re
from datetime import date, datetime, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
# "12个月中" is a length of time: only 下, 本 and 这 are counted with 个
_ZH_MONTH_PART = re.compile(
    r"(下|本|这|(?<!\d)\d{1,2}(?=月))个?月(初|上旬|中旬|中(?!国|文|间)|下旬|底|末)"
)
_ZH_END_OF_MONTH = re.compile(r"(?<![\d每])月(底|末)")
_EN_MONTH_PART = re.compile(
    rf"\b(early|mid|late|beginning of|start of|middle of|end of)[ -](?:the )?"
    rf"(this month|next month|month|{_MONTH_NAME})\b"
)
_DAY_OF_PART = {
    "初": 5, "上旬": 10, "中旬": 20, "中": 15, "early": 5, "beginning of": 5, "start of": 5,
    "mid": 15, "middle of": 15,
}  # fmt: skip


def part_of_month(text: str, at: datetime) -> date | None:
    """月底, 6月中旬, mid-June, end of next month: the last day of that part."""
    if found := _ZH_MONTH_PART.search(text):
        return _in_month(found[1], found[2], at)
    if found := _ZH_END_OF_MONTH.search(text):
        return _in_month("本", found[1], at)
    if found := _EN_MONTH_PART.search(text):
        return _in_month(found[2], found[1], at)
    return None


def _in_month(which: str, part: str, at: datetime) -> date | None:
    first = _first_of(which, at)
    last = next_month(first) - timedelta(days=1)
    return first.replace(day=_DAY_OF_PART[part]) if part in _DAY_OF_PART else last


def _first_of(which: str, at: datetime) -> date:
    """The first day of the month that is meant: a number, a name, this one, the next."""
    this = at.date().replace(day=1)
    if which in ("下", "next month"):
        return next_month(this)
    number = int(which) if which.isdigit() else _month_named(which)
    if not 1 <= number <= len(MONTHS):
        return this
    named = this.replace(month=number)
    return named if named >= this else named.replace(year=named.year + 1)


def _month_named(which: str) -> int:
    return MONTHS.index(which[:3]) + 1 if which[:3] in MONTHS else 0


def next_month(day: date) -> date:
    """The first day of the month after that of ``day``."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
