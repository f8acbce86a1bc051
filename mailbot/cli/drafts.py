"""Drafts in the terminal: look at them, let them leave, send them back, put them right."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import click
import typer
from rich.panel import Panel
from rich.text import Text

from mailbot.bot.assembly import letters_folder
from mailbot.cli.lines import dumps
from mailbot.cli.options import CONFIG, By, ConfigFile, Json, desk, orders, out, who
from mailbot.config import Config
from mailbot.desk.case import Case
from mailbot.desk.draft import Draft, DraftState
from mailbot.errors import OrderError
from mailbot.letters import PreparedAnswers, has_gap
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
        answers = PreparedAnswers.read(letters_folder(bot.config))
    for case, draft, written in waiting:
        offers = _offers(answers, draft)
        if json:
            print(dumps({**_line(case, draft, written), "prepared_answers": offers}))
        else:
            out.print(_panel(draft, written, offers))
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
    answer: Annotated[
        list[str] | None,
        typer.Option(help="Put this prepared answer where it was offered; may be given again."),
    ] = None,
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Put a draft right: in your editor ($EDITOR), from a file, or with prepared answers.

    Then approve it. A gap that no prepared answer fills opens the editor.
    """
    with orders(config) as (order, settings):
        _, waiting, written = order.draft(draft)
        begun = _answered(settings, waiting, written.text, answer or [])
        if file is not None:
            text: str | None = file.read_text(encoding="utf-8")
        elif answer and not has_gap(begun):
            text = begun
        else:
            text = click.edit(begun)
        if text is None or text == written.text:
            out.print(f"{draft} is unchanged.")
            return
        order.edit(draft, who(by, settings), text)
    out.print(f"{draft} is changed. `mailbot approve {draft}` lets it leave.")


def _answered(settings: Config, draft: Draft, text: str, topics: Sequence[str]) -> str:
    """``text`` with the prepared answers of ``topics`` in the gaps they were offered for."""
    answers = PreparedAnswers.read(letters_folder(settings))
    for topic in topics:
        if not answers.text(topic, draft.lang):
            known = ", ".join(answers.topics())
            raise OrderError(f"there is no prepared answer {topic!r}: there are {known}")
    return answers.fill(text, draft.content.questions, topics, draft.lang)


def _offers(answers: PreparedAnswers, draft: Draft) -> list[dict[str, object]]:
    if not draft.gap or draft.edited:
        return []
    return [
        {"question": question, "topic": one.topic, "similarity": round(one.similarity, 3)}
        for question in draft.content.questions
        for one in answers.offers(question, draft.lang)
    ]


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


def _panel(draft: Draft, written: Written, offers: Sequence[Mapping[str, object]]) -> Panel:
    why = "; ".join(draft.withheld) or "its letter waits for an engineer's yes"
    to = ", ".join(draft.to) or "(no address)"
    body = Text(f"To: {to}\nSubject: {written.subject}\nWaits: {why}\n\n{written.text}")
    for one in offers:
        body.append(
            f"\nPrepared: `mailbot edit {draft.id} --answer {one['topic']}` "
            f"({one['similarity']:.0%} alike: {one['question']})",
            style="cyan",
        )
    return Panel(body, title=f"{draft.id} · {'+'.join(draft.letters)}", title_align="left")
