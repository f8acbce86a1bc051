"""What an automatic reply says of its owner's absence: that there is one, and its last day."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mailbot.understanding import dates

_DAY = timedelta(days=1)
_AWAY = re.compile(
    r"外出|出差|休假|请假|度假|年假|病假|产假|婚假|事假|调休|放假|离岗|离开|(?:不|没)在(?:公司|办公|岗|座|线)?"
    r"|培训期|\bout of (?:the )?office\b|\booo\b|\b(?:am|be|is|are|'m|'ll be) (?:currently )?"
    r"(?:away|out|off|abroad|travell?ing|unavailable)\b|\bon (?:\w+ ){0,2}(?:leave|vacation|"
    r"holidays?)\b|\b(?:away|absent|absence|vacation|annual leave|not in the office)\b"
)
_AWAY_SUBJECT = re.compile(
    r"\s*(?:out of (?:the )?office|ooo\b|away (?:from|until)|外出|休假|请假|出差)"
)
_ZH_BACK = re.compile(r"恢复|返回|返岗|返工|回来|回到|回公司|回岗|上班|复工")
_EN_BACK = re.compile(
    r"(?<!get )(?<!getting )(?<!call )(?<!write )\bback\b(?! to you)|\breturn(?:ing|s)?\b"
    r"|\bavailable again\b"
)
# what stands before the day of a return in the same clause is the absence itself
_ZH_WHILE = re.compile(r"休假|出差|外出|请假|放假|度假|年假|离开|期间")
_UNTIL = re.compile(r"直到|截止|[至到]|\b(?:until|till?|through|thru|to)\b|[-–—~](?=\s*\d)")
# 12月1日至5日, Dec 1-5: the second day is of the first one's month
_ZH_SAME_MONTH = re.compile(
    r"(\d{1,2})\s?月\s?\d{1,2}\s?[日号]?\s?[至到~–—-]+\s?(\d{1,2})\s?(?=[日号])(?!\s?月)"
)
_EN_SAME_MONTH = re.compile(
    r"\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.? \d{1,2}(?:st|nd|rd|th)?"
    r"\s?(?:-|–|—|to|until|through)\s?(\d{1,2})(?:st|nd|rd|th)?\b(?!\s?(?:jan|feb|mar|apr|may|jun"
    r"|jul|aug|sep|oct|nov|dec))"
)
_CLAUSE = re.compile(r"[,;!?。、\n]|\.(?=\s+[A-Z]|\s*$|[\u3400-\u9fff])|\band\b|\bor\b")
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is away, ``last`` included; None where no day is named."""

    last: date | None = None


def absence(subject: str, text: str, at: datetime) -> Absence | None:
    """The absence that an automatic reply tells of, counted from its arrival.

    None where it tells of none (a receipt), or only of one that is over.
    """
    said = unicodedata.normalize("NFKC", text[:_MOST])
    plain = said.casefold()
    if not _AWAY.search(plain) and not _AWAY_SUBJECT.match(subject.casefold()):
        return None
    clauses = [one.strip().casefold() for one in _CLAUSE.split(said) if one.strip()]
    named = [day for way in _WAYS for one in clauses for day in way(_with_month(one), at)]
    coming = [day for day in named if day >= at.date()]
    if named and not coming:
        return None
    return Absence(coming[0] if coming else None)


def _with_month(clause: str) -> str:
    clause = _ZH_SAME_MONTH.sub(r"至\1月\2", clause)
    return _EN_SAME_MONTH.sub(r"until \1 \2", clause)


def _before_return(clause: str, at: datetime) -> Iterator[date]:
    """The day on which they are there again is the first that is no part of it."""
    found = _ZH_BACK.search(clause)
    if found is not None:
        before = _ZH_WHILE.split(clause[: found.start()])[-1]
        yield from _day_before(before, clause[found.end() :], at)
    elif (found := _EN_BACK.search(clause)) is not None:
        yield from _day_before(clause[found.end() :], clause[: found.start()], at)


def _day_before(first: str, second: str, at: datetime) -> Iterator[date]:
    day = dates.moment(first, at) or dates.moment(second, at)
    if day is not None:
        yield day.date() - _DAY


def _until(clause: str, at: datetime) -> Iterator[date]:
    """The day up to which it lasts is a part of it; of a clause the last that is named so."""
    for found in reversed(list(_UNTIL.finditer(clause))):
        day = dates.moment(clause[found.end() :], at)
        if day is not None:
            yield day.date()
            return


def _on(clause: str, at: datetime) -> Iterator[date]:
    """A day or a length beside the word for the absence."""
    day = dates.moment(clause, at) if _AWAY.search(clause) else None
    if day is not None:
        yield day.date()


_WAYS = (_before_return, _until, _on)
