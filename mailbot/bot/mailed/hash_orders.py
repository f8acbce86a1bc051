"""Orders of a case by mail: lines that begin with `#`, carried out as the terminal's are."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from mailbot.bot.mailed.moments import moment_said
from mailbot.bot.mailed.outcome import Outcome, together
from mailbot.bot.orders import Orders
from mailbot.bot.teaching import Teaching
from mailbot.desk.case.case import Case
from mailbot.errors import OrderError
from mailbot.obeyed import Obeyed
from mailbot.understanding.order_lines import Order, Ordered, OrderLine

_LISTED = re.compile(r"[\s,，、]+")


@dataclass(frozen=True, slots=True)
class HashOrders:
    """The orders of one mail, for the case ``case_id``, given by the engineer ``by``."""

    orders: Orders
    case_id: str
    by: str

    def carry_out(self, ordered: Ordered) -> Outcome:
        """One after the other; what one of them can't is said, and the others go on.

        Words below the orders are what the customer was told, or a note among ourselves.
        """
        words = ordered.words
        done = []
        for line in ordered.lines:
            takes_words = line.order in _TAKE_WORDS and not line.rest
            rest = words if takes_words else line.rest
            words = "" if takes_words else words
            done.append(self._obeyed(line, rest))
        if words:
            done.append(self._obeyed(OrderLine(Order.NOTE, Order.NOTE), words))
        return together(done)

    def _obeyed(self, line: OrderLine, rest: str) -> Outcome:
        if line.order is None:
            known = ", ".join(f"#{one.value}" for one in Order)
            return Outcome((Obeyed.NO_SUCH_ORDER(name=line.word, known=known),), case=self.case_id)
        try:
            case = _WAYS[line.order](self, line, rest)
        except OrderError as error:
            told = Obeyed.NOT_OBEYED(name=line.word, reason=error.reason)
            return Outcome((told,), case=self.case_id)
        because = self.orders.engine.state.cases.journal(case.id)[-1].because
        return Outcome((Obeyed.DONE(case=case.id, reasons=because),), case=case.id)

    def _watch(self, line: OrderLine, rest: str) -> Case:
        if not rest:
            return self.orders.watch(self.case_id, self.by, self.orders.engine.rules.watch_lasts)
        until = self._until(line, rest)
        return self.orders.watch(self.case_id, self.by, until - self.orders.engine.clock.now())

    def _wait(self, line: OrderLine, rest: str) -> Case:
        return self.orders.wait(self.case_id, self.by, self._until(line, rest))

    def _close(self, line: OrderLine, rest: str) -> Case:
        del line, rest
        return self.orders.close(self.case_id, self.by)

    def _reopen(self, line: OrderLine, rest: str) -> Case:
        del line, rest
        return self.orders.reopen(self.case_id, self.by)

    def _told(self, line: OrderLine, rest: str) -> Case:
        del line
        return self.orders.told(self.case_id, self.by, " ".join(rest.split()))

    def _manual(self, line: OrderLine, rest: str) -> Case:
        del line, rest
        return self.orders.hold(self.case_id, self.by)

    def _auto(self, line: OrderLine, rest: str) -> Case:
        del line, rest
        return self.orders.lift(self.case_id, self.by)

    def _take(self, line: OrderLine, rest: str) -> Case:
        del line, rest
        return self.orders.take(self.case_id, self.by)

    def _note(self, line: OrderLine, rest: str) -> Case:
        del line
        return self.orders.note(self.case_id, self.by, rest)

    def _correct(self, line: OrderLine, rest: str) -> Case:
        """`#correct nothing` says that the mail wants nothing."""
        names = [one for one in _LISTED.split(rest) if one]
        if not names:
            known = ", ".join(sorted(self.orders.engine.rules.intents))
            raise OrderError(Obeyed.SAY_WHAT_IT_WANTS(name=line.word, known=known))
        wants = [] if names == ["nothing"] else names
        return Teaching(self.orders.engine).correct(self.case_id, 0, wants, self.by)

    def _until(self, line: OrderLine, rest: str) -> datetime:
        """7d, 2w, 三天, 2031-05-06, next Friday. Raises OrderError."""
        until = moment_said(self.orders.engine, rest)
        if until is None or until <= self.orders.engine.clock.now():
            raise OrderError(Obeyed.SAY_HOW_LONG(name=line.word))
        return until


_TAKE_WORDS = (Order.TOLD, Order.NOTE)
_WAYS: Mapping[Order, Callable[[HashOrders, OrderLine, str], Case]] = MappingProxyType(
    {
        Order.WATCH: HashOrders._watch,
        Order.WAIT: HashOrders._wait,
        Order.CLOSE: HashOrders._close,
        Order.REOPEN: HashOrders._reopen,
        Order.TOLD: HashOrders._told,
        Order.MANUAL: HashOrders._manual,
        Order.AUTO: HashOrders._auto,
        Order.TAKE: HashOrders._take,
        Order.NOTE: HashOrders._note,
        Order.CORRECT: HashOrders._correct,
    }
)
