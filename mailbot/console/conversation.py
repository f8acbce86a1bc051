"""Everything said in a case, oldest first: mails that came, and letters of ours that left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.bot.inbound.keeping import kept_or_read
from mailbot.bot.wiring.build import Bot
from mailbot.console.marked_text import Run, marked
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.kept_mail import KeptMail
from mailbot.desk.people.role import Role
from mailbot.mail.message import Attachment
from mailbot.mail.parts import Part
from mailbot.repositories.conversations import Sent
from mailbot.understanding.intent import Side
from mailbot.understanding.normalise import plain
from mailbot.understanding.understood import Found

_LANES = {Role.CUSTOMER: "customer", Role.UNKNOWN: "customer", Role.SECOND_LINE: "second_line"}
_DESK = "desk"
_LONGEST_LINE = 240


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a mail; ``kind`` is new, quoted, signature or forwarded."""

    kind: str
    runs: tuple[Run, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One mail or letter. ``mail_id`` is 0 for a letter of ours, ``draft`` '' for a mail.

    ``wants`` is what it was read as, ``may_want`` what its writer could want at all; ``fate`` is
    '' where a letter left for sure; ``unreadable``: only its raw bytes are here.
    """

    at: datetime
    lane: str
    sender: str
    to: tuple[str, ...]
    subject: str
    passages: tuple[Passage, ...] = ()
    wants: tuple[Found, ...] = ()
    may_want: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    mail_id: int = 0
    draft: str = ""
    letters: str = ""
    fate: str = ""
    is_doubted: bool = False
    unreadable: bool = False


def conversation(bot: Bot, case_id: str) -> tuple[Entry, ...]:
    """Both sides in one line of time; notices to our own people are no part of it."""
    mails = [
        _of_mail(bot, one.id, one.at, FiledBy(one.by))
        for one in bot.state.filed_mails.mails_of(case_id)
    ]
    letters = [
        _of_letter(one) for one in bot.state.conversations.sent_in(case_id) if not one.row.to_staff
    ]
    return tuple(sorted((*mails, *letters), key=lambda entry: entry.at))


def matching(mail: KeptMail, asked: str) -> str:
    """The line of a mail that holds most of what was asked for, for a list of hits."""
    words = [word for word in plain(asked).split() if word]
    lines = [line.strip() for one in mail.pieces for line in one.text.split("\n") if line.strip()]
    return max(lines, key=lambda line: _held(words, plain(line)), default="")[:_LONGEST_LINE]


def _held(words: Sequence[str], line: str) -> int:
    return sum(word in line for word in words)


def _of_mail(bot: Bot, mail_id: int, at: datetime | None, by: FiledBy) -> Entry:
    mail = kept_or_read(bot.engine.mailroom, bot.state, mail_id, by)
    if mail is None:
        when = at or bot.engine.clock.now()
        return Entry(when, "customer", "", (), "", mail_id=mail_id, unreadable=True)
    lane = _LANES.get(mail.role, _DESK)
    side = Side.STAFF if lane == _DESK else Side.CUSTOMER
    return Entry(
        at=mail.at,
        lane=lane,
        sender=mail.sender.name or mail.sender.email,
        to=tuple(one.email for one in (*mail.to, *mail.cc)),
        subject=mail.subject,
        passages=tuple(_passages(mail)),
        wants=mail.said.intents,
        may_want=tuple(one.name for one in bot.rules.intents.values() if one.side is side),
        files=tuple(one for one in mail.attachments if not one.decoration),
        mail_id=mail_id,
        is_doubted=mail.role is Role.UNKNOWN,
    )


def _passages(mail: KeptMail) -> Iterator[Passage]:
    for piece in mail.pieces:
        text = piece.text.strip("\n")
        if text.strip():
            found: Sequence[Found] = mail.said.intents if piece.part is Part.NEW else ()
            yield Passage(piece.part.value, marked(text, found), text.count("\n") + 1)


def _of_letter(sent: Sent) -> Entry:
    row = sent.row
    passage = Passage(Part.NEW.value, (Run(row.text.strip("\n")),), row.text.count("\n"))
    return Entry(
        at=sent.at or row.date,
        lane=_DESK,
        sender=row.sender,
        to=row.recipients,
        subject=row.subject,
        passages=(passage,),
        draft=row.id,
        letters="+".join(row.letters),
        fate="" if sent.state == "sent" else sent.state,
    )
