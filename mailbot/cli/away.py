"""Commands that say who is away, and who is back."""

from datetime import date
from typing import Annotated

import typer

from mailbot.bot.absences import Absences
from mailbot.bot.wiring.build import Bot
from mailbot.cli.options import CONFIG, By, ConfigFile, desk, out, who
from mailbot.errors import OrderError
from mailbot.refusals import Refusal

For = Annotated[str, typer.Option("--for", help="Another engineer than yourself.")]


def away(
    until: Annotated[str, typer.Option(help="The last day, as 2031-05-06.")] = "",
    stand_in: Annotated[str, typer.Option(help="Who looks after your cases meanwhile.")] = "",
    whom: For = "",
    config: ConfigFile = CONFIG,
    by: By = "",
) -> None:
    """Say that you are away: what is yours goes to who stands in, or to the lead."""
    with desk(config) as bot:
        absences, person = Absences(bot.engine), _person(whom, by, bot)
        for reason in absences.leave(person, _day(until), stand_in.strip().lower() or None):
            out.print(f"{reason}.")


def back(whom: For = "", config: ConfigFile = CONFIG, by: By = "") -> None:
    """Say that you are back: the bot writes you what happened meanwhile."""
    with desk(config) as bot:
        out.print(f"{Absences(bot.engine).come_back(_person(whom, by, bot))}.")


def _person(whom: str, by: str, bot: Bot) -> str:
    """Who is meant: an engineer, or a user who may give orders. Raises OrderError."""
    return who(whom or who(by, bot), bot)


def _day(told: str) -> date | None:
    """The day that is meant, None for none. Raises OrderError."""
    try:
        return date.fromisoformat(told) if told else None
    except ValueError as error:
        raise OrderError(Refusal.WHICH_DAY()) from error
