"""Pages of cases: all that is known of one, and the orders one can give it."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from urllib.parse import quote

from starlette.responses import FileResponse, Response

from mailbot.bot.orders import Orders
from mailbot.bot.teaching import Teaching
from mailbot.console.attached_bytes import attached_bytes
from mailbot.console.conversation import conversation
from mailbot.console.printing import done, page
from mailbot.console.visit import Visit
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import DraftState
from mailbot.desk.case.life import Status
from mailbot.desk.case.upload import UploadWay
from mailbot.desk.decisions import due
from mailbot.desk.decisions.login_by_mail import waits_for_admin
from mailbot.errors import OrderError
from mailbot.letters.files import file_line
from mailbot.letters.views import fact_views
from mailbot.refusals import Refusal
from mailbot.sftp.folders import UploadFolders

_MOST_CASES = 200
_MOST_DAYS = 365
# nothing that others sent may be shown, run or kept by the browser
_DOWNLOAD = {"Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "no-store"}


def cases_page(visit: Visit) -> Response:
    """The open cases, newest first; `?closed=1` the closed ones."""
    closed = visit.request.query_params.get("closed") == "1"
    with visit.desk.alone() as orders:
        cases = orders.engine.state.case_lists.newest(_MOST_CASES, closed=closed)
    return page("cases", visit, cases=cases, closed=closed)


def case_page(visit: Visit) -> Response:
    """One case, whole."""
    with visit.desk.alone() as orders:
        case = found(orders, visit.path["case"])
        rules, state = orders.engine.rules, orders.engine.state
        files = [
            (number, one, file_line(one, visit.lang, rules.calendar, case.transfer.accounts))
            for number, one in enumerate(case.transfer.uploads)
        ]
        return page(
            "case",
            visit,
            case=case,
            entries=conversation(visit.desk.bot, case.id),
            files=files,
            dues=sorted(due.dates(case, rules), key=lambda one: one.at),
            journal=list(reversed(state.cases.journal(case.id))),
            waiting=[one for one in case.drafts if one.state is not DraftState.QUEUED],
            items=rules.items,
            facts=fact_views(case.matter.facts, visit.lang),
            admin=waits_for_admin(case, rules),
            can_undo=state.merges.last(case.id) is not None,
            Status=Status,
        )


def found(orders: Orders, name: str) -> Case:
    """The case of that name. Raises LookupError where there is none."""
    try:
        return orders.case(name)
    except OrderError as error:
        raise LookupError(name) from error


def order(visit: Visit) -> Response:
    """An order to a case: the same that the terminal gives. Raises OrderError, LookupError."""
    name = visit.path["order"]
    with visit.desk.alone() as orders:
        case = found(orders, visit.path["case"])
        goes_to = _ORDERS[name](visit, orders, case)
    visit.desk.wake()
    to = f"/cases/{goes_to}"
    return done("/" if visit.said("back") == "/" else to, f"done_{name}", goes_to)


_Order = Callable[[Visit, Orders, Case], str]


def _plainly(give: Callable[[Orders, str, str], Case]) -> _Order:
    """An order that says no more than which case, and by whom."""
    return lambda visit, orders, case: give(orders, case.id, visit.user.email).id


def _told(visit: Visit, orders: Orders, case: Case) -> str:
    return orders.told(case.id, visit.user.email, visit.said("word")).id


def _watch(visit: Visit, orders: Orders, case: Case) -> str:
    return orders.watch(case.id, visit.user.email, timedelta(days=_days(visit))).id


def _wait(visit: Visit, orders: Orders, case: Case) -> str:
    calendar = orders.engine.rules.calendar
    try:
        day = datetime.fromisoformat(visit.said("until")).date()
    except ValueError as error:
        raise OrderError(Refusal.WHICH_DAY()) from error
    until = datetime.combine(day, calendar.starts, calendar.zone)
    return orders.wait(case.id, visit.user.email, until).id


def _note(visit: Visit, orders: Orders, case: Case) -> str:
    return orders.note(case.id, visit.user.email, visit.said("word")).id


def _join(visit: Visit, orders: Orders, case: Case) -> str:
    return orders.join(case.id, visit.said("other"), visit.user.email).id


def _split(visit: Visit, orders: Orders, case: Case) -> str:
    mails = [int(one) for one in visit.every("mail") if one.isdigit()]
    return orders.split(case.id, mails, visit.user.email, visit.said("other")).id


def _undo(visit: Visit, orders: Orders, case: Case) -> str:
    orders.undo(case.id, visit.user.email)
    return case.id


def _correct(visit: Visit, orders: Orders, case: Case) -> str:
    mail = visit.said("mail")
    teaching = Teaching(orders.engine)
    named = visit.every("intent")
    return teaching.correct(case.id, int(mail) if mail.isdigit() else 0, named, visit.user.email).id


_ORDERS: Mapping[str, _Order] = MappingProxyType(
    {
        "take": _plainly(Orders.take),
        "hold": _plainly(Orders.hold),
        "lift": _plainly(Orders.lift),
        "told": _told,
        "watch": _watch,
        "wait": _wait,
        "close": _plainly(Orders.close),
        "reopen": _plainly(Orders.reopen),
        "hand_over": _plainly(Orders.hand_over),
        "note": _note,
        "join": _join,
        "split": _split,
        "undo": _undo,
        "correct": _correct,
    }
)


def _days(visit: Visit) -> int:
    days = visit.said("days")
    if not days.isdigit() or not 0 < int(days) <= _MOST_DAYS:
        raise OrderError(Refusal.HOW_MANY_DAYS(count=_MOST_DAYS))
    return int(days)


def file(visit: Visit) -> Response:
    """An upload of the case, as a download. Raises LookupError where it is not here."""
    with visit.desk.alone() as orders:
        case = found(orders, visit.path["case"])
        upload = case.transfer.uploads[int(visit.path["number"])]
    if upload.via is not UploadWay.SFTP:
        raise LookupError(upload.name)
    try:
        path = UploadFolders(visit.desk.folder / "uploads").file(case.id, upload.name)
    except ValueError as error:
        raise LookupError(upload.name) from error
    if not path.is_file():
        raise LookupError(upload.name)
    return FileResponse(
        path, media_type="application/octet-stream", filename=path.name, headers=_DOWNLOAD
    )


def attachment(visit: Visit) -> Response:
    """A file that came with a mail of the case, as a download. Raises LookupError."""
    mail_id, number = int(visit.path["mail"]), int(visit.path["number"])
    with visit.desk.alone() as orders:
        case, state = found(orders, visit.path["case"]), orders.engine.state
        if mail_id not in {one.id for one in state.filed_mails.mails_of(case.id)}:
            raise LookupError(mail_id)
        kept = state.conversations.mail(mail_id)
        raw = state.mails.stored(mail_id).raw
    files = [one for one in kept.attachments if not one.decoration] if kept is not None else []
    content = attached_bytes(raw, files[number].name)
    if content is None:
        raise LookupError(files[number].name)
    name = quote(files[number].name or "file")
    disposition = f"attachment; filename*=UTF-8''{name}"
    return Response(
        content, media_type="application/octet-stream",
        headers={**_DOWNLOAD, "Content-Disposition": disposition},
    )  # fmt: skip
