"""What one mail says, once it has been read: frozen values, no bytes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
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
    """A file that came with the mail; ``size`` in bytes after decoding."""

    name: str
    type: str
    size: int
    inline: bool = False


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
    ``kind_because`` is a sentence that says by what the kind was told.
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
    bounce: Bounce | None = None
    forwarded: Forwarded | None = None
    defects: tuple[str, ...] = ()
    kind_because: str = ""

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
            forwarded=passed_on.rewritten(change) if passed_on is not None else None,
        )

    @property
    def recipients(self) -> tuple[Address, ...]:
        return self.to + self.cc

    @property
    def ancestors(self) -> tuple[str, ...]:
        """Ids this mail answers, nearest first."""
        return tuple(dict.fromkeys((*self.in_reply_to, *reversed(self.references))))
