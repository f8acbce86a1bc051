"""The page of a search: cases and mails that hold all of what was typed."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from starlette.responses import Response

from mailbot.console.conversation import matching
from mailbot.console.printing import page
from mailbot.console.visit import Visit
from mailbot.desk.case.case import Case
from mailbot.desk.case.kept_mail import KeptMail
from mailbot.desk.case.life import Status
from mailbot.desk.people.organisation import organisation
from mailbot.repositories.state import State

# a mail that was found: its case, its number, itself, and the line that shows why
Hit = tuple[Case, int, KeptMail, str]
_MOST = 50
_LOOKED_AT = 400


def search_page(visit: Visit) -> Response:
    """Newest first; narrowed by state, engineer, organisation and day."""
    asked = {
        name: visit.request.query_params.get(name, "").strip()
        for name in ("q", "state", "engineer", "organisation", "since")
    }
    with visit.desk.alone() as orders:
        state = orders.engine.state
        since = _day(asked["since"])
        # one at a time: as soon as enough fit, no more are read
        cases = map(state.cases.load, state.search.cases(asked["q"], _LOOKED_AT))
        shown = list(islice((one for one in cases if _fits(one, asked)), _MOST))
        mails = list(islice(_mails(state, asked, since), _MOST))
        people = sorted({one.parties.engineer for one in shown if one.parties.engineer})
    return page(
        "search", visit, asked=asked, cases=shown, mails=mails, people=people,
        states=[one.value for one in Status],
    )  # fmt: skip


def _mails(state: State, asked: dict[str, str], since: datetime | None) -> Iterator[Hit]:
    for one in state.search.mails(asked["q"], _LOOKED_AT, since):
        case = state.cases.find(one.case_id)
        if case is None or not _fits(case, asked):
            continue
        kept = state.conversations.mail(one.mail_id)
        if kept is not None:
            yield case, one.mail_id, kept, matching(kept, asked["q"])


def _fits(case: Case, asked: dict[str, str]) -> bool:
    if asked["state"] and case.status.value != asked["state"]:
        return False
    if asked["engineer"] and asked["engineer"].lower() not in case.parties.engineer:
        return False
    houses = {organisation(one) for one in case.parties.customers}
    return not asked["organisation"] or asked["organisation"].lower() in houses


def _day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        return None
