"""Reads a calendar part: an invitation or an answer to one (RFC 5545, 5546)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timezone, tzinfo
from typing import TYPE_CHECKING

from mailbot.mail.message import Meeting

if TYPE_CHECKING:
    from icalendar import Component

_LONGEST = 256 << 10
_MOST = 20
_MOST_ZONES = 20
_SHOWN = ("VEVENT", "VTODO")
ANSWERS = ("REPLY", "CANCEL", "COUNTER", "DECLINECOUNTER")
# icalendar would expand a rule that repeats each second over centuries for one UTC offset
_RESTLESS = re.compile(r"^RRULE[^\n]{0,200}FREQ=(?!YEARLY)[^\n]{0,1000}\n?", re.I | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a calendar holds, and by which error it could not be read."""

    meetings: tuple[Meeting, ...] = ()
    defects: tuple[str, ...] = ()


def calendar_of(text: str, method: str, zone: tzinfo) -> Calendar:
    """What stands in the calendar; times without a zone are the sender's own (``zone``)."""
    if len(text) > _LONGEST or text.upper().count("BEGIN:VTIMEZONE") > _MOST_ZONES:
        return Calendar()
    from icalendar.timezone import tzp

    # icalendar caches zones by name: one mail's "China Standard Time" must not affect the next
    tzp.use_default()
    try:
        return Calendar(tuple(dict.fromkeys(_read(_RESTLESS.sub("", text), method, zone))))
    except Exception as error:  # a library's word against any text that somebody sent
        return Calendar(defects=(f"calendar: {type(error).__name__}",))


def _read(text: str, method: str, zone: tzinfo) -> Iterator[Meeting]:
    # few mails bring a calendar, and the library takes long to load
    from icalendar import Calendar as Ical

    for calendar in Ical.from_ical(text, multiple=True):
        said = str(calendar.get("METHOD", "") or method).strip().upper()[:20]
        shown = [one for one in calendar.walk() if one.name in _SHOWN]
        for one in shown[:_MOST]:
            yield Meeting(
                said,
                " ".join(str(one.get("SUMMARY", "")).split()),
                _moment(one, "DTSTART", zone),
                _moment(one, "DTEND", zone) or _moment(one, "DUE", zone),
                _organiser(one),
                _words(one, said),
            )


def _moment(one: "Component", name: str, zone: tzinfo) -> datetime | None:
    from icalendar.prop import vBroken

    said = one.get(name)
    at = None if isinstance(said, vBroken) else getattr(said, "dt", None)
    if isinstance(at, datetime):
        ahead = at.utcoffset()
        return at.replace(tzinfo=zone if ahead is None else timezone(ahead))
    return datetime.combine(at, time(), zone) if isinstance(at, date) else None


def _words(one: "Component", method: str) -> str:
    """The description of an invitation, or the comment of an answer, which repeats the former."""
    said = "" if method in ANSWERS else str(one.get("DESCRIPTION", ""))
    return (said or _first(one.get("COMMENT")) or _noted(one.get("ATTENDEE"))).strip()[:_LONGEST]


def _first(said: object) -> str:
    many = said if isinstance(said, list) else [said]
    return next((str(one) for one in many if one), "")


def _noted(attendees: object) -> str:
    """The note of an answer, where Google Calendar puts it."""
    many = attendees if isinstance(attendees, list) else [attendees]
    notes = (getattr(one, "params", {}).get("X-RESPONSE-COMMENT", "") for one in many if one)
    return next((str(note) for note in notes if note), "")


def _organiser(one: "Component") -> str:
    said = str(one.get("ORGANIZER", "")).strip()
    return said[len("mailto:") :].lower() if said.lower().startswith("mailto:") else said
