"""What a script is made of: acts, steps, and what must be true after each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mailbot.demo.stage import Stage


@dataclass(frozen=True, slots=True)
class Expectation:
    """A sentence that must be true of the real servers."""

    sentence: str
    holds: Callable[["Stage"], bool]


@dataclass(frozen=True, slots=True)
class Frame:
    """A letter worth showing: whose mailbox it lies in, and what to notice."""

    reader: str
    caption: str
    around: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens at an hour; `chapter` and `remark` are what the narrator says."""

    name: str
    at: datetime
    do: Callable[["Stage"], None]
    expects: tuple[Expectation, ...] = ()
    chapter: str = ""
    remark: str = ""
    frame: Frame | None = None


Script = tuple[Step, ...]
