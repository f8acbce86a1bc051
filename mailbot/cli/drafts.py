"""Drafts in the terminal: look at them, let them leave, send them back, put them right."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import click
import typer
from rich.text import Text

from mailbot.bot.orders import Orders
from mailbot.bot.prepared import answered_with, offers
from mailbot.bot.wiring.build import Bot
from mailbot.cli.hints import with_hint
from mailbot.cli.lines import dumps
from mailbot.cli.options import CONFIG, By, ConfigFile, Json, desk, orders, out, state_folder, who
from mailbot.config import load_config
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft, DraftState
from mailbot.desk.case.life import Status
from mailbot.errors import OrderError
from mailbot.letters import has_gap
from mailbot.ports import Written

DraftId = Annotated[str, typer.Argument(help="The draft, as `mailbot drafts` names it: C-12/3.")]
MaybeDraft = Annotated[str, typer.Argument(help="Only this draft: C-12/3; left out: all.")]


def drafts(draft: MaybeDraft = "", config: ConfigFile = CONFIG, json: Json = False) -> None:
    """Show every draft that waits for a yes, or one of them, with its text and why it waits."""
    with desk(config) as bot:
        waiting = [Orders(bot.engine).draft(draft)] if draft else list(_waiting(bot))
        fitting = offers(bot.engine, *waiting[0][:2]) if draft and not json else ()
    for case, one, written in waiting:
        if json:
            print(dumps(_line(case, one, written)))
        else:
            out.print(shown(case, one, written))
    for offer in fitting:
        out.print(
            f"{offer.similarity:.2f}  {offer.prepared.topic}: {offer.prepared.called}  "
            f"(`mailbot edit {draft} --with {offer.prepared.topic}` puts it in)"
        )
    if not waiting and not json:
        out.print("No draft waits for you.")


def _waiting(bot: Bot) -> Iterator[tuple[Case, Draft, Written]]:
    """A closed case may still owe a word that it is closed."""
    for case in bot.state.case_lists.with_drafts():
        for draft in case.drafts:
            if draft.state is not DraftState.QUEUED:
                yield case, draft, bot.state.draft_texts.written(draft.id) or Written("", "")


def approve(
    draft: DraftId,
    to: Annotated[str, typer.Option(help="The address of a packet that has none.")] = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Let a draft leave as it stands; the running bot sends it."""
    with orders(config) as (order, bot):
        order.approve(draft, who(by, bot), to=to)
        paused = order.engine.state.notes.is_paused()
    when = "as soon as `mailbot resume` ends the pause" if paused else "within half a minute"
    out.print(f"{draft} is approved and leaves {when}, if the bot runs.")


def reject(
    draft: DraftId,
    because: Annotated[str, typer.Option(help="A word for the journal.")] = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Withdraw a draft; an account opened for it is shut."""
    with orders(config) as (order, bot):
        order.reject(draft, who(by, bot), because)
    out.print(f"{draft} is withdrawn.")


def edit(
    draft: DraftId,
    file: Annotated[Path | None, typer.Option(help="Take the text from this file.")] = None,
    topics: Annotated[
        list[str] | None,
        typer.Option("--with", help="Put this prepared answer into the next gap; may be repeated."),
    ] = None,
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Put a draft right in your editor ($EDITOR), or from a file; then approve it."""
    with orders(config) as (order, bot):
        engineer = who(by, bot)
        case, one, written = order.draft(draft)
        kept = _kept_text(config, draft)
        begins = kept.read_text(encoding="utf-8") if kept.exists() else written.text
        for topic in topics or ():
            begins = answered_with(order.engine, case, one, begins, topic)
        text = _read(file) if file else _finished(begins, by_hand=not topics)
        if text is None or text == written.text:
            out.print(f"{draft} is unchanged.")
            return
        try:
            order.edit(draft, engineer, text)
        except OrderError as error:
            if file:
                raise
            raise _kept(text, kept, draft, error) from error
        kept.unlink(missing_ok=True)
    out.print(f"{draft} is changed. `mailbot approve {draft}` lets it leave.")


def _finished(text: str, *, by_hand: bool) -> str | None:
    """The text as the editor leaves it; prepared answers that fill every gap need none."""
    try:
        return click.edit(text) if by_hand or has_gap(text) else text
    except click.ClickException as error:
        why = error.format_message()
        raise OrderError(f"{why}: name an editor in EDITOR, or a text with --file") from error


def _kept(text: str, kept: Path, draft: str, error: OrderError) -> OrderError:
    """What could not be taken is not lost."""
    kept.write_text(text, encoding="utf-8")
    return OrderError(
        f"{with_hint(error)}; your text is kept: `mailbot edit {draft}` goes on with it"
    )


def _kept_text(config: Path, draft: str) -> Path:
    """Where a text that could not be taken waits for its next edit."""
    name = re.sub(r"[^\w-]", "_", draft.upper())
    return state_folder(config, load_config(config)) / f"unfinished-{name}.txt"


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise OrderError(f"{file} can't be read: {error}") from error


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
        "withheld_because": [str(reason) for reason in draft.withheld],
        "edited": draft.edited,
    }


def shown(case: Case, draft: Draft, written: Written) -> Text:
    """A draft whole: what a frame would crop can't be approved."""
    why = "; ".join(map(str, draft.withheld)) or "its letter waits for an engineer's yes"
    closed = " (the case is closed)" if case.status is Status.CLOSED else ""
    lines = [f"To: {', '.join(draft.to) or '(no address)'}"]
    lines += [f"Cc: {', '.join(draft.cc)}"] if draft.cc else []
    lines += [f"Subject: {written.subject}", f"Waits: {why}", "", written.text]
    head = f"── {draft.id} · {'+'.join(draft.letters)}{closed} ──\n"
    return Text.assemble((head, "bold"), "\n".join(lines))
