"""Pages of drafts: a letter beside what it answers, and the yes or no to it."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from starlette.responses import Response

from mailbot.bot.orders import Orders
from mailbot.bot.prepared import answered_with, offers
from mailbot.console.conversation import conversation
from mailbot.console.headers import NOTHING_MAY
from mailbot.console.printing import done, page
from mailbot.console.today import looked_after, waiting_drafts
from mailbot.console.visit import Visit
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft, DraftState
from mailbot.errors import OrderError
from mailbot.letters import has_gap, to_html
from mailbot.ports import Written
from mailbot.reasons import Reason
from mailbot.refusals import Refusal
from mailbot.understanding.secrets.seals import seals

Found = tuple[Case, Draft, Written]


def draft_page(visit: Visit) -> Response:
    """One draft, whole."""
    with visit.desk.alone() as orders:
        return _shown(visit, orders, _found(visit, orders))


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What a reader was writing, and why it could not be taken (None where it was not sent yet)."""

    text: str = ""
    problem: Reason | None = None


_NOTHING_UNSAVED = Unsaved()


def _shown(
    visit: Visit, orders: Orders, found: Found, unsaved: Unsaved = _NOTHING_UNSAVED
) -> Response:
    case, draft, written = found
    entries = conversation(visit.desk.bot, case.id)
    answered = [one for one in entries if one.mail_id and one.lane == "customer"]
    before = orders.engine.state.draft_texts.first_text(draft.id)
    return page(
        "draft",
        visit,
        status=409 if unsaved.problem else 200,
        case=case,
        draft=draft,
        written=written,
        digest=written.digest,
        heard=case.talk.last_message,
        answered=answered[-1] if answered else None,
        offered=offers(orders.engine, case, draft) if has_gap(written.text) else (),
        has_gap=has_gap(written.text),
        is_sealed=bool(seals(written.text)),
        is_waiting=draft.state is not DraftState.QUEUED,
        text=unsaved.text or written.text,
        problem=unsaved.problem,
        changes=_changes(before, written.text) if draft.edited and before else (),
        second_line=orders.engine.mailroom.intake.people.second_line,
    )


def as_seen(visit: Visit) -> Response:
    """The letter as HTML, for a frame in which nothing runs, loads or leads anywhere."""
    with visit.desk.alone() as orders:
        _, draft, written = _found(visit, orders)
    html = (
        f'<!doctype html><html lang="{draft.lang or "zh"}"><meta charset="utf-8">'
        f"<title>{draft.id}</title>{to_html(written.text)}"
    )
    return Response(
        html, media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": NOTHING_MAY, "Cache-Control": "no-store"},
    )  # fmt: skip


def order(visit: Visit) -> Response:
    """A yes or a no. Raises OrderError, LookupError."""
    name = visit.path["order"]
    with visit.desk.alone() as orders:
        response = _ORDERS[name](visit, orders, _found(visit, orders))
    visit.desk.wake()
    return response


def _found(visit: Visit, orders: Orders) -> Found:
    """The draft of the path. Raises LookupError where it waits no more."""
    try:
        return orders.draft(f"{visit.path['case']}/{visit.path['number']}")
    except OrderError as error:
        raise LookupError(visit.path["case"]) from error


def _approve(visit: Visit, orders: Orders, found: Found) -> Response:
    case, draft, _ = found
    if visit.said("heard") != case.talk.last_message:
        return _shown(visit, orders, found, Unsaved(problem=Refusal.NEWER_MAIL(draft=draft.id)))
    following = _next(visit, orders, draft)
    orders.approve(
        draft.id, visit.user.email, visit.said("digest"), visit.said("to"), visit.desk.undo
    )
    return done(following, "done_approve", draft.id)


def _edit(visit: Visit, orders: Orders, found: Found) -> Response:
    """New words for it, and the yes at once where that was asked for; no word is ever lost."""
    case, draft, written = found
    text = visit.said("text").replace("\r\n", "\n").rstrip() + "\n"
    if visit.said("heard") != case.talk.last_message:
        return _shown(visit, orders, found, Unsaved(text, Refusal.NEWER_MAIL(draft=draft.id)))
    following = _next(visit, orders, draft)
    try:
        if text.rstrip() != written.text.rstrip():
            orders.edit(draft.id, visit.user.email, text)
        if not visit.said("approve"):
            return done(_page_of(draft), "done_edit", draft.id)
        orders.approve(draft.id, visit.user.email, to=visit.said("to"), undo=visit.desk.undo)
    except OrderError as error:
        return _shown(visit, orders, orders.draft(draft.id), Unsaved(text, error.reason))
    return done(following, "done_approve", draft.id)


def _put_in(visit: Visit, orders: Orders, found: Found) -> Response:
    """A prepared answer in the first gap, still to be saved."""
    case, draft, written = found
    text = answered_with(orders.engine, case, draft, written.text, visit.said("topic"))
    return _shown(visit, orders, found, Unsaved(text))


def _reject(visit: Visit, orders: Orders, found: Found) -> Response:
    _, draft, _ = found
    following = _next(visit, orders, draft)
    orders.reject(draft.id, visit.user.email, visit.said("word"))
    return done(following, "done_reject", draft.id)


def _told(visit: Visit, orders: Orders, found: Found) -> Response:
    case, draft, _ = found
    following = _next(visit, orders, draft)
    orders.told(case.id, visit.user.email, visit.said("word"))
    return done(following, "done_told", case.id)


def _take_back(visit: Visit, orders: Orders, found: Found) -> Response:
    _, draft, _ = found
    orders.take_back(draft.id, visit.user.email)
    return done(_page_of(draft), "done_take_back", draft.id)


_Order = Callable[[Visit, Orders, Found], Response]
_ORDERS: Mapping[str, _Order] = MappingProxyType(
    {
        "approve": _approve,
        "edit": _edit,
        "put_in": _put_in,
        "reject": _reject,
        "told": _told,
        "take_back": _take_back,
    }
)


def _next(visit: Visit, orders: Orders, draft: Draft) -> str:
    """The next draft that waits, where the reader wants it; else the case."""
    if not visit.said("next"):
        return f"/cases/{draft.id.rpartition('/')[0]}"
    mine = looked_after(visit.user, orders.engine.state.presences.duty(visit.desk.now()))
    waiting = waiting_drafts(orders.engine.state.case_lists.with_drafts(), mine)
    later = waiting[waiting.index(draft.id) + 1 :] if draft.id in waiting else waiting
    others = [one for one in (*later, *waiting) if one != draft.id]
    return f"/drafts/{others[0]}" if others else "/"


def _page_of(draft: Draft) -> str:
    return f"/drafts/{draft.id}"


def _changes(before: str, after: str) -> list[tuple[str, str]]:
    """The lines of both texts: kind ("same", "gone", "new") and the line."""
    kinds = {" ": "same", "-": "gone", "+": "new"}
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [(kinds[line[0]], line[2:]) for line in lines if line[0] in kinds]
