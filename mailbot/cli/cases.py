"""Cases in the terminal: the list, one case with its journal, and the orders about it."""

from datetime import datetime
from typing import Annotated

import typer
from rich.table import Table

from mailbot.bot.build import Bot
from mailbot.cli.lines import dumps
from mailbot.cli.options import CONFIG, By, ConfigFile, Json, desk, orders, out, who
from mailbot.cli.threads import mails, show_threads
from mailbot.config import duration
from mailbot.desk import due
from mailbot.desk.case import Case
from mailbot.errors import OrderError

CaseId = Annotated[str, typer.Argument(help="The case, as `mailbot cases` names it: C-12.")]
All = Annotated[bool, typer.Option("--all", help="Closed ones too.")]


def cases(closed: All = False, config: ConfigFile = CONFIG, json: Json = False) -> None:
    """List the cases: whose turn it is, what waits, what is due next."""
    with desk(config) as bot:
        listed = bot.state.all_cases() if closed else bot.state.open_cases()
        if json:
            for one in listed:
                print(dumps(_line(bot, one)))
            return
        out.print(_table(bot, listed) if listed else "No case is open.")


def case(case_id: CaseId, config: ConfigFile = CONFIG, json: Json = False) -> None:
    """Show one case: who, what was asked, what waits, what is due, and its journal."""
    with desk(config) as bot:
        one = bot.state.find(case_id)
        if one is None:
            raise OrderError(f"there is no case {case_id}: `mailbot cases` lists them")
        if json:
            more = {"mails": mails(bot, one.id), "never_got": bot.state.never_got(one.id)}
            known = {"facts": _facts(bot, one), "promises": _promises(bot, one)}
            print(dumps({**_line(bot, one), **known, **more, "journal": _journal(bot, one)}))
            return
        _show(bot, one)


def pick(
    case_id: CaseId,
    reading: Annotated[
        str, typer.Argument(help="1 or 2 as offered, or intents: question,data_delayed; nothing.")
    ],
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Say what an unclear mail wants: it is decided on anew, and the classifier learns from it."""
    with orders(config) as (order, settings):
        names = order.pick(case_id, reading, who(by, settings))
    out.print(f"{case_id}: read as {' + '.join(names) or 'nothing'}.")


def hold(
    case_id: CaseId,
    lift: Annotated[bool, typer.Option("--lift", help="Lift the hold again.")] = False,
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Hold everything that would leave by itself; --lift ends that, for his organisation too."""
    with orders(config) as (order, settings):
        (order.lift if lift else order.hold)(case_id, who(by, settings))
    out.print(f"{case_id}: {'the hold is lifted' if lift else 'held; nothing leaves by itself'}.")


def told(
    case_id: CaseId,
    note: Annotated[str, typer.Argument(help="What was said.")] = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Say that you told the customer by telephone or chat: drafts fall away, the clock restarts."""
    with orders(config) as (order, settings):
        order.told(case_id, who(by, settings), note)
    out.print(f"{case_id}: noted; it is the customer's turn.")


def take(case_id: CaseId, config: ConfigFile = CONFIG, by: By = "") -> None:
    """Make the case yours: what the bot has to say about it comes to you."""
    with orders(config) as (order, settings):
        order.take(case_id, who(by, settings))
    out.print(f"{case_id} is yours.")


def watch(
    case_id: CaseId,
    lasts: Annotated[str, typer.Argument(help="How long: 3d, 2w.")] = "7d",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Watch a case for a while; then the closing notice goes out."""
    with orders(config) as (order, settings):
        after = order.watch(case_id, who(by, settings), duration(lasts))
    out.print(f"{case_id} is watched until {after.watch_until:%Y-%m-%d %H:%M}.")


def close(case_id: CaseId, config: ConfigFile = CONFIG, by: By = "") -> None:
    """Close a case now, without a letter; its upload accounts are shut."""
    with orders(config) as (order, settings):
        order.close(case_id, who(by, settings))
    out.print(f"{case_id} is closed.")


def reopen(case_id: CaseId, config: ConfigFile = CONFIG, by: By = "") -> None:
    """Open a closed case again."""
    with orders(config) as (order, settings):
        order.reopen(case_id, who(by, settings))
    out.print(f"{case_id} is open again, and yours.")


def _line(bot: Bot, one: Case) -> dict[str, object]:
    return {
        "case": one.id,
        "title": one.title,
        "status": one.status.value,
        "customers": list(one.customers),
        "engineer": one.engineer,
        "end_user": one.end_user,
        "items": {item.name: item.state.value for item in one.items},
        "drafts": [draft.id for draft in one.drafts],
        "needs": [need.what for need in one.needs],
        "doubts": [
            {"from": doubt.sender, "readings": [list(names) for names in doubt.readings]}
            for doubt in one.doubts
        ],
        "due": {due_.kind.value: due_.at.isoformat() for due_ in due.dates(one, bot.rules)},
    }


def _table(bot: Bot, listed: list[Case]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("case", "status", "customer", "engineer", "next", "title"):
        table.add_column(heading, overflow="fold")
    for one in listed:
        alarm = due.alarm(one, bot.rules)
        waits = f"{len(one.drafts)} drafts" if one.drafts else ""
        when = f"{bot.rules.calendar.local(alarm):%m-%d %H:%M}" if alarm else waits or "rests"
        who_ = ", ".join(one.customers) or "-"
        table.add_row(one.id, one.status.value, who_, one.engineer or "-", when, one.title)
    return table


def _show(bot: Bot, one: Case) -> None:
    local = bot.rules.calendar.local
    out.print(f"{one.id}  {one.title}", style="bold")
    out.print(
        f"{one.status.value}; engineer {one.engineer or '-'}; {one.end_user or 'end user unknown'}"
    )
    for contact in one.contacts:
        out.print(f"  customer {contact.name or '-'} <{contact.email}>, by {contact.joined_by}")
    show_threads(bot, one)
    for item in one.items:
        out.print(f"  {item.name}: {item.state.value} since {local(item.since):%Y-%m-%d}")
    _show_told(bot, one)
    for need in one.needs:
        out.print(f"  needs you: {need.what}", style="yellow")
    for draft in one.drafts:
        out.print(f"  draft {draft.id}: {'+'.join(draft.letters)} to {', '.join(draft.to)}")
    for one_due in due.dates(one, bot.rules):
        out.print(f"  due {local(one_due.at):%Y-%m-%d %H:%M}: {one_due.kind.value}")
    out.print("journal", style="bold")
    for entry in _journal(bot, one):
        out.print(f"  {entry['at']}  {entry['what']}: {'; '.join(entry['because'])}")


def _show_told(bot: Bot, one: Case) -> None:
    for doubt in one.doubts:
        for number, names in enumerate(doubt.readings, 1):
            out.print(f"  {doubt.sender} may want ({number}) {' + '.join(names) or 'nothing'}")
    for fact in _facts(bot, one):
        out.print(f"  {fact['name']}: {fact['value']}  ({fact['by']} {fact['at']})", markup=False)
    for promise in _promises(bot, one):
        out.print(
            f"  promised by {promise['by']} until {promise['until']}, {promise['outcome']}: "
            f"{promise['words']}",
            markup=False,
        )


def _facts(bot: Bot, one: Case) -> list[dict[str, str]]:
    return [
        {
            "name": fact.name,
            "value": fact.value,
            "evidence": fact.evidence,
            "by": fact.by,
            "at": _minute(bot, fact.at) if fact.at else "",
        }
        for fact in one.facts
    ]


def _promises(bot: Bot, one: Case) -> list[dict[str, str]]:
    return [
        {
            "by": promise.by,
            "whose": promise.whose.value,
            "until": _minute(bot, promise.until),
            "outcome": promise.outcome.value,
            "words": promise.words,
        }
        for promise in one.promises
    ]


def _minute(bot: Bot, at: datetime) -> str:
    return bot.rules.calendar.local(at).isoformat(timespec="minutes")


def _journal(bot: Bot, one: Case) -> list[dict[str, str | list[str]]]:
    return [
        {
            "at": _minute(bot, entry.at),
            "what": entry.what,
            "because": list(entry.because),
        }
        for entry in bot.state.journal(one.id)
    ]
