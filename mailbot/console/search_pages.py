"""The page of a search: cases and mails that hold all of what was typed."""

from datetime import datetime

from starlette.responses import Response

from mailbot.console.conversation import matching
from mailbot.console.printing import page
from mailbot.console.visit import Visit
from mailbot.desk.case.case import Case
from mailbot.desk.case.life import Status
from mailbot.desk.people.organisation import organisation

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
        cases: dict[str, Case] = {}
        mails = []
        for case_id in state.search_cases(asked["q"], _LOOKED_AT):
            cases[case_id] = state.load(case_id)
        found = state.search_mails(asked["q"], _LOOKED_AT, since)
        for one in found:
            case = cases.get(one.case_id) or state.find(one.case_id)
            kept = state.kept_mail(one.mail_id) if case is not None else None
            if case is not None and kept is not None and _fits(case, asked):
                mails.append((case, one.mail_id, kept, matching(kept, asked["q"])))
            if len(mails) >= _MOST:
                break
        shown = [one for one in cases.values() if _fits(one, asked)][:_MOST]
        people = sorted({one.engineer for one in shown if one.engineer})
    return page(
        "search", visit, asked=asked, cases=shown, mails=mails, people=people,
        states=[one.value for one in Status],
    )  # fmt: skip


def _fits(case: Case, asked: dict[str, str]) -> bool:
    if asked["state"] and case.status.value != asked["state"]:
        return False
    if asked["engineer"] and asked["engineer"].lower() not in case.engineer:
        return False
    houses = {organisation(one) for one in case.customers}
    return not asked["organisation"] or asked["organisation"].lower() in houses


def _day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        return None
