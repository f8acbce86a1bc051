"""A day that a customer named for what they owe us, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    MOVED = "moved"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Promise:
    """Made in the mail whose sentence is ``evidence``; ``until`` lies on the day it names."""

    until: datetime
    made: datetime
    evidence: str = ""
    state: PromiseState = PromiseState.OPEN
