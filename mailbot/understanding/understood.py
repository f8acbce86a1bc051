"""The result of understanding a mail: intents, facts, mentions and questions, with evidence."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Fact:
    """Something read from a mail; a secret's value is its seal."""

    name: str
    value: str
    evidence: str


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
        """The value of the first fact of that name, or ''."""
        return next((fact.value for fact in self.facts if fact.name == name), "")

    def moment(self, name: str) -> datetime | None:
        """The aware moment that the first fact of that name tells, or None."""
        try:
            at = datetime.fromisoformat(self.fact(name))
        except ValueError:
            return None
        return at if at.tzinfo is not None else None
