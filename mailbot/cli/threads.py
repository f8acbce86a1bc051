"""Which mails are one case: shown, joined, split, and undone, by hand."""

from typing import Annotated

import typer

from mailbot.bot.wiring.build import Bot
from mailbot.cli.options import CONFIG, By, ConfigFile, orders, out, who
from mailbot.desk.case.case import Case
from mailbot.mail.author import writer_of

CaseId = Annotated[str, typer.Argument(help="The case, as `mailbot cases` names it: C-12.")]
Other = Annotated[str, typer.Argument(help="The case that lives on in the first one.")]
Mails = Annotated[list[int], typer.Argument(help="Mails by number, as `mailbot case` lists them.")]


def join(case_id: CaseId, other: Other, config: ConfigFile = CONFIG, by: By = "") -> None:
    """Make two cases one: the second lives on in the first, and its drafts are withdrawn."""
    with orders(config) as (order, bot):
        order.join(case_id, other, who(by, bot))
    out.print(f"{other} lives on in {case_id}; `mailbot undo {case_id}` parts them again.")


def split(
    case_id: CaseId,
    mails: Mails,
    into: Annotated[str, typer.Option("--into", help="An open case to put them in.")] = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Take mails out of a case, into one of their own; later mails follow them."""
    with orders(config) as (order, bot):
        case = order.split(case_id, mails, who(by, bot), into)
    out.print(f"{len(mails)} mails went from {case_id} to {case.id}.")


def undo(case_id: CaseId, config: ConfigFile = CONFIG, by: By = "") -> None:
    """Undo the last join or split of a case."""
    with orders(config) as (order, bot):
        one, other = order.undo(case_id, who(by, bot))
    out.print(f"{one} and {other} are as they were.")


def mails(bot: Bot, case_id: str) -> list[dict[str, object]]:
    """The mails of a case: number, when, who, and by which evidence each was filed."""
    local = bot.rules.calendar.local
    return [
        {
            "mail": one.id,
            "at": local(one.at).isoformat(timespec="minutes") if one.at else None,
            "file": one.name,
            "from": writer_of(bot.state.mails.stored(one.id).raw),
            "by": one.by,
        }
        for one in bot.state.filed_mails.mails_of(case_id)
    ]


def show_threads(bot: Bot, case: Case) -> None:
    """Where a case's mails come from, and what of its thread the desk never saw."""
    if case.merged_into:
        out.print(f"  lives on in {case.merged_into}")
    if case.linked_to:
        out.print(f"  linked to {case.linked_to}")
    if case.parties.stranger_of:
        out.print(f"  speaks of {case.parties.stranger_of}, but its writer is not on that case")
    for one in mails(bot, case.id):
        out.print(f"  mail {one['mail']}  {one['at'] or '-'}  {one['from']}: by {one['by']}")
    unseen = bot.state.traces.never_got(case.id)
    if unseen:
        out.print(f"  {unseen} mails it answers never reached the desk", style="yellow")
