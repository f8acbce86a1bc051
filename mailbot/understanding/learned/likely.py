"""What a learned reading says of one intent: how sure it is, and which words say so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from mailbot.understanding.learned.written import Written


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the text, from ``start`` to ``end``, and its share (0 to 1) in the reading."""

    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class Likely:
    """An intent that a mail seems to carry.

    ``confidence`` is how often such a reading is right; ``counts`` whether it is more likely than
    not worth acting on: the likeliest that do not count are what a person may pick from.
    """

    name: str
    confidence: float
    counts: bool
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the phrases found of an intent: by which pattern ('' by none), and how sure that is."""

    pattern: str
    confidence: float


UNSPOKEN = Spoken("", 0.0)


class Recogniser(Protocol):
    """Reads a mail as a whole; ``labels`` are the intents it was taught."""

    @property
    def labels(self) -> frozenset[str]: ...

    def begin(self) -> None:
        """Get ready in the background."""
        ...

    def read(self, written: Written, phrases: Mapping[str, Spoken]) -> Sequence[Likely]:
        """Every intent of the writer's side, likeliest first.

        ``phrases`` is what the phrases found, by intent.
        """
        ...
