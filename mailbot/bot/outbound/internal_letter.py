"""A letter among ourselves, of no one case; it leaves while sending is paused."""

import zlib
from dataclasses import dataclass
from datetime import date, datetime

from mailbot.desk.case.rulebook import Occasion
from mailbot.repositories.outbox import ALERT, ANSWER, BACK, SHEET, WEEK


@dataclass(frozen=True, slots=True)
class InternalLetter:
    """Its ``id`` in the outbox begins as the store knows such letters by.

    ``name`` and ``number`` stand in its Message-ID, where a letter to a customer has its case.
    ``thread`` are the ids of the mails it answers, the newest last; ``shows`` the drafts whose
    texts it shows.
    """

    id: str
    name: str
    number: int
    reader: str
    occasion: str
    thread: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()


def morning_list(day: date, reader: str) -> InternalLetter:
    """At most one a day for each reader."""
    name = f"{SHEET}{day.isoformat()}"
    number = zlib.crc32(reader.encode())
    return InternalLetter(f"{name}/{reader}", name, number, reader, Occasion.MORNING)


def weekly_figures(monday: date, reader: str) -> InternalLetter:
    """One a week for each reader."""
    name = f"{WEEK}{monday.isoformat()}"
    number = zlib.crc32(reader.encode())
    return InternalLetter(f"{name}/{reader}", name, number, reader, Occasion.WEEK_OVER)


def while_away(since: datetime, reader: str) -> InternalLetter:
    """One for each absence, told by its beginning."""
    name = f"{BACK}{since:%y%m%d%H%M%S}"
    number = zlib.crc32(reader.encode())
    return InternalLetter(f"{name}/{reader}", name, number, reader, Occasion.BACK_AGAIN)


def alert(reader: str, text: str, now: datetime) -> InternalLetter:
    """Two alerts may be of one moment: the text tells them apart."""
    name = f"{ALERT}{now:%y%m%d%H%M%S}"
    number = zlib.crc32(f"{reader} {text}".encode())
    return InternalLetter(f"{name}-{number}/{reader}", name, number, reader, Occasion.DESK_UNWELL)


def answer(
    mail_id: int, reader: str, thread: tuple[str, ...], shows: tuple[str, ...]
) -> InternalLetter:
    """What became of an order that came by mail: one answer to each."""
    name = f"{ANSWER}{mail_id}"
    return InternalLetter(
        f"{name}/{reader}", name, mail_id, reader, Occasion.ORDER_CAME, thread, shows
    )
