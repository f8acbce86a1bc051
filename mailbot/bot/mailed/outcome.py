"""What an order by mail came to."""

from collections.abc import Iterable
from dataclasses import dataclass

from mailbot.reasons import Reason


@dataclass(frozen=True, slots=True)
class Outcome:
    """``told`` is said to who gave the order, ``shows`` are drafts they are asked about again."""

    told: tuple[Reason, ...]
    shows: tuple[str, ...] = ()
    case: str = ""


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """Several of one mail; the case is that of the first."""
    every = tuple(outcomes)
    return Outcome(
        tuple(reason for one in every for reason in one.told),
        tuple(dict.fromkeys(draft for one in every for draft in one.shows)),
        next((one.case for one in every if one.case), ""),
    )
