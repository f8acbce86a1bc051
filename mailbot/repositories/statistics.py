"""What the figures are counted from."""

from datetime import datetime
from typing import NamedTuple, Protocol


class InState(NamedTuple):
    """A case entered this state."""

    case_id: str
    at: datetime
    state: str


class Heard(NamedTuple):
    """The first mail of the customer in a case."""

    case_id: str
    at: datetime


class Spoke(NamedTuple):
    """A letter left (``letters`` are its parts), or an engineer wrote (then there are none)."""

    case_id: str
    at: datetime
    letters: tuple[str, ...]


class Reminded(NamedTuple):
    """A reminder left; ``answered`` is when the customer next wrote."""

    at: datetime
    answered: datetime | None


class Approved(NamedTuple):
    """A letter that has its yes, once a letter; ``edited`` where a person changed its text."""

    case_id: str
    at: datetime
    letters: tuple[str, ...]
    edited: bool


class Statistics(Protocol):
    """What the figures are counted from."""

    def states_at(self, moment: datetime) -> dict[str, str]:
        """The state in which each case stood at that moment; none that was closed."""

    def state_changes(self, since: datetime) -> list[InState]:
        """Every change of a case's state, oldest first; the first one of a case may be none."""

    def states_unknown(self, since: datetime) -> bool:
        """Whether an older version wrote some of this time, without the states."""

    def heard_first(self, since: datetime) -> list[Heard]:
        """The cases whose customer first wrote since then; none that is only history."""

    def spoke(self, since: datetime) -> list[Spoke]:
        """The first letter of each kind in a case, and every mail of an engineer to a customer."""

    def reminded(self, letter: str, since: datetime) -> list[Reminded]:
        """Every such letter that left, and when its customer next wrote."""

    def approved(self, since: datetime) -> list[Approved]:
        """The letters that got a yes and were not taken back, oldest first."""
