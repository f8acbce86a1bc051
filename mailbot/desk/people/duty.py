"""Who of our people is there, and who stands in for whom."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Duty:
    """By address: who stands in for an engineer, and who is away now."""

    stand_ins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    away: Set[str] = frozenset()

    def stand_in(self, engineer: str) -> str:
        """Who looks after the cases of this engineer beside them, '' for nobody who is there."""
        other = self.stand_ins.get(engineer, "")
        return "" if other in self.away else other

    def reader(self, engineer: str) -> str:
        """Who reads what is meant for this engineer: while they are away, their stand-in."""
        return self.stand_in(engineer) if engineer in self.away else engineer
