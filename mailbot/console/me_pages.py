"""The page of the user who looks at it: name, language, who stands in while they are away."""

from dataclasses import replace
from datetime import date

from starlette.responses import Response

from mailbot.bot.absences import Absences
from mailbot.console.printing import done, page
from mailbot.console.visit import LANGUAGES, Visit
from mailbot.errors import OrderError
from mailbot.refusals import Refusal


def me_page(visit: Visit) -> Response:
    """What is known of the reader."""
    with visit.desk.alone() as orders:
        others = [one for one in orders.engine.state.users.all() if one.email != visit.user.email]
        presence = orders.engine.state.presences.of(visit.user.email)
        away = presence.away_until
        until = orders.engine.rules.calendar.local(away).date() if away is not None else None
    others = [one for one in others if one.may_order]
    return page("me", visit, others=others, until=until, stand_in=presence.stand_in)


def save(visit: Visit) -> Response:
    """Keep what they changed. Raises OrderError."""
    with visit.desk.alone() as orders:
        lang = visit.said("lang")
        changed = replace(
            visit.user,
            name=visit.said("name"),
            lang=lang if lang in LANGUAGES else "",
        )
        with orders.engine.state.transaction():
            orders.engine.state.users.keep(changed)
            _keep_presence(visit, Absences(orders.engine))
    return done("/me", "done_me")


def _keep_presence(visit: Visit, absences: Absences) -> None:
    """Who leaves the day empty is there. Raises OrderError."""
    email, last = visit.user.email, _last_day(visit.said("away_until"))
    absences.put_in_place(email, visit.said("stand_in").lower())
    if last is None:
        absences.come_back(email)
    else:
        absences.leave(email, last)


def _last_day(told: str) -> date | None:
    """The last day away, None where none is named. Raises OrderError."""
    try:
        return date.fromisoformat(told) if told else None
    except ValueError as error:
        raise OrderError(Refusal.WHICH_DAY()) from error
