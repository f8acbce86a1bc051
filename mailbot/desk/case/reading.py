"""One mail as it comes to a case: who wrote, what was read in it, what it wants."""

from dataclasses import dataclass, field
from datetime import datetime

from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.people.role import Role
from mailbot.mail.message import Address, Attachment, Bounce, Kind, Link, Trust
from mailbot.reasons import Reason
from mailbot.understanding.understood import Understanding


@dataclass(frozen=True, slots=True)
class Reading:
    """One mail as it comes to a case. ``at`` is when it arrived, ``by`` the filing evidence.

    ``passed_on_by`` is the engineer who forwarded it, ``never_got`` how many mails it refers to
    that never reached the desk.
    """

    message_id: str
    at: datetime
    sender: Address
    role: Role
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    text: str
    kind: Kind
    trust: Trust
    by: FiledBy = FiledBy.NEW
    engineer: bool = False
    reply_to: Address | None = None
    attachments: tuple[Attachment, ...] = ()
    links: tuple[Link, ...] = ()
    unread: tuple[Reason, ...] = ()
    bounce: Bounce | None = None
    said: Understanding = field(default_factory=Understanding)
    to_customers: tuple[Address, ...] = ()
    to_second_line: tuple[Address, ...] = ()
    to_desk: bool = False
    to_engineer: str = ""
    passed_on_by: str = ""
    never_got: int = 0
    stranger_of: str = ""
    linked_to: str = ""

    @property
    def files(self) -> tuple[Attachment, ...]:
        """What its writer wants us to look at: files, and pictures pasted into the text."""
        return tuple(one for one in self.attachments if one.is_brought)

    @property
    def everybody(self) -> tuple[Address, ...]:
        """Everybody whom it names, and where else its writer is answered (`Message.everybody`)."""
        other = self.reply_to if self.trust is Trust.PASS else None
        return (self.sender, *self.to, *self.cc, *filter(None, [other]))
