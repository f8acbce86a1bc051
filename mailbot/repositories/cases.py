"""The cases, their journals, and when they are due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mailbot.desk.case.actions import HandsOffChange
from mailbot.desk.case.case import Case
from mailbot.reasons import Reason


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """What happened to a case, and because of what."""

    at: datetime
    what: str
    because: tuple[Reason, ...]


class Cases(Protocol):
    """Each case as it stands, and its journal."""

    def next_id(self, prefix: str) -> str:
        """The next case id: C-1, C-2 …, never reused."""

    def find(self, case_id: str) -> Case | None:
        """The case of that id, as it stands."""

    def load(self, case_id: str) -> Case:
        """The case of that id. Raises OrderError where there is none."""

    def record(
        self,
        case: Case,
        alarm: datetime | None,
        leaves_at: datetime | None,
        *entries: JournalEntry,
    ) -> None:
        """Store the case and its journal entries in one transaction."""

    def journal(self, case_id: str) -> list[JournalEntry]:
        """The journal of a case, oldest first."""

    def last_entry(self) -> int:
        """The number of the newest entry of any journal."""

    def hands_off(self, who: Sequence[str], change: HandsOffChange, because: str) -> None:
        """Place or lift the hands-off mark of these organisations."""

    def hands_off_of(self, who: str) -> str:
        """The reason for this organisation's hands-off mark, or ''."""


class CaseLists(Protocol):
    """Cases by what they have in common, in the order in which they were opened."""

    def open(self) -> list[Case]:
        """The cases that are not closed, in the order in which they were opened."""

    def newest(self, most: int, *, closed: bool) -> list[Case]:
        """The cases opened last: those that are closed, or those that are not."""

    def with_drafts(self) -> list[Case]:
        """The cases in which a letter has not left yet, closed ones too."""

    def unsettled(self) -> list[Case]:
        """The cases that are not closed, and those in which a letter has not left yet."""

    def of_engineer_since(self, engineer: str, since: datetime) -> list[Case]:
        """The cases of this engineer in which anything happened since then."""

    def all(self) -> list[Case]: ...


class Alarms(Protocol):
    """When cases are due."""

    def due(self, now: datetime) -> list[str]:
        """The cases whose alarm is due, earliest first."""

    def leaving_before(self, until: datetime) -> list[str]:
        """The cases that will do something by themselves before ``until``."""

    def next_alarm(self) -> datetime | None: ...
    def next_leaving(self) -> datetime | None: ...
