"""A mail that was read, as it is kept for pages and searches."""

from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.kept_mail import KeptMail


def kept_mail_of(sheaf: Sheaf, by: FiledBy) -> KeptMail:
    """A mail that was read, as it is kept; ``by`` is the filing evidence."""
    message = sheaf.message
    return KeptMail(
        at=sheaf.at,
        sender=message.sender,
        to=message.to,
        cc=message.cc,
        subject=message.subject,
        role=sheaf.role,
        trust=message.trust,
        kind=message.kind,
        pieces=message.parts.pieces,
        attachments=message.attachments,
        said=sheaf.said,
        by=by,
    )
