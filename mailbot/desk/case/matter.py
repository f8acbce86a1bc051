"""What a case is about: the problem, what is known of it, and what was asked for."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from mailbot.desk.case.joined import both
from mailbot.understanding.understood import Fact


class ItemState(StrEnum):
    """Where a thing that was asked for stands."""

    ASKED = "asked"
    IF_STEP_FAILS = "if_step_fails"
    WAITS_FOR_RECURRENCE = "waits_for_recurrence"
    ARRIVED = "arrived"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class AskedItem:
    """Something that was asked for, and where it stands."""

    name: str
    state: ItemState
    since: datetime


@dataclass(frozen=True, slots=True)
class Matter:
    """``description`` is the problem in the customer's own words.

    ``recurs``: whether the fault has to come again before there is anything to collect;
    ``refused_data``: whether the customer gives none.
    """

    description: str = ""
    facts: tuple[Fact, ...] = ()
    items: tuple[AskedItem, ...] = ()
    recurs: bool = False
    refused_data: bool = False

    def items_in(self, *states: ItemState) -> tuple[str, ...]:
        """The names of the items that stand so."""
        return tuple(item.name for item in self.items if item.state in states)

    def joined(self, other: Self) -> Self:
        """Of an item that both know the newest word counts."""
        newest: dict[str, AskedItem] = {}
        for item in sorted((*other.items, *self.items), key=lambda one: one.since):
            newest[item.name] = item
        return replace(
            self,
            description=self.description or other.description,
            facts=both(self.facts, other.facts),
            items=tuple(newest.values()),
            recurs=self.recurs or other.recurs,
            refused_data=self.refused_data or other.refused_data,
        )
