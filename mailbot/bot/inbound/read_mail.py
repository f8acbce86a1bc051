"""A mail after it was read: its message, who wrote it, what they want."""

from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.desk.case.reading import Reading
from mailbot.desk.filing.filing import Filing
from mailbot.desk.people.people import People
from mailbot.desk.people.role import Role
from mailbot.mail.message import Message
from mailbot.understanding.spoken import spoken
from mailbot.understanding.understood import Understanding


@dataclass(frozen=True, slots=True)
class Sheaf:
    """One mail, read: the sealed message, who wrote it and what it wants.

    ``brought_by`` is the engineer who passed it on to the desk, proven, or ''.
    """

    message: Message
    role: Role
    said: Understanding
    at: datetime
    digest: str
    brought_by: str = ""


def reading_of(sheaf: Sheaf, filing: Filing, people: People) -> Reading:
    """The mail as its case sees it."""
    message = sheaf.message
    by = message.via.email if message.via is not None else ""
    return replace(
        _by_itself(sheaf),
        by=filing.by,
        engineer=people.is_engineer(message.sender.email),
        to_customers=people.customers_of(message),
        to_second_line=people.second_line_of(message),
        to_desk=people.is_to_desk(message),
        to_engineer=people.engineer_addressed(message),
        passed_on_by=by if people.is_engineer(by) else "",
        never_got=filing.never_got,
        stranger_of=filing.stranger_of,
        linked_to=filing.linked_to,
    )


def _by_itself(sheaf: Sheaf) -> Reading:
    """What the mail alone says, whoever the people in it are to this desk."""
    message = sheaf.message
    return Reading(
        message_id=message.message_id,
        at=sheaf.at,
        sender=message.sender,
        role=sheaf.role,
        to=message.to,
        cc=message.cc,
        subject=message.subject,
        text=message.text if message.text.strip() else spoken(message),
        kind=message.kind,
        trust=message.trust,
        reply_to=message.reply_to,
        attachments=message.attachments,
        links=message.links,
        unread=message.unread,
        bounce=message.bounce,
        said=sheaf.said,
    )
