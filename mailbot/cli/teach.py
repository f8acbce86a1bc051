"""Commands that teach: what a mail wants by an engineer's word, and learning from it."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from mailbot.bot.teaching import Teaching
from mailbot.bot.wiring.recogniser import (
    ENCODER,
    OWN_MODEL,
    TOKENIZER,
    load_layers,
    missing_libraries,
    write_model,
)
from mailbot.bot.wiring.rules import read_intents
from mailbot.cli.cases import CaseId
from mailbot.cli.options import CONFIG, By, ConfigFile, desk, out, state_folder, who
from mailbot.config import load_config
from mailbot.errors import OrderError
from mailbot.learning.lesson import Lesson
from mailbot.learning.library import read_lessons
from mailbot.shipped import LESSONS, MODEL
from mailbot.store.sqlite import DATABASE

if TYPE_CHECKING:
    from mailbot.learning.training import Taught

_CHECKPOINT = "encoder.checkpoint"
_NEEDS = {
    "mailbot[train]": ("sklearn", "scipy"),
    "mailbot[train-encoder]": ("sklearn", "scipy", "torch", "onnx"),
}
_SHOWN = Console(stderr=True)


def correct(
    case_id: CaseId,
    intents: Annotated[
        str, typer.Argument(help="What it wants, with commas: question,data_delayed; or nothing.")
    ],
    mail: Annotated[
        int, typer.Option("--mail", help="Its number, as `mailbot case` lists it; else the newest.")
    ] = 0,
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Say what a mail wants: it is answered anew, and `mailbot train` learns from it."""
    named = [one.strip() for one in intents.split(",") if one.strip() not in ("", "nothing")]
    with desk(config) as bot:
        case = Teaching(bot.engine).correct(case_id, mail, named, who(by, bot))
    out.print(f"{case.id}: noted, and kept as a lesson; `mailbot train` learns from it.")


def train(
    encoder: Annotated[
        bool,
        typer.Option("--encoder", help="Go on teaching the encoder too: hours; can be resumed."),
    ] = False,
    config: ConfigFile = CONFIG,
) -> None:
    """Learn from our lessons and the desk's own; refuses what would read worse than today."""
    settings = load_config(config)
    _must_be_installed("mailbot[train-encoder]" if encoder else "mailbot[train]")
    state = state_folder(config, settings)
    own = _own_lessons(config) if (state / DATABASE).exists() else []
    lessons = [*read_lessons(LESSONS), *own]
    out.print(f"{len(lessons)} lessons, {len(own)} of them the desk's own")
    checkpoint = state / _CHECKPOINT
    model = _taught_encoder(lessons, checkpoint) if encoder else None
    taught = _taught(lessons, state / OWN_MODEL, model)
    _show(taught)
    if taught.is_worse:
        raise OrderError(
            f"not taken: it reads worse ({taught.card.micro}) than what is in use "
            f"({taught.in_use.micro}); look at the newest corrections"
        )
    write_model(state / OWN_MODEL, taught.characters.dumped(), taught.weights.dumped(), model)
    checkpoint.unlink(missing_ok=True)
    out.print(f"{state / OWN_MODEL}: in use from the next start of `mailbot run`")


def _must_be_installed(extra: str) -> None:
    missing = [*missing_libraries(), *(one for one in _NEEDS[extra] if not find_spec(one))]
    if missing:
        raise OrderError(
            f"training needs {', '.join(missing)}: {sys.executable} -m pip install '{extra}'"
        )


def _own_lessons(config: Path) -> list[Lesson]:
    with desk(config) as bot:
        return list(Teaching(bot.engine).lessons())


def _taught_encoder(lessons: Sequence[Lesson], checkpoint: Path) -> bytes:
    """The encoder as it is after one round over the lessons. Raises OrderError when stopped."""
    from mailbot.learning.encoder_school import EncoderSchool, Plan

    plan = Plan(steps=len(lessons) // Plan().lessons_a_step)
    sides = {name: one.side for name, one in read_intents().items()}
    checkpoint.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    school = EncoderSchool(MODEL / ENCODER, MODEL / TOKENIZER, lessons, sides, plan)
    with Progress(console=_SHOWN, transient=True) as progress:
        task = progress.add_task("teaching the encoder", total=plan.steps)

        def told(step: int, loss: float) -> None:
            progress.update(task, completed=step, description=f"the encoder, loss {loss:.3f}")

        try:
            return school.teach(checkpoint, told)
        except KeyboardInterrupt as stopped:
            raise OrderError("stopped; `mailbot train --encoder` goes on from here") from stopped


def _taught(lessons: Sequence[Lesson], own: Path, model: bytes | None) -> "Taught":
    # imported here: no other command must wait for what training needs
    from mailbot.learning.training import train as teach
    from mailbot.understanding.learned.encoder import Encoder
    from mailbot.understanding.learned.remembered import Remembered

    in_use = load_layers(own if own.is_dir() else None)
    new = in_use.encoder if model is None else Encoder(model, (MODEL / TOKENIZER).read_bytes())
    encoder = Remembered(new)
    mails = [one.written for one in lessons if one.is_held_out]
    if model is None:
        in_use = replace(in_use, encoder=encoder)
    with Progress(console=_SHOWN, transient=True) as progress:
        reading = progress.add_task("reading the lessons held out", total=len(mails))
        for count in encoder.look_ahead(mails, os.cpu_count() or 1):
            progress.update(reading, completed=count)
        task = progress.add_task("", total=None)
        return teach(
            lessons,
            encoder,
            in_use,
            read_intents(),
            lambda what: progress.update(task, description=what),
        )


def _show(taught: "Taught") -> None:
    from mailbot.cli.report import calibration, confusions, coverage, label_table

    card = taught.card
    out.print(label_table(card))
    out.print(f"before: {taught.in_use.micro}; now: {card.micro}; {coverage(card)}")
    for line in (*confusions(card), *calibration(card)):
        out.print(line)
