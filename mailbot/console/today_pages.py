"""The page of the day."""

from starlette.responses import Response

from mailbot.console.printing import page
from mailbot.console.today import looked_after, today
from mailbot.console.visit import Visit


def today_page(visit: Visit) -> Response:
    """What waits, for whom."""
    with visit.desk.alone() as orders:
        state, rules = orders.engine.state, orders.engine.rules
        ends = rules.calendar.list_window(visit.desk.now().date())[1]
        leaving = frozenset(state.alarms.leaving_before(ends))
        mine = looked_after(visit.user, state.presences.duty(visit.desk.now()))
        sections = today(state.case_lists.unsettled(), mine, rules, leaving)
    return page("today", visit, sections=sections)
