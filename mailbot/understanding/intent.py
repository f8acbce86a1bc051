"""Intents: what a mail can want, the phrases that say it, and who says it."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from mailbot.reasons import Wording
from mailbot.understanding.scopes import Scope


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


class Effect(StrEnum):
    """What an intent does to a case beside asking for its letter: all that the desk can do.

    The desk knows these and no intent by its name; several intents may share one.
    """

    NONE = "nothing more"
    # what customers say
    WANTS_LOGIN = "it asks for an upload login"
    BRINGS_DATA = "it says that data is there; a file that comes along says so too"
    DELAYS_DATA = "the data comes later"
    REFUSES_DATA = "the data won't be given"
    ASKS_QUESTION = "it asks something that an engineer has to answer"
    UPLOAD_TROUBLE = "uploading doesn't work"
    REPORTS_FAULT = "it describes what is wrong"
    TELLS_RESULT = "it says how a step went"
    SOLVES = "it says that the matter is solved"
    KEEPS_WATCHING = "it asks to keep watching"
    THANKS = "it only thanks"
    PRESSES = "its writer is angry or in a hurry"
    # what the desk's own people say
    BEGINS_WATCH = "the case is watched for a while"
    ANNOUNCES_CLOSE = "the case will be closed"
    ASKS_FOR_DATA = "the customer is asked for data"
    HANDS_OVER = "the second line takes over"
    ORDERS_LOGIN = "the bot shall open an upload login"
    SPELLS_LOGIN = "a login stands in the mail"


class Presumes(IntEnum):
    """How much an intent presumes that a case is open: who says it in a fresh mail means that."""

    NOTHING = 0
    A_CASE = 1  # it has a meaning only where something went before
    THAT_CASE = 2  # and is said of nothing but the matter in hand


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying it, short enough to be read at a glance.

    ``pattern`` is a case-insensitive regular expression searched in one sentence, over simplified
    characters; in it ``…`` stands for a few words of the same clause. ``unless`` takes the clause
    away again. ``confidence`` is how often a desk would agree; from 0.99 on it is a rule, which
    the learned layer does not overrule. ``yes`` are sentences it finds, ``no`` near misses it
    leaves; the tests run them. ``blocked_by`` replaces the intent's own.
    """

    pattern: str
    confidence: float = 0.9
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    unless: str = ""
    blocked_by: frozenset[Scope] | None = None


@dataclass(frozen=True, slots=True)
class Intent:
    """Something a mail can want: how it is said, what it asks of us, who owes the next step.

    ``blocked_by`` names scopes of a sentence in which the phrases don't count (``scopes.py``:
    "negated", "future", "question", "condition", "supposed", "requested", "quoted").
    ``gives_way`` are intents that override it when found in the same clause, ``overrides`` those
    that it overrides; ``outright``: it counts
    only where no earlier sentence puts it under a condition. ``letter`` is the part it asks for,
    ``effect`` what else it does to the case; ``called`` how people call it, in Chinese and English.
    ``asks``: a case is not solved while somebody says this; ``told``: the engineer hears of it.
    """

    name: str
    side: Side
    phrases: tuple[Phrase, ...]
    blocked_by: frozenset[Scope] = frozenset()
    letter: str = ""
    owes: Owes = Owes.NOBODY
    alone: bool = False
    effect: Effect = Effect.NONE
    asks: bool = False
    presumes: Presumes = Presumes.NOTHING
    outright: bool = False
    told: Wording | None = None
    gives_way: frozenset[str] = frozenset()
    overrides: frozenset[str] = frozenset()
    called: tuple[str, str] = ("", "")
