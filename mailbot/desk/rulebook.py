"""The rules `decide` decides by, as values: what is read from config and from the doors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from mailbot.desk.case import Case
from mailbot.desk.draft import Audience, Draft, Send
from mailbot.desk.step import Step
from mailbot.desk.workdays import WorkCalendar


class Side(StrEnum):
    """Who can say it."""

    CUSTOMER = "customer"
    STAFF = "staff"


class Owes(StrEnum):
    """Who owes the next step after an intent; the first that holds wins, in this order."""

    WE = "we"
    WE_FORWARD = "we, and the second line gets a packet"
    THEY = "they"
    NOBODY = "unchanged"
    WE_LAST = "we, when nothing else was said"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying it.

    ``pattern`` is a case-insensitive regular expression searched in one sentence;
    ``unless`` takes the clause away again; ``near`` must stand in the sentence or one beside
    it; ``not_with`` are intents that, found in the same mail, say it better; a ``weak``
    one counts only where nothing else was found; ``confidence`` is how often a desk would
    agree. ``blocked_by`` takes the place of the intent's own.
    """

    pattern: str
    confidence: float = 0.9
    unless: str = ""
    near: str = ""
    not_with: frozenset[str] = frozenset()
    blocked_by: frozenset[str] | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """What must have gone before: in the new text (``here``), or in the quote (``before``)."""

    here: str
    before: str


@dataclass(frozen=True, slots=True)
class Intent:
    """Something a mail can want: how it is said, what it asks of us, who owes the next step.

    ``blocked_by`` names scopes of a sentence in which the phrases don't count (``scopes.py``:
    "negated", "future", "question", "condition", "supposed", "requested", "quoted").
    ``gives_way`` are intents that, found in the same sentence, say it better; ``sign`` is what
    must have gone before. ``letter`` is the part it asks for.
    """

    name: str
    side: Side
    phrases: tuple[Phrase, ...]
    blocked_by: frozenset[str] = frozenset()
    letter: str = ""
    owes: Owes = Owes.NOBODY
    alone: bool = False
    told: bool = False
    gives_way: frozenset[str] = frozenset()
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be asked for: its names, how it is recognised, how it is collected.

    ``title`` and ``how`` by language; ``patterns`` find it in a sentence; ``files`` is a
    regular expression over file names that may be it; ``recurs``: it exists only once the
    problem has come back; ``kinds`` are the more exact items its name may stand for;
    ``pasted``: a picture in the text of a mail is one.
    """

    name: str
    title: Mapping[str, str]
    patterns: tuple[str, ...]
    how: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    files: str = ""
    recurs: bool = False
    kinds: tuple[str, ...] = ()
    pasted: bool = False


@dataclass(frozen=True, slots=True)
class LetterSpec:
    """What is known of a letter before it is written: from the headers of its template."""

    name: str
    audience: Audience
    order: int
    send: Send = Send.APPROVE
    secret: bool = False
    gap: bool = False
    then: Step | None = None


@dataclass(frozen=True, slots=True)
class Guard:
    """A reason not to send. ``final``: not even a human's yes overrules it."""

    name: str
    veto: Callable[[Draft, Case, datetime], str | None]
    final: bool = False


@dataclass(frozen=True, slots=True)
class Server:
    """The upload server as customers see it."""

    host: str
    port: int
    folder: str = "/upload"
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything `decide` may know beside the case, the event and the hour."""

    calendar: WorkCalendar
    intents: Mapping[str, Intent]
    items: Mapping[str, Item]
    letters: Mapping[str, LetterSpec]
    guards: tuple[Guard, ...]
    lang: str = "zh"
    notify: tuple[str, ...] = ()
    packets_to: str = ""
    follow_up_every: timedelta = timedelta(days=7)
    follow_up_at_most: int = 3
    follow_up_working_days: int = 0
    watch_lasts: timedelta = timedelta(days=7)
    close_after_notice: timedelta = timedelta(days=3)
    reopen_within: timedelta = timedelta(days=90)
    answer_within: timedelta = timedelta(hours=4)
    stale_after: timedelta = timedelta(hours=4)
    upload_grace: timedelta = timedelta(minutes=30)
    receipt_after: timedelta = timedelta(minutes=1)
    longest_upload: timedelta = timedelta(days=2)
    renew_after: timedelta = timedelta(minutes=10)
    opens_accounts: bool = True
    sees_server: bool = True
