"""A letter before it leaves: whom it is for, how far it may go by itself, what it says."""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from mailbot.desk.case.step import Step
from mailbot.desk.case.upload import Upload
from mailbot.mail.message import Trust
from mailbot.reasons import Reason
from mailbot.understanding.understood import Mention


class Audience(StrEnum):
    """Whom a letter is for; part of its type."""

    CUSTOMER = "customer"
    STAFF = "staff"
    SECOND_LINE = "second_line"
    ADMIN = "admin"


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
    notes: tuple[Reason, ...] = ()
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
    the case, ``mentions`` the items that an engineer's own text speaks of.
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
    withheld: tuple[Reason, ...] = ()
    then: Step | None = None
    secret: bool = False
    gap: bool = False
    edited: bool = False
    approved_by: str = ""
    mentions: tuple[Mention, ...] = ()
    confidence: float = 1.0
    trust: Trust = Trust.PASS
    arrived: datetime | None = None
    content: Content = Content()
    nagged: datetime | None = None
    sent_to_person: int = 0
    sent_in_all: int = 0
    sent_today: int = 0

    @property
    def waits(self) -> bool:
        """Whether a human has to settle it."""
        return self.state is not DraftState.QUEUED
