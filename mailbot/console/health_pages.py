"""The page of the desk itself: what it hears and sends, what could not be read."""

from starlette.responses import Response

from mailbot.bot.health.health import health
from mailbot.bot.inbound.quarantine import in_quarantine, let_out
from mailbot.console.printing import done, page
from mailbot.console.visit import Visit
from mailbot.store.lock import is_held


def health_page(visit: Visit) -> Response:
    """How the desk is."""
    desk = visit.desk
    with desk.alone() as orders:
        state = orders.engine.state
        found = health(
            state, desk.bot.rules.calendar, desk.folder, desk.now(), runs=is_held(desk.folder)
        )
        kept = list(in_quarantine(state))
    local = desk.bot.rules.calendar.local
    return page(
        "health", visit, found=found, kept=kept, last_day=lambda at: local(at).date().isoformat()
    )


def order(visit: Visit) -> Response:
    """Pause, go on, let a mail out of quarantine. Raises OrderError, LookupError."""
    name, what = visit.path["order"], ""
    with visit.desk.alone() as orders:
        state = orders.engine.state
        if name == "pause":
            state.notes.pause(visit.desk.now())
        elif name == "resume":
            state.notes.resume(visit.desk.now())
        elif name == "release":
            what = visit.said("mail")
            let_out(state, int(what) if what.isdigit() else 0)
        else:
            raise LookupError(name)
    visit.desk.wake()
    return done("/health", f"done_{name}", what)
