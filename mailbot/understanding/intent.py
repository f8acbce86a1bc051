"""Intents: what a mail can want, the phrases that say it, and who says it."""

from dataclasses import dataclass
from enum import StrEnum

from mailbot.reasons import Wording


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
    it; ``not_with`` are intents that override it when found in the same mail; a ``weak``
    one counts only if nothing else was found; ``confidence`` is how often a desk would
    agree. ``blocked_by`` replaces the intent's own.
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
    """Text that must occur as well: in the new text (``here``), or in the quote (``before``)."""

    here: str
    before: str


@dataclass(frozen=True, slots=True)
class Intent:
    """Something a mail can want: how it is said, what it asks of us, who owes the next step.

    ``blocked_by`` names scopes of a sentence in which the phrases don't count (``scopes.py``:
    "negated", "future", "question", "condition", "supposed", "requested", "quoted").
    ``gives_way`` are intents that override it when found in the same sentence; ``sign`` is text
    that must occur as well. ``letter`` is the letter part it asks for.
    """

    name: str
    side: Side
    phrases: tuple[Phrase, ...]
    blocked_by: frozenset[str] = frozenset()
    letter: str = ""
    owes: Owes = Owes.NOBODY
    alone: bool = False
    told: Wording | None = None
    gives_way: frozenset[str] = frozenset()
    sign: Sign | None = None
