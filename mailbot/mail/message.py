"""What one mail says, once it has been read: frozen values, no bytes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from mailbot.mail.parts import Parts
from mailbot.reasons import Reason


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
    shows nothing new: a logo, a tracker, one that stands only in a quote. ``content_id`` is how
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
        """A picture that the writer put into his text for us to look at."""
        return self.inline and self.is_picture and not self.decoration

    @property
    def is_brought(self) -> bool:
        """A file, or a picture pasted into the text: what its writer wants us to look at."""
        return not self.inline or self.is_pasted


@dataclass(frozen=True, slots=True)
class Link:
    """A file that lies elsewhere: a large attachment, or a share on a cloud drive.

    ``size`` in bytes, 0 if unknown; ``expires`` is None where it never does or nobody says;
    ``code`` opens it; ``evidence`` is the line on which it stands.
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
    """What a calendar part says (RFC 5546); ``method`` in capitals, '' where it is only shown.

    ``words``: the comment of who answers or calls off, the description of who invites.
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
    """One recipient of a delivery report: '' where it does not say."""

    recipient: str
    status: str
    action: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says (RFC 3464): of the worst recipient, then of the ``others``."""

    recipient: str
    status: str
    action: str
    original_message_id: str = ""
    others: tuple[Undelivered, ...] = ()

    @property
    def each(self) -> tuple[Undelivered, ...]:
        """Every recipient it names, the worst first."""
        return (Undelivered(self.recipient, self.status, self.action), *self.others)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """Who wrote the text that a mail passes on, as far as it says: '' and None where not."""

    author: Address
    date: datetime | None = None
    subject: str = ""

    def rewritten(self, change: Callable[[str], str]) -> "Forwarded":
        author = replace(self.author, name=change(self.author.name))
        return replace(self, author=author, subject=change(self.subject))


@dataclass(frozen=True, slots=True)
class Message:
    """A mail as it was read.

    ``message_id``, ``in_reply_to`` and ``references`` stand without angle brackets, in the
    order of the mail. Every line of the body stands in one of ``parts``. Times are aware.
    ``kind_because`` is a sentence that says by what the kind was told, ``kind_by_words`` that no
    header says it; ``unread`` says what of the mail can't be read here, a sentence each.
    ``via`` is the list, form or person that passed it on under an address of their own.
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
        """Everybody whom it names; where else its writer is answered, only if he is proven."""
        other = self.reply_to if self.trust is Trust.PASS else None
        return (self.sender, *self.recipients, *filter(None, [other]))

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

    def rewritten(self, change: Callable[[str], str]) -> "Message":
        """The same mail with all that somebody wrote in it changed; addresses and ids stay."""
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
        """Ids this mail answers, nearest first."""
        return tuple(dict.fromkeys((*self.in_reply_to, *reversed(self.references))))
