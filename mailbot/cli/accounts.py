"""`mailbot account`: a new password for somebody's upload login, one that only reads, or an end."""

from typing import Annotated

import typer

from mailbot.cli.cases import CaseId
from mailbot.cli.options import CONFIG, By, ConfigFile, orders, out, who
from mailbot.desk.case.case import Case
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.errors import OrderError


def account(  # noqa: PLR0913 - an option each
    case_id: CaseId,
    new_password: Annotated[
        bool, typer.Option("--new-password", help="Draft a letter with a new password.")
    ] = False,
    read_only: Annotated[
        bool,
        typer.Option("--read-only", help="A login for the second line: it only fetches files."),
    ] = False,
    shut: Annotated[bool, typer.Option("--shut", help="Shut the logins of the case.")] = False,
    person: Annotated[
        str, typer.Option("--for", help="Whose login, where several write in the case.")
    ] = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Show the upload logins of a case, renew one, open one that only reads, or shut them."""
    with orders(config) as (order, bot):
        if sum((new_password, read_only, shut)) > 1:
            raise OrderError("one of the three: --new-password, --read-only or --shut")
        if new_password:
            _announce(order.renew_account(case_id, who(by, bot), person))
        elif read_only:
            _announce(order.open_read_only(case_id, who(by, bot), person))
        elif shut:
            order.shut_accounts(case_id, who(by, bot), person)
            out.print(f"{case_id}: shut.")
        else:
            _list(order.case(case_id), order.engine.rules.calendar)


def _announce(case: Case) -> None:
    draft = next((one.id for one in reversed(case.drafts) if one.secret), "")
    out.print(f"{draft} brings a new password; `mailbot approve {draft}` lets it leave.")


def _list(case: Case, calendar: WorkCalendar) -> None:
    for one in case.transfer.accounts:
        until = f", until {calendar.local(one.expires):%Y-%m-%d}" if one.expires else ""
        whose = one.person or "the whole case, on another server"
        only = " (only fetches files)" if one.read_only else ""
        handed = "its password has left" if one.handed_over else "no letter with it has left"
        told = handed if one.person else "read from a mail"
        out.print(f"{one.user}  {whose}{only}{until}; {told}")
    if not case.transfer.accounts:
        out.print(f"{case.id} has no upload login.")
