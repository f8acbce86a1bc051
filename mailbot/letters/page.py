"""What a letter is written from, and what a template sees of a thing that is not known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from jinja2 import StrictUndefined

from mailbot.because import Because
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.letters.letterhead import Letterhead
from mailbot.letters.speech import Speech, speech
from mailbot.ports import Written
from mailbot.understanding.item import Item


class Absent(StrictUndefined):
    """Something a letter may ask after and that this case does not have: false, unprintable."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]
        return False


@dataclass(frozen=True, slots=True)
class Page:
    """All that one letter is written from."""

    draft: Draft
    case: Case
    waiting: Mapping[str, Written]
    lang: str
    letterhead: Letterhead
    calendar: WorkCalendar
    items: Mapping[str, Item]
    speech: Speech = field(default_factory=speech)


def or_absent(moment: datetime | None, hint: Because) -> object:
    return moment if moment is not None else Absent(hint=hint.value)
