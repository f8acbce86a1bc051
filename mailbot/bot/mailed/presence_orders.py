"""Orders by mail that need no case: that somebody is away, or back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mailbot.bot.absences import Absences
from mailbot.bot.mailed.moments import moment_said
from mailbot.bot.mailed.outcome import Outcome
from mailbot.errors import OrderError
from mailbot.obeyed import Obeyed
from mailbot.reasons import Reason
from mailbot.understanding.order_lines import Order, OrderLine

_ADDRESS = re.compile(r"[^\s<>,;:]+@[^\s<>,;]+")
# what a program puts around an address
_LEFT_OVER = re.compile(r"<[^>]*>|[<>,;]|mailto:")


@dataclass(frozen=True, slots=True)
class PresenceOrders:
    """The orders that one mail gives, for the engineer ``by``."""

    absences: Absences
    by: str

    def carry_out(self, line: OrderLine) -> Outcome:
        """`#away`, with a day and who stands in where they are named, or `#back`."""
        if line.order is Order.BACK:
            return Outcome((self.absences.come_back(self.by),))
        try:
            return Outcome(tuple(self._away(line)))
        except OrderError as error:
            return Outcome((Obeyed.NOT_OBEYED(name=line.word, reason=error.reason),))

    def _away(self, line: OrderLine) -> Sequence[Reason]:
        found = _ADDRESS.search(line.rest)
        rest = _LEFT_OVER.sub(" ", _ADDRESS.sub(" ", line.rest)).strip()
        stand_in = found[0].lower() if found is not None else None
        return self.absences.leave(self.by, self._last(line, rest), stand_in)

    def _last(self, line: OrderLine, rest: str) -> date | None:
        if not rest:
            return None
        until = moment_said(self.absences.engine, rest)
        if until is None:
            raise OrderError(Obeyed.SAY_HOW_LONG(name=line.word))
        return until.date()
