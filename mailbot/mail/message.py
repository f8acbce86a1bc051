"""What one mail says, once it has been read: frozen values, no bytes."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mailbot.mail.parts import Parts


class Kind(StrEnum):
    """Who speaks: a person, or which sort of machine (RFC 3834, RFC 3464)."""

    HUMAN = "human"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    DELAY_NOTICE = "delay_notice"
    BULK = "bulk"


class Trust(StrEnum):
    """What our own server's Authentication-Results says of the From (RFC 8601)."""

    PASS = "pass"  # noqa: S105 (a verdict)
    FAIL = "fail"
    NONE = "none"


class Protection(StrEnum):
    """How a mail is shielded: signed can be read by all, encrypted by nobody here."""

    NONE = "none"
    SIGNED = "signed"
    ENCRYPTED = "encrypted"


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox: ``email`` is the lower-cased addr-spec, ``name`` the display name or ''."""

    email: str
    name: str = ""

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with the mail; ``size`` in bytes after decoding.

    ``inline`` is a picture that the text shows, or a part for machines. ``width`` and
    ``height`` of a picture are 0 where its first bytes do not tell; ``decoration`` is one that
    shows nothing: a logo, an icon, a tracker. ``content_id`` is how HTML names it (RFC 2392).
    """

    name: str
    type: str
    size: int
    inline: bool = False
    content_id: str = ""
    width: int = 0
    height: int = 0
    decoration: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A file that lies elsewhere: a large attachment, or a share on a cloud drive.

    ``attached`` is a mail provider's own large attachment; ``size`` in bytes, 0 if unknown;
    ``expires`` is None where it never does or nobody says; ``code`` opens it.
    """

    provider: str
    url: str
    name: str = ""
    size: int = 0
    expires: datetime | None = None
    code: str = ""
    evidence: str = ""
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a calendar part says (RFC 5546); ``method`` in capitals, '' where it is only shown."""

    method: str
    summary: str
    start: datetime | None = None
    end: datetime | None = None
    organiser: str = ""


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says (RFC 3464); '' where it does not say."""

    recipient: str
    status: str
    action: str
    original_message_id: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A mail as it was read.

    ``message_id``, ``in_reply_to`` and ``references`` stand without angle brackets, in the
    order of the mail. Every line of the body stands in one of ``parts``. Times are aware.
    ``unread`` says what of the mail can't be read here, a sentence each.
    """

    message_id: str
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    kind: Kind
    trust: Trust
    parts: Parts = field(default_factory=Parts)
    date: datetime | None = None
    received: datetime | None = None
    reply_to: Address | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    thread_index: str = ""
    other_ids: tuple[str, ...] = ()
    delivered_to: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    links: tuple[Link, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    protection: Protection = Protection.NONE
    unread: tuple[str, ...] = ()
    bounce: Bounce | None = None
    defects: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What is new to us in it."""
        return self.parts.text

    @property
    def quoted(self) -> str:
        return self.parts.quoted

    @property
    def signature(self) -> str:
        return self.parts.signature

    @property
    def recipients(self) -> tuple[Address, ...]:
        return self.to + self.cc

    @property
    def ancestors(self) -> tuple[str, ...]:
        """Ids this mail answers, nearest first."""
        return tuple(dict.fromkeys((*self.in_reply_to, *reversed(self.references))))
