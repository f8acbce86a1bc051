"""The open cases as a table: whose turn it is, what waits, what comes next."""

from types import MappingProxyType

from rich.table import Table

from mailbot.bot.wiring.build import Bot
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import DraftState
from mailbot.desk.decisions import due
from mailbot.desk.decisions.due import DueKind
from mailbot.desk.decisions.login_by_mail import waits_for_admin

# what comes due, as one says it
DUE = MappingProxyType(
    {
        DueKind.UPLOAD_CHECK: "upload check",
        DueKind.ANSWER_DUE: "receipt",
        DueKind.FOLLOW_UP: "reminder",
        DueKind.WATCH_END: "watch ends",
        DueKind.CLOSE: "closes",
        DueKind.WE_OWE: "we are late",
        DueKind.ANSWER_PROMISED: "answer promised",
        DueKind.DRAFT_NAG: "draft waits",
        DueKind.SECOND_LINE_NAG: "second line",
        DueKind.ADMIN_NAG: "administrator",
        DueKind.PROMISE: "your promise",
        DueKind.THEIR_PROMISE: "their promise",
        DueKind.ACCOUNT_EXPIRY: "account ends",
    }
)


def case_table(bot: Bot, listed: list[Case]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("case", no_wrap=True)
    table.add_column("status", no_wrap=True)
    for heading in ("waits for us", "next", "customer", "engineer", "title"):
        table.add_column(heading, overflow="fold")
    for one in listed:
        customers = ", ".join(one.parties.customers) or "-"
        table.add_row(
            one.id, _status(bot, one), _waits(bot, one), _next(bot, one), customers,
            one.parties.engineer.partition("@")[0] or "-", one.title,
        )  # fmt: skip
    return table


def _status(bot: Bot, one: Case) -> str:
    """Whose turn it is, and for how many days."""
    days = (bot.engine.clock.now() - (one.since or one.opened)).days
    return f"{one.status.value} {days}d" if days else one.status.value


def _waits(bot: Bot, one: Case) -> str:
    waiting = sum(draft.state is not DraftState.QUEUED for draft in one.drafts)
    said = [f"{waiting} {'draft' if waiting == 1 else 'drafts'}"] if waiting else []
    said += ["needs you"] if one.holds.needs else []
    said += ["admin asked"] if waits_for_admin(one, bot.rules) is not None else []
    said += ["held"] if one.holds.are_placed else []
    return ", ".join(said) or "-"


def _next(bot: Bot, one: Case) -> str:
    dates = sorted(due.dates(one, bot.rules), key=lambda each: each.at)
    if not dates:
        return "-"
    return f"{bot.rules.calendar.local(dates[0].at):%m-%d %H:%M} {DUE[dates[0].kind]}"
