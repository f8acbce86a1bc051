"""The page of the day."""

from starlette.responses import Response

from mailbot.console.printing import page
from mailbot.console.today import looked_after, today
from mailbot.console.visit import Visit


def today_page(visit: Visit) -> Response:
    """What waits, for whom."""
    with visit.desk.alone() as orders:
        state, rules = orders.engine.state, orders.engine.rules
        cases = {one.id: one for one in (*state.open_cases(), *state.cases_with_drafts())}
        mine = looked_after(visit.user, state.users(), visit.desk.now())
        sections = today(tuple(cases.values()), mine, rules, visit.desk.now())
    return page("today", visit, sections=sections)
