"""`mailbot account`: a new password for somebody's upload login, or an end to it."""

from typing import Annotated

import typer

from mailbot.cli.cases import CaseId
from mailbot.cli.options import CONFIG, By, ConfigFile, orders, out, who
from mailbot.errors import OrderError


def account(
    case_id: CaseId,
    new_password: Annotated[
        bool, typer.Option("--new-password", help="Draft a letter with a new password.")
    ] = False,
    shut: Annotated[bool, typer.Option("--shut", help="Shut the logins of the case.")] = False,
    person: Annotated[
        str, typer.Option("--for", help="Whose login, where several write in the case.")
    ] = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Show the upload logins of a case, renew one, or shut them."""
    with orders(config) as (order, settings):
        if new_password and shut:
            raise OrderError("one of the two: --new-password or --shut")
        if new_password:
            after = order.renew_account(case_id, who(by, settings), person)
            draft = next((one.id for one in reversed(after.drafts) if one.secret), "")
            out.print(f"{draft} brings a new password; `mailbot approve {draft}` lets it leave.")
            return
        if shut:
            order.shut_accounts(case_id, who(by, settings), person)
            out.print(f"{case_id}: shut.")
            return
        known = order.case(case_id).accounts
        local = order.engine.rules.calendar.local
        for one in known:
            until = f", until {local(one.expires):%Y-%m-%d}" if one.expires else ""
            whose = one.person or "the whole case, on another server"
            handed = "its password has left" if one.handed_over else "no letter with it has left"
            out.print(f"{one.user}  {whose}{until}; {handed if one.person else 'read from a mail'}")
        if not known:
            out.print(f"{case_id} has no upload login.")
