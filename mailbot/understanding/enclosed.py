"""Facts from the structure of a mail, not from its words."""

from collections.abc import Iterator
from datetime import tzinfo
from itertools import chain

from mailbot.mail.message import Forwarded, Link, Meeting, Message, Protection
from mailbot.understanding.understood import Fact, MomentFact, NumberFact, TextFact

_MOST = 20
_METHODS = {"REQUEST": "invitation", "CANCEL": "cancellation", "REPLY": "reply"}


def enclosed(message: Message, zone: tzinfo) -> tuple[Fact, ...]:
    """Facts on forwarded text, links, invitations, signing and encryption; times in ``zone``."""
    return tuple(
        chain(
            _passed_on(message.forwarded, zone) if message.forwarded is not None else (),
            *(_downloads(link, zone) for link in message.links[:_MOST]),
            *(_meets(meeting, zone) for meeting in message.meetings[:_MOST]),
            _shielded(message),
        )
    )


def _passed_on(told: Forwarded, zone: tzinfo) -> Iterator[Fact]:
    author = " ".join(filter(None, (told.author.name, f"<{told.author.email}>")))
    if told.author.email or told.author.name:
        yield TextFact("forwarded_from", told.author.email or told.author.name, author)
    if told.date is not None:
        yield MomentFact("forwarded_date", told.date.astimezone(zone), told.subject)


def _downloads(link: Link, zone: tzinfo) -> Iterator[Fact]:
    """The facts of each link, the link first."""
    yield TextFact("download_link", link.url, link.evidence)
    if link.name:
        yield TextFact("download_name", link.name, link.evidence)
    if link.size:
        yield NumberFact("download_size", link.size, link.evidence)
    if link.expires is not None:
        yield MomentFact("download_expires", link.expires.astimezone(zone), link.evidence)
    if link.code:
        yield TextFact("access_code", link.code, link.evidence)


def _meets(meeting: Meeting, zone: tzinfo) -> Iterator[Fact]:
    said = f"{meeting.summary} ({meeting.organiser})" if meeting.organiser else meeting.summary
    yield TextFact("meeting", _METHODS.get(meeting.method, "event"), said)
    if meeting.start is not None:
        yield MomentFact("meeting_start", meeting.start.astimezone(zone), meeting.summary)
    if meeting.end is not None:
        yield MomentFact("meeting_end", meeting.end.astimezone(zone), meeting.summary)


def _shielded(message: Message) -> Iterator[Fact]:
    if message.protection is not Protection.NONE:
        yield TextFact("protection", message.protection.value, "by how the mail is built")
    for said in message.unread:
        yield TextFact("unread", str(said), "by how the mail is built")
