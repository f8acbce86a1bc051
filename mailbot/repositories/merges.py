"""Which cases became one, and how to undo it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mailbot.desk.case.case import Case
from mailbot.repositories.traces import Moved


@dataclass(frozen=True, slots=True)
class Rearrangement:
    """A join or a split: both cases before and after it, and the mails and traces it moved.

    ``case_id`` is the case that stays, or that mails were taken from; ``what`` is "join",
    "split" or "into" (a split into a case that was there).
    """

    what: str
    case_id: str
    other_id: str
    before: Case
    after: Case
    other_before: Case | None
    other_after: Case
    mails: tuple[int, ...] = ()
    moved: tuple[Moved, ...] = ()
    id: int = 0


class Merges(Protocol):
    """Which cases became one, which were kept apart, and how to undo it."""

    def current(self, case_id: str) -> str:
        """The case itself, or the one it was merged into."""

    def merge(self, case_id: str, into: str) -> None:
        """Merge: whatever refers to the one case now means the other."""

    def unmerge(self, case_id: str) -> None: ...
    def set_apart(self, case_id: str, other: str) -> None:
        """Mark two cases as separate by a person's word: no mail may join them again."""

    def keep(self, one: Rearrangement) -> None: ...
    def last(self, case_id: str) -> Rearrangement | None:
        """The last join or split of a case that was not undone."""

    def mark_undone(self, number: int, at: datetime) -> None: ...
