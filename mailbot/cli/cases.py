"""Cases in the terminal: the list, one case with its journal, and the orders about it."""

import re
from datetime import timedelta
from typing import Annotated

import typer

from mailbot.because import Because
from mailbot.bot.orders import Orders
from mailbot.bot.wiring.build import Bot
from mailbot.cli.case_table import DUE, case_table
from mailbot.cli.lines import dumps
from mailbot.cli.options import CONFIG, By, ConfigFile, Json, desk, orders, out, who
from mailbot.cli.threads import mails, show_threads
from mailbot.config import duration
from mailbot.desk.case.case import Case
from mailbot.desk.decisions import due
from mailbot.desk.decisions.login_by_mail import waits_for_admin
from mailbot.errors import OrderError
from mailbot.letters.files import file_line

_LENGTH = re.compile(r"\d{1,4} ?[mhdw]")
CaseId = Annotated[str, typer.Argument(help="The case, as `mailbot cases` names it: C-12.")]
All = Annotated[bool, typer.Option("--all", help="Closed ones too.")]
Mine = Annotated[bool, typer.Option("--mine", help="Only those whose engineer you are.")]


def cases(
    closed: All = False,
    mine: Mine = False,
    config: ConfigFile = CONFIG,
    json: Json = False,
    by: By = "",
) -> None:
    """List the cases: whose turn it is and since when, what waits, what is due next."""
    with desk(config) as bot:
        listed = bot.state.case_lists.all() if closed else bot.state.case_lists.open()
        if mine:
            me = who(by, bot)
            listed = [one for one in listed if one.parties.engineer == me]
        if json:
            for one in listed:
                print(dumps(_line(bot, one)))
            return
        if bot.state.notes.is_paused():
            out.print("Paused: nothing leaves until `mailbot resume`.", style="red")
        out.print(case_table(bot, listed) if listed else "No case is open.")


def case(case_id: CaseId, config: ConfigFile = CONFIG, json: Json = False) -> None:
    """Show one case: who, what was asked, what came, what waits, what is due, its journal."""
    with desk(config) as bot:
        one = Orders(bot.engine).case(case_id)
        if json:
            more = {"mails": mails(bot, one.id), "never_got": bot.state.traces.never_got(one.id)}
            print(dumps({**_line(bot, one), **more, "journal": _journal(bot, one)}))
            return
        _show(bot, one)


def hold(
    case_id: CaseId,
    lift: Annotated[bool, typer.Option("--lift", help="Lift the hold again.")] = False,
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Hold everything that would leave by itself; --lift ends that, for their organisation too."""
    with orders(config) as (order, bot):
        (order.lift if lift else order.hold)(case_id, who(by, bot))
    out.print(f"{case_id}: {'the hold is lifted' if lift else 'held; nothing leaves by itself'}.")


def told(
    case_id: CaseId,
    note: Annotated[str, typer.Argument(help="What was said, for the journal.")] = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Say that you told the customer by telephone or chat: drafts fall away, the clock restarts."""
    with orders(config) as (order, bot):
        order.told(case_id, who(by, bot), note)
    out.print(f"{case_id}: noted; it is the customer's turn.")


def take(
    case_id: CaseId,
    colleague: Annotated[str, typer.Option("--for", help="The engineer who gets it.")] = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Make the case yours, or another engineer's: what the bot has to say of it goes there."""
    with orders(config) as (order, bot):
        me = who(by, bot)
        engineer = who(colleague, bot) if colleague else me
        order.take(case_id, engineer)
    out.print(f"{case_id} is {'yours' if engineer == me else f'now with {engineer}'}.")


def watch(
    case_id: CaseId,
    lasts: Annotated[str, typer.Argument(help="How long: 3d, 2w.")] = "7d",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Watch a case for a while; then the closing notice goes out."""
    with orders(config) as (order, bot):
        after = order.watch(case_id, who(by, bot), _length(lasts))
        until = order.engine.rules.calendar.local(
            after.clocks.watch_until or order.engine.clock.now()
        )
    out.print(f"{case_id} is watched until {until:%Y-%m-%d %H:%M}.")


def close(case_id: CaseId, config: ConfigFile = CONFIG, by: By = "") -> None:
    """Close a case now, without a letter; its upload accounts are shut."""
    with orders(config) as (order, bot):
        order.close(case_id, who(by, bot))
    out.print(f"{case_id} is closed.")


def reopen(case_id: CaseId, config: ConfigFile = CONFIG, by: By = "") -> None:
    """Open a closed case again."""
    with orders(config) as (order, bot):
        order.reopen(case_id, who(by, bot))
    out.print(f"{case_id} is open again, and yours.")


def _length(text: str) -> timedelta:
    """A length of time that can be meant. Raises OrderError."""
    if not _LENGTH.fullmatch(text) or not int(text[:-1]):
        raise OrderError(f"{text!r}: write a length of time, as in 4h, 3d, 2w")
    return duration(text)


def _line(bot: Bot, one: Case) -> dict[str, object]:
    return {
        "case": one.id,
        "title": one.title,
        "status": one.status.value,
        "since": one.since.isoformat() if one.since else None,
        "customers": list(one.parties.customers),
        "engineer": one.parties.engineer,
        "end_user": one.parties.end_user,
        "items": {item.name: item.state.value for item in one.matter.items},
        "promises": [
            {"until": each.until.isoformat(), "state": each.state.value, "evidence": each.evidence}
            for each in one.clocks.promises
        ],
        "drafts": [draft.id for draft in one.drafts],
        "needs": [str(need.what) for need in one.holds.needs],
        "held": one.holds.hold or _pressed(one) or None,
        "due": {due_.kind.value: due_.at.isoformat() for due_ in due.dates(one, bot.rules)},
    }


def _pressed(one: Case) -> str:
    """Why hands are off, where the customer's own words are the reason."""
    return str(Because.PRESSES(said=one.holds.hands_off)) if one.holds.hands_off else ""


def _show(bot: Bot, one: Case) -> None:
    local = bot.rules.calendar.local
    out.print(f"{one.id}  {one.title}", style="bold")
    engineer, end_user = one.parties.engineer or "-", one.parties.end_user or "end user unknown"
    out.print(f"{one.status.value}; engineer {engineer}; {end_user}")
    for contact in one.parties.contacts:
        out.print(f"  customer {contact.name or '-'} <{contact.email}>, by {contact.joined_by}")
    show_threads(bot, one)
    for item in one.matter.items:
        out.print(f"  {item.name}: {item.state.value} since {local(item.since):%Y-%m-%d}")
    for promise in one.clocks.promises:
        day = f"{local(promise.until):%Y-%m-%d}"
        out.print(f"  promised for {day}: {promise.state.value}  ({promise.evidence})", style="dim")
    for fact in one.matter.facts:
        out.print(f"  {fact.name}: {fact.said}  ({fact.evidence})", style="dim")
    for upload in one.transfer.uploads:
        line = file_line(upload, "en", bot.rules.calendar, one.transfer.accounts)
        out.print(f"  file {line}")
    _show_what_waits(bot, one)
    out.print("journal", style="bold")
    for entry in _journal(bot, one):
        because = "; ".join(entry["because"])
        out.print(f"  {entry['at']}  {entry['what']}{': ' if because else ''}{because}")


def _show_what_waits(bot: Bot, one: Case) -> None:
    """What a person has to do, and what comes by itself."""
    local = bot.rules.calendar.local
    for need in one.holds.needs:
        out.print(f"  needs you: {need.what}", style="yellow")
    admin = waits_for_admin(one, bot.rules)
    if admin is not None:
        out.print(f"  {admin}", style="yellow")
    for draft in one.drafts:
        out.print(f"  draft {draft.id}: {'+'.join(draft.letters)} to {', '.join(draft.to)}")
    if one.holds.are_placed:
        why = _pressed(one) or f"by {one.holds.hold}"
        out.print(f"  held: {why}; `mailbot hold {one.id} --lift` ends it", style="yellow")
    for one_due in sorted(due.dates(one, bot.rules), key=lambda each: each.at):
        out.print(f"  due {local(one_due.at):%Y-%m-%d %H:%M}: {DUE[one_due.kind]}")
    out.print(f"  `mailbot show {one.id}` shows its mails, `mailbot show {one.id}/1` a draft")


def _journal(bot: Bot, one: Case) -> list[dict[str, str | list[str]]]:
    return [
        {
            "at": bot.rules.calendar.local(entry.at).isoformat(timespec="minutes"),
            "what": entry.what,
            "because": [str(reason) for reason in entry.because],
        }
        for entry in bot.state.cases.journal(one.id)
    ]
