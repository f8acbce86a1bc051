"""The result of understanding a mail: intents, facts, mentions and questions, with evidence."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

# the fact that says of which kind an upload problem is
UPLOAD_TROUBLE = "upload_problem"
# right 99 times in 100: what the desk may act on by itself; what a rule finds counts as certain
CERTAIN = 0.99
JUST_BELOW = 0.98


@dataclass(frozen=True, slots=True)
class Found:
    """An intent found in a mail, its confidence, and the sentence as evidence."""

    name: str
    confidence: float
    evidence: str


class TextFact(Struct, frozen=True, tag="text"):
    """A fact in words; a secret's value is its seal."""

    name: str
    value: str
    evidence: str

    @property
    def said(self) -> str:
        return self.value


class MomentFact(Struct, frozen=True, tag="moment"):
    """A fact that is a moment, with its time zone."""

    name: str
    value: datetime
    evidence: str

    @property
    def said(self) -> str:
        """The moment in ISO 8601."""
        return self.value.isoformat()


class NumberFact(Struct, frozen=True, tag="number"):
    """A fact that is a number: a port, a size in bytes, a count."""

    name: str
    value: int
    evidence: str

    @property
    def said(self) -> str:
        return str(self.value)


# the tag of each is kept with it: by that its value is read as what it is
Fact = TextFact | MomentFact | NumberFact


class MentionMode(StrEnum):
    """How a mail mentions an item."""

    ASKED = "asked"
    IF_RECURS = "if_recurs"
    IF_STEP_FAILS = "if_step_fails"
    GIVEN = "given"
    REFUSED = "refused"
    DELAYED = "delayed"
    NO_LONGER = "no_longer"


@dataclass(frozen=True, slots=True)
class Mention:
    """An item that a mail mentions, and how."""

    item: str
    mode: MentionMode
    evidence: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that was understood of a mail.

    ``questions`` are listed as the writer put them; ``recurs`` says "write if it happens
    again"; ``step_failed`` that a step support asked for did not work; ``more`` is what stands
    beside "it is solved" and was not understood; ``guesses`` are the likeliest readings, whether
    they count or not; ``lang`` is "zh", "en" or '' where there is too little text; ``salutation``
    is how the mail addresses its reader ('' if it does not).
    """

    intents: tuple[Found, ...] = ()
    facts: tuple[Fact, ...] = ()
    mentions: tuple[Mention, ...] = ()
    questions: tuple[str, ...] = ()
    recurs: bool = False
    step_failed: bool = False
    more: str = ""
    guesses: tuple[Found, ...] = ()
    lang: str = ""
    salutation: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(found.name for found in self.intents)

    def fact(self, name: str) -> str:
        """The words of the first fact of that name, or ''."""
        told = (one for one in self.facts if isinstance(one, TextFact))
        return next((one.value for one in told if one.name == name), "")

    def moment(self, name: str) -> datetime | None:
        """The moment that the first fact of that name tells, or None."""
        told = (one for one in self.facts if isinstance(one, MomentFact))
        return next((one.value for one in told if one.name == name), None)

    def number(self, name: str) -> int | None:
        """The number that the first fact of that name tells, or None."""
        told = (one for one in self.facts if isinstance(one, NumberFact))
        return next((one.value for one in told if one.name == name), None)
