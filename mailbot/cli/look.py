"""Commands that only look: how the bot reads a mail, and what it would have done with many."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.bot.replay.past import past_replay
from mailbot.bot.replay.replay import Approve
from mailbot.bot.wiring.assembly import build_intake
from mailbot.bot.wiring.recogniser import read_recogniser
from mailbot.channels.files import read_arrivals
from mailbot.cli.ahead import read_ahead
from mailbot.cli.explanation import explanation
from mailbot.cli.lines import dumps, explained, happened, not_explained
from mailbot.cli.options import CONFIG, Json, MaybeConfigFile, out, state_folder
from mailbot.cli.timeline import told
from mailbot.cli.unseen import Unseen
from mailbot.clock import SystemClock
from mailbot.config import Config, Desk, load_config
from mailbot.errors import OrderError, UnreadableMail
from mailbot.mail.defects import defects
from mailbot.ports import Arrival

Paths = Annotated[list[Path], typer.Argument(help="Mails: .eml, mbox, Maildir, or a folder.")]


def explain(paths: Paths, config: MaybeConfigFile = None, json: Json = False) -> None:
    """Show how the bot reads a mail: what is new, who wrote it, what it wants, and why."""
    settings, state = _config(config)
    intake = build_intake(settings, read_recogniser(settings, state))
    zone, unseen = intake.rules.calendar.zone, Unseen(intake.lookup)
    for arrival in read_ahead(_arrivals(paths), intake):
        file = Path(arrival.name).name
        try:
            sheaf = unseen.told(intake.read(arrival.raw, arrival.at or SystemClock().now()))
            sheaf = _with_defects(sheaf, arrival)
        except UnreadableMail as error:
            line = not_explained(file, str(error))
            print(dumps(line)) if json else out.print(f"{file}: {error}", style="red")
            continue
        print(dumps(explained(file, sheaf, zone))) if json else out.print(
            explanation(file, sheaf, zone)
        )


def _with_defects(sheaf: Sheaf, arrival: Arrival) -> Sheaf:
    found = (*defects(arrival.raw), *sheaf.message.defects)
    return replace(sheaf, message=replace(sheaf.message, defects=found))


def replay(
    paths: Paths,
    config: MaybeConfigFile = None,
    json: Json = False,
    approve: Annotated[
        Approve, typer.Option(help="Whether drafts count as approved at once.")
    ] = Approve.NONE,
    until: Annotated[
        str, typer.Option(help="Let the clock run on after the last mail: ISO 8601.")
    ] = "",
) -> None:
    """Play past mail on a simulated clock, sending nothing: what the bot would have done."""
    settings, state = _config(config)
    recogniser = read_recogniser(settings, state)
    arrivals = list(read_ahead(_arrivals(paths), build_intake(settings, recogniser)))
    play = past_replay(settings, arrivals, _uploads(paths), approve, recogniser)
    zone = play.engine.rules.calendar.zone
    for one in play.play(_moment(until, zone)):
        line = happened(one, zone)
        if line is None:
            continue
        if json:
            print(dumps(line))
        else:
            out.print(told(line))


def _config(path: Path | None) -> tuple[Config, Path | None]:
    """The file named, else the one in this folder, as for all other commands; and its state."""
    if path is None and CONFIG.exists():
        path = CONFIG
    if path is None:
        return Config(Desk("desk@invalid")), None
    config = load_config(path)
    return config, state_folder(path, config)


def _arrivals(paths: list[Path]) -> Iterator[Arrival]:
    for path in paths:
        if not path.exists():
            raise OrderError(f"{path}: there is no such file or folder")
    return iter(read_arrivals(paths))


def _uploads(paths: list[Path]) -> Path | None:
    found = (path / "uploads.jsonl" for path in paths if path.is_dir())
    return next((path for path in found if path.exists()), None)


def _moment(text: str, zone: object) -> datetime | None:
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise OrderError(f"--until {text}: write it as 2020-07-10T00:00:00+08:00") from error
    return at if at.tzinfo is not None else at.replace(tzinfo=zone)  # type: ignore[arg-type]
