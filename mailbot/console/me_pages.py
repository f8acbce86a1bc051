"""The page of the user who looks at it: name, language, who stands in while they are away."""

from dataclasses import replace
from datetime import datetime

from starlette.responses import Response

from mailbot.bot.orders import Orders
from mailbot.console.printing import done, page
from mailbot.console.visit import LANGUAGES, Visit
from mailbot.errors import OrderError
from mailbot.refusals import Refusal
from mailbot.store.presences import Presence


def me_page(visit: Visit) -> Response:
    """What is known of the reader."""
    with visit.desk.alone() as orders:
        others = [one for one in orders.engine.state.users() if one.email != visit.user.email]
        presence = orders.engine.state.presence(visit.user.email)
        away = presence.away_until
        until = orders.engine.rules.calendar.local(away).date() if away is not None else None
    others = [one for one in others if one.may_order]
    return page("me", visit, others=others, until=until, stand_in=presence.stand_in)


def save(visit: Visit) -> Response:
    """Keep what they changed. Raises OrderError."""
    with visit.desk.alone() as orders:
        stand_in, lang = visit.said("stand_in").lower(), visit.said("lang")
        known = orders.engine.state.user(stand_in) if stand_in else None
        if stand_in and (known is None or not known.may_order):
            raise OrderError(Refusal.CANT_STAND_IN(address=stand_in))
        changed = replace(
            visit.user,
            name=visit.said("name"),
            lang=lang if lang in LANGUAGES else "",
        )
        state, until = orders.engine.state, _until(visit, orders)
        state.keep_user(changed)
        since = orders.engine.clock.now() if until is not None else None
        state.keep_presence(Presence(visit.user.email, stand_in, since, until))
    return done("/me", "done_me")


def _until(visit: Visit, orders: Orders) -> datetime | None:
    """The end of the last day away, None for nobody who is away. Raises OrderError."""
    told, calendar = visit.said("away_until"), orders.engine.rules.calendar
    if not told:
        return None
    try:
        day = datetime.fromisoformat(told).date()
    except ValueError as error:
        raise OrderError(Refusal.WHICH_DAY()) from error
    return datetime.combine(day, calendar.ends, calendar.zone)
