"""One mail as it comes to a case: who wrote, what was read in it, what it wants."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mailbot.mail.message import Address, Attachment, Bounce, Kind, Link, Trust


class Role(StrEnum):
    """Who somebody is to the desk; staff, second line and admin only with trust=pass."""

    CUSTOMER = "customer"
    STAFF = "staff"
    SECOND_LINE = "second_line"
    ADMIN = "admin"
    DESK = "desk"
    MACHINE = "machine"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """An intent found in a mail, how sure, and the sentence that gave it away."""

    name: str
    confidence: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something read from a mail; a secret's value is its seal."""

    name: str
    value: str
    evidence: str


class MentionMode(StrEnum):
    """In which way a mail speaks of an item."""

    ASKED = "asked"
    IF_RECURS = "if_recurs"
    IF_STEP_FAILS = "if_step_fails"
    GIVEN = "given"
    REFUSED = "refused"
    DELAYED = "delayed"
    NO_LONGER = "no_longer"


@dataclass(frozen=True, slots=True)
class Mention:
    """An item a mail speaks of, and how."""

    item: str
    mode: MentionMode
    evidence: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a mail wants: the recogniser's whole answer.

    ``questions`` are listed as the writer put them; ``recurs`` says "write if it happens
    again"; ``step_failed`` that a step support asked for did not work; ``more`` is what stands
    beside "it is solved" and was not understood; ``lang`` is "zh",
    "en" or '' where there is too little text; ``salutation`` is how the mail addresses its
    reader ('' if it does not).
    """

    intents: tuple[Found, ...] = ()
    facts: tuple[Fact, ...] = ()
    mentions: tuple[Mention, ...] = ()
    questions: tuple[str, ...] = ()
    recurs: bool = False
    step_failed: bool = False
    more: str = ""
    lang: str = ""
    salutation: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(found.name for found in self.intents)

    def fact(self, name: str) -> str:
        """The value of the first fact of that name, or ''."""
        return next((fact.value for fact in self.facts if fact.name == name), "")


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
    by: str = "new"
    engineer: bool = False
    reply_to: Address | None = None
    attachments: tuple[Attachment, ...] = ()
    links: tuple[Link, ...] = ()
    unread: tuple[str, ...] = ()
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
