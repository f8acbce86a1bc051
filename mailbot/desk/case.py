"""A case: everything the desk knows of one matter, and the table of its life.

Rule 1: every change of status is a cell of ``LIFE``; a pair that is not there cannot happen.
Rule 2: a draft, a question and a "needs you" are facts beside the status and never change it.
Rule 3: no date is stored that can be derived: what is due follows from the case (``due.py``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from mailbot.mail.message import Trust

_THREAD = 12


class Status(StrEnum):
    """Whose step is next."""

    OPEN = "open"
    WAITING = "waiting"
    ESCALATED = "escalated"
    WATCHING = "watching"
    CLOSING = "closing"
    CLOSED = "closed"


class Step(StrEnum):
    """What can move a case from one status to another."""

    WE_OWE = "we owe the next step"
    THEY_OWE = "the customer owes the next step"
    ENGINEER_WROTE = "an engineer wrote to the customer"
    DATA_ASKED = "an engineer asked the customer for data"
    HANDED_OVER = "it went to the second line"
    WATCH_STARTED = "a watch was started"
    NOTICE_LEFT = "the closing notice left"
    NOT_HEARD = "nothing was heard after the notice"
    RESOLVED = "the customer says it is solved"
    CLOSED_BY_HAND = "an engineer closed it"
    REOPENED = "it was opened again"


def _row(**cells: Status) -> Mapping[Step, Status]:
    return MappingProxyType({Step[name]: status for name, status in cells.items()})


_O, _W, _E, _V, _C, _X = Status

LIFE: Mapping[Status, Mapping[Step, Status]] = MappingProxyType(
    {
        Status.OPEN: _row(
            WE_OWE=_O, THEY_OWE=_W, ENGINEER_WROTE=_W, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_O,
            NOT_HEARD=_O,
        ),
        Status.WAITING: _row(
            WE_OWE=_O, THEY_OWE=_W, ENGINEER_WROTE=_W, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_W,
            NOT_HEARD=_W,
        ),
        Status.ESCALATED: _row(
            WE_OWE=_O, THEY_OWE=_E, ENGINEER_WROTE=_E, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_E,
            NOT_HEARD=_E,
        ),
        Status.WATCHING: _row(
            WE_OWE=_O, THEY_OWE=_W, ENGINEER_WROTE=_W, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_V,
            NOT_HEARD=_V,
        ),
        Status.CLOSING: _row(
            WE_OWE=_O, THEY_OWE=_W, ENGINEER_WROTE=_W, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_C,
            NOT_HEARD=_X,
        ),
        Status.CLOSED: _row(
            WE_OWE=_X, THEY_OWE=_X, ENGINEER_WROTE=_X, DATA_ASKED=_X, HANDED_OVER=_X,
            WATCH_STARTED=_X, NOTICE_LEFT=_X, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_O,
            NOT_HEARD=_X,
        ),
    }
)  # fmt: skip


class Audience(StrEnum):
    """Whom a letter is for; part of its type."""

    CUSTOMER = "customer"
    STAFF = "staff"
    SECOND_LINE = "second_line"


class Send(StrEnum):
    """How far a letter may go by itself; anything unknown means APPROVE."""

    OFF = "off"
    APPROVE = "approve"
    ANNOUNCE = "announce"
    AUTO = "auto"


class DraftState(StrEnum):
    """Where a letter that has not left yet stands (the outbox keeps what follows)."""

    WAITING = "waiting"
    QUEUED = "queued"
    IN_DOUBT = "in_doubt"


class ItemState(StrEnum):
    """Where a thing that was asked for stands."""

    ASKED = "asked"
    IF_STEP_FAILS = "if_step_fails"
    WAITS_FOR_RECURRENCE = "waits_for_recurrence"
    ARRIVED = "arrived"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


class UploadState(StrEnum):
    """Where a file on the server stands."""

    RUNNING = "running"
    WHOLE = "whole"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Contact:
    """A customer's person on the case; ``joined_by`` is the filing evidence that brought him."""

    email: str
    name: str = ""
    salutation: str = ""
    lang: str = ""
    joined_by: str = ""
    confirmed: bool = False

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class AskedItem:
    """Something that was asked for, and where it stands."""

    name: str
    state: ItemState
    since: datetime


@dataclass(frozen=True, slots=True)
class Account:
    """A login on an upload server; ``password`` is a seal, never the secret.

    ``origin`` is "opened" (ours) or "read" (from a mail: another server's).
    """

    user: str
    person: str
    origin: str
    opened: datetime
    password: str = ""
    host: str = ""
    port: int = 0
    folder: str = ""
    fingerprint: str = ""
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on the server, or attached to a mail (``via``); ``size`` in bytes.

    ``finding`` says in words what its first bytes show; ``is_full_dump`` is None for no dump.
    """

    name: str
    size: int
    at: datetime
    state: UploadState
    user: str = ""
    via: str = "sftp"
    receipted: bool = False
    finding: str = ""
    is_full_dump: bool | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a letter says beyond the case's own facts; a template reads what it needs."""

    problem: str = ""
    questions: tuple[str, ...] = ()
    number: int = 0
    reason: str = ""
    close_on: datetime | None = None
    answer_by: datetime | None = None
    refused: tuple[str, ...] = ()
    files: tuple[Upload, ...] = ()
    missing: tuple[str, ...] = ()
    on_recurrence: tuple[str, ...] = ()
    arrived: tuple[str, ...] = ()
    words: str = ""
    notes: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()

    def joined(self, other: "Content") -> "Content":
        """Both in one letter: lists end to end, else what this one says first."""
        values: dict[str, Any] = {}
        for field in fields(self):
            mine, theirs = getattr(self, field.name), getattr(other, field.name)
            both = tuple(dict.fromkeys((*mine, *theirs))) if isinstance(mine, tuple) else None
            values[field.name] = (mine or theirs) if both is None else both
        return Content(**values)


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter written out that has not left yet; its text lies in the store.

    ``letters`` are its parts in order, ``answers`` the id of the mail it answers ('' for what
    the desk begins), ``withheld`` why it waits for a yes, ``then`` what its leaving does to
    the case.
    """

    id: str
    letters: tuple[str, ...]
    audience: Audience
    to: tuple[str, ...]
    cc: tuple[str, ...]
    lang: str
    written: datetime
    answers: str
    send: Send
    state: DraftState
    withheld: tuple[str, ...] = ()
    then: Step | None = None
    secret: bool = False
    gap: bool = False
    edited: bool = False
    approved_by: str = ""
    confidence: float = 1.0
    trust: Trust = Trust.PASS
    arrived: datetime | None = None
    content: Content = Content()
    nagged: datetime | None = None
    sent_to_person: int = 0
    sent_in_all: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A letter or an engineer's mail that reached the customer."""

    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseFact:
    """Something known of the case, and the words it was read from."""

    name: str
    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Need:
    """Something only a person can settle; it stands until somebody acts on the case."""

    what: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """One matter. Counters and moments only: what is due next follows from them.

    ``description`` is the problem in the customer's own words, ``names`` those of our own
    people on the case, by address.
    """

    id: str
    title: str
    opened: datetime
    status: Status = Status.OPEN
    since: datetime | None = None
    alive: bool = True
    contacts: tuple[Contact, ...] = ()
    participants: tuple[str, ...] = ()
    opened_by: str = ""
    description: str = ""
    names: tuple[tuple[str, str], ...] = ()
    engineer: str = ""
    second_line: str = ""
    end_user: str = ""
    items: tuple[AskedItem, ...] = ()
    drafts: tuple[Draft, ...] = ()
    letters: int = 0
    accounts: tuple[Account, ...] = ()
    uploads: tuple[Upload, ...] = ()
    questions: tuple[str, ...] = ()
    facts: tuple[CaseFact, ...] = ()
    needs: tuple[Need, ...] = ()
    said: tuple[Said, ...] = ()
    last_contact: datetime | None = None
    last_heard: datetime | None = None
    last_said: datetime | None = None
    last_message: str = ""
    thread: tuple[str, ...] = ()
    counterpart: str = ""
    owed_since: datetime | None = None
    question_since: datetime | None = None
    upload_check: datetime | None = None
    upload_claim: str = ""
    escalated_at: datetime | None = None
    watch_until: datetime | None = None
    promised: datetime | None = None
    engineer_promised: datetime | None = None
    not_before: datetime | None = None
    announced_for: datetime | None = None
    notice_at: datetime | None = None
    closed_at: datetime | None = None
    reminders: int = 0
    owe_nagged: datetime | None = None
    second_line_nagged: datetime | None = None
    recurs: bool = False
    refused_data: bool = False
    hold: str = ""
    hands_off: str = ""
    bounced: tuple[str, ...] = ()
    stranger_of: str = ""
    linked_to: str = ""
    merged_into: str = ""

    @property
    def customers(self) -> tuple[str, ...]:
        return tuple(contact.email for contact in self.contacts)

    def contact(self, email: str) -> Contact | None:
        return next((one for one in self.contacts if one.email == email), None)

    def draft(self, draft_id: str) -> Draft | None:
        return next((one for one in self.drafts if one.id == draft_id), None)

    def items_in(self, *states: ItemState) -> tuple[str, ...]:
        return tuple(item.name for item in self.items if item.state in states)


def step(case: Case, how: Step, at: datetime) -> Case:
    """The case after ``how``; ``since`` moves only when the status does."""
    status = LIFE[case.status][how]
    return case if status is case.status else replace(case, status=status, since=at)


def threaded(case: Case, message_id: str) -> tuple[str, ...]:
    """The ids of the mails between customer and desk, this one last; a letter refers to them."""
    if not message_id:
        return case.thread
    others = tuple(one for one in case.thread if one != message_id)
    return (*others, message_id)[-_THREAD:]
