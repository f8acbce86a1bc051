"""Drafts in the terminal: look at them, let them leave, send them back, put them right."""

from pathlib import Path
from typing import Annotated

import click
import typer
from rich.panel import Panel
from rich.text import Text

from mailbot.cli.lines import dumps
from mailbot.cli.options import CONFIG, By, ConfigFile, Json, desk, orders, out, who
from mailbot.desk.case import Case
from mailbot.desk.draft import Draft, DraftState
from mailbot.ports import Written

DraftId = Annotated[str, typer.Argument(help="The draft, as `mailbot drafts` names it: C-12/3.")]


def drafts(config: ConfigFile = CONFIG, json: Json = False) -> None:
    """Show every draft that waits for a yes, with its text and why it waits."""
    with desk(config) as bot:
        waiting = [
            (case, draft, bot.state.written(draft.id) or Written("", ""))
            for case in bot.state.open_cases()
            for draft in case.drafts
            if draft.state is not DraftState.QUEUED
        ]
    for case, draft, written in waiting:
        if json:
            print(dumps(_line(case, draft, written)))
        else:
            out.print(_panel(draft, written))
    if not waiting and not json:
        out.print("No draft waits for you.")


def approve(draft: DraftId, config: ConfigFile = CONFIG, by: By = "") -> None:
    """Let a draft leave as it stands; the running bot sends it."""
    with orders(config) as (order, settings):
        order.approve(draft, who(by, settings))
    out.print(f"{draft} is approved and leaves with the bot's next round.")


def reject(
    draft: DraftId,
    because: Annotated[str, typer.Option(help="A word for the journal.")] = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Withdraw a draft; an account opened for it is shut."""
    with orders(config) as (order, settings):
        order.reject(draft, who(by, settings), because)
    out.print(f"{draft} is withdrawn.")


def edit(
    draft: DraftId,
    file: Annotated[Path | None, typer.Option(help="Take the text from this file.")] = None,
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Put a draft right in your editor ($EDITOR), or from a file; then approve it."""
    with orders(config) as (order, settings):
        _, _, written = order.draft(draft)
        text = file.read_text(encoding="utf-8") if file else click.edit(written.text)
        if text is None or text == written.text:
            out.print(f"{draft} is unchanged.")
            return
        order.edit(draft, who(by, settings), text)
    out.print(f"{draft} is changed. `mailbot approve {draft}` lets it leave.")


def _line(case: Case, draft: Draft, written: Written) -> dict[str, object]:
    return {
        "draft": draft.id,
        "case": case.id,
        "letter": "+".join(draft.letters),
        "to": list(draft.to),
        "cc": list(draft.cc),
        "written": draft.written.isoformat(),
        "subject": written.subject,
        "text": written.text,
        "withheld_because": list(draft.withheld),
        "edited": draft.edited,
    }


def _panel(draft: Draft, written: Written) -> Panel:
    why = "; ".join(draft.withheld) or "its letter waits for an engineer's yes"
    to = ", ".join(draft.to) or "(no address)"
    body = Text(f"To: {to}\nSubject: {written.subject}\nWaits: {why}\n\n{written.text}")
    return Panel(body, title=Text(f"{draft.id} · {'+'.join(draft.letters)}"), title_align="left")
