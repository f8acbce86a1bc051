"""A mail as a page shows it: sealed, in its pieces, with what it was understood to want."""

from dataclasses import dataclass, field
from datetime import datetime

from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.people.role import Role
from mailbot.mail.message import Address, Attachment, Kind, Trust
from mailbot.mail.parts import Piece
from mailbot.reasons import Reason
from mailbot.understanding.understood import Understanding


@dataclass(frozen=True, slots=True)
class KeptMail:
    """Kept beside the raw mail, so that a page and a search need not read that again.

    ``by`` is the filing evidence, ``unread`` what of it could not be read here.
    """

    at: datetime
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    role: Role
    trust: Trust
    kind: Kind
    pieces: tuple[Piece, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    said: Understanding = field(default_factory=Understanding)
    unread: tuple[Reason, ...] = ()
    by: FiledBy = FiledBy.NOTHING
