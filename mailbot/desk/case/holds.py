"""What keeps the desk from going on by itself: needs, a hold, an organisation's hands-off mark."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from mailbot.desk.case.joined import both
from mailbot.reasons import Reason


@dataclass(frozen=True, slots=True)
class Need:
    """Something only a person can settle; it stands until somebody acts on the case.

    ``holds``: while it stands it is our turn, and nothing that the desk begins leaves.
    """

    what: Reason
    since: datetime
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Holds:
    """``hold`` is an engineer's reason to begin nothing, ``hands_off`` the organisation's."""

    needs: tuple[Need, ...] = ()
    hold: str = ""
    hands_off: str = ""

    @property
    def need_somebody(self) -> bool:
        """Whether a person has to look before the desk may begin to speak to the customer."""
        return any(need.holds for need in self.needs)

    @property
    def are_any(self) -> bool:
        """Whether anything or anybody keeps the desk from beginning to speak to the customer."""
        return self.are_placed or self.need_somebody

    @property
    def are_placed(self) -> bool:
        """Whether an engineer holds the case, or the organisation presses."""
        return bool(self.hold or self.hands_off)

    def with_need(self, need: Need) -> Self:
        return replace(self, needs=(*self.needs, need))

    def needed(self, what: Reason) -> bool:
        """Whether this is waited for already."""
        return any(need.what == what for need in self.needs)

    def joined(self, other: Self) -> Self:
        """What holds either case holds both."""
        return replace(
            self,
            needs=both(self.needs, other.needs),
            hold=self.hold or other.hold,
            hands_off=self.hands_off or other.hands_off,
        )

    def without_needs(self) -> Self:
        """Nobody is needed any more."""
        return replace(self, needs=())
