"""A parsed mail: frozen values, no bytes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from mailbot.mail.parts import Parts
from mailbot.reasons import Reason


class Kind(StrEnum):
    """Who wrote it: a person, or which sort of machine (RFC 3834, RFC 3464)."""

    HUMAN = "human"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    DELAY_NOTICE = "delay_notice"
    BULK = "bulk"


class Trust(StrEnum):
    """What our own server's Authentication-Results says about the From (RFC 8601)."""

    PASS = "pass"  # noqa: S105 (a verdict)
    FAIL = "fail"
    NONE = "none"


class Protection(StrEnum):
    """Signed mail can be read, encrypted mail can't be decrypted here."""

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
    ``height`` of a picture are 0 if its first bytes do not tell; ``decoration`` is one that
    shows nothing new: a logo, a tracker, one only in a quote. ``content_id`` is how
    HTML names it (RFC 2392).
    """

    name: str
    type: str
    size: int
    inline: bool = False
    content_id: str = ""
    width: int = 0
    height: int = 0
    decoration: bool = False

    @property
    def is_picture(self) -> bool:
        return self.type.startswith("image/")

    @property
    def is_pasted(self) -> bool:
        """Whether it is a picture that the writer pasted into the text."""
        return self.inline and self.is_picture and not self.decoration

    @property
    def is_brought(self) -> bool:
        """Whether the writer wants us to look at it: a file, or a picture pasted into the text."""
        return not self.inline or self.is_pasted


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a shared file: a large attachment, or a share on a cloud drive.

    ``size`` in bytes, 0 if unknown; ``expires`` is None if unknown or never;
    ``code`` is the access code; ``evidence`` is the line of the link.
    """

    provider: str
    url: str
    name: str = ""
    size: int = 0
    expires: datetime | None = None
    code: str = ""
    evidence: str = ""

    def rewritten(self, change: Callable[[str], str]) -> "Link":
        return replace(
            self,
            url=change(self.url),
            name=change(self.name),
            code=change(self.code),
            evidence=change(self.evidence),
        )


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting in a calendar part (RFC 5546); ``method`` in capitals, '' if it has none.

    ``words``: the comment of an answer or a cancellation, the description of an invitation.
    """

    method: str
    summary: str
    start: datetime | None = None
    end: datetime | None = None
    organiser: str = ""
    words: str = ""

    def rewritten(self, change: Callable[[str], str]) -> "Meeting":
        return replace(self, summary=change(self.summary), words=change(self.words))


@dataclass(frozen=True, slots=True)
class Undelivered:
    """One recipient of a delivery status notification; '' for unknown fields."""

    recipient: str
    status: str
    action: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery status notification (RFC 3464): the worst recipient, then the ``others``."""

    recipient: str
    status: str
    action: str
    original_message_id: str = ""
    others: tuple[Undelivered, ...] = ()

    @property
    def each(self) -> tuple[Undelivered, ...]:
        """All recipients, the worst first."""
        return (Undelivered(self.recipient, self.status, self.action), *self.others)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The author and date of forwarded text; '' and None if unknown."""

    author: Address
    date: datetime | None = None
    subject: str = ""

    def rewritten(self, change: Callable[[str], str]) -> "Forwarded":
        author = replace(self.author, name=change(self.author.name))
        return replace(self, author=author, subject=change(self.subject))


@dataclass(frozen=True, slots=True)
class Message:
    """A parsed mail.

    ``message_id``, ``in_reply_to`` and ``references`` stand without angle brackets, in the
    order of the mail. Every line of the body is in one of ``parts``. Times are timezone-aware.
    ``kind_because`` is the reason for the kind, ``kind_by_words`` says that it rests on wording
    alone; ``unread`` lists what can't be read here, a sentence each.
    ``via`` is the list, form or person that passed it on under their own address.
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
    via: Address | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    thread_index: str = ""
    other_ids: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    links: tuple[Link, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    protection: Protection = Protection.NONE
    unread: tuple[Reason, ...] = ()
    bounce: Bounce | None = None
    forwarded: Forwarded | None = None
    defects: tuple[str, ...] = ()
    kind_because: str = ""
    kind_by_words: bool = False

    @property
    def everybody(self) -> tuple[Address, ...]:
        """All addresses in it; the Reply-To of its writer only if the From is authenticated."""
        other = self.reply_to if self.trust is Trust.PASS else None
        return (self.sender, *self.recipients, *filter(None, [other]))

    @property
    def text(self) -> str:
        """The new text of the mail, forwarded text included."""
        return self.parts.text

    @property
    def quoted(self) -> str:
        return self.parts.quoted

    @property
    def signature(self) -> str:
        return self.parts.signature

    def rewritten(self, change: Callable[[str], str]) -> "Message":
        """The mail with all its human-written text changed; addresses and ids stay."""
        passed_on = self.forwarded
        return replace(
            self,
            subject=change(self.subject),
            sender=replace(self.sender, name=change(self.sender.name)),
            parts=self.parts.rewritten(change),
            attachments=tuple(replace(one, name=change(one.name)) for one in self.attachments),
            links=tuple(one.rewritten(change) for one in self.links),
            meetings=tuple(one.rewritten(change) for one in self.meetings),
            unread=tuple(one.rewritten(change) for one in self.unread),
            forwarded=passed_on.rewritten(change) if passed_on is not None else None,
        )

    @property
    def recipients(self) -> tuple[Address, ...]:
        return self.to + self.cc

    @property
    def ancestors(self) -> tuple[str, ...]:
        """The ids of the mails that this one answers, nearest first."""
        return tuple(dict.fromkeys((*self.in_reply_to, *reversed(self.references))))
