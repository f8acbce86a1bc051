"""The page of figures: what the desk did in the last weeks, drawn and in numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from markupsafe import Markup
from starlette.responses import Response

from mailbot.bot import figures
from mailbot.bot.figures import Earned, Figure, WorkedHours
from mailbot.console import drawing
from mailbot.console.counted import Counted
from mailbot.console.drawing import Share
from mailbot.console.printing import page
from mailbot.console.visit import Visit
from mailbot.console.wording import words
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.rulebook import Occasion
from mailbot.repositories.statistics import Approved, Heard, InState, Reminded, Spoke

_Draw = Callable[[Figure, str], Markup]


@dataclass(frozen=True, slots=True)
class Found:
    """What the store told of the weeks that begin at ``begins``."""

    begins: datetime
    heard: Sequence[Heard]
    spoke: Sequence[Spoke]
    approved: Sequence[Approved]
    reminded: Sequence[Reminded]
    standing: dict[str, str]
    changes: Sequence[InState]
    states_unknown: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure with its name on the page and its drawing; ``share`` is '' where none is said."""

    name: str
    figure: Figure
    drawn: Markup
    share: str = ""


def figures_page(visit: Visit) -> Response:
    """Five figures, of one reading of the store."""
    now, version = visit.desk.now(), visit.desk.version()
    counted = visit.desk.last_counted.figures(now, version, lambda: _counted(visit, now))
    return page(
        "figures",
        visit,
        shown=_over_time(visit, counted),
        earned=counted.earned,
        earned_drawn=_earned_drawn(visit, counted.earned),
        states_unknown=counted.states_unknown,
        number_of=drawing.number_of,
        swatch=drawing.swatch,
    )


def _over_time(visit: Visit, counted: Counted) -> tuple[Shown, ...]:
    reminded = counted.reminders
    return (
        _shown(visit, "first_answer", counted.first_answer, drawing.bars_beside),
        _shown(visit, "waits", counted.waits, drawing.bars_beside),
        _shown(visit, "states", counted.states, drawing.areas),
        _shown(visit, "reminders", reminded, drawing.bars_stacked, _share(reminded)),
    )


def _counted(visit: Visit, now: datetime) -> Counted:
    weeks = figures.weeks_until(now.date())
    found = _found(visit, datetime.combine(weeks[0], time(), now.tzinfo))
    rules = visit.desk.bot.rules
    hours = WorkedHours(rules.calendar, weeks[0], now.date())
    letters = [one.name for one in rules.letters.values() if one.audience is Audience.CUSTOMER]
    anything = figures.to_customers(found.spoke, letters)
    persons = figures.by_a_person(found.spoke, found.approved, letters)
    stays = figures.stays(found.standing, found.changes, found.begins)
    return Counted(
        figures.first_answers(found.heard, anything, persons, weeks, hours),
        figures.waits(stays, weeks, hours, now),
        figures.states(stays, figures.days_until(now.date()), now),
        figures.reminders(found.reminded, weeks, hours, now),
        figures.earned(found.approved),
        found.states_unknown,
        entries=len(found.changes) + len(found.spoke),
    )


def _found(visit: Visit, begins: datetime) -> Found:
    with visit.desk.alone() as orders:
        state = orders.engine.state
        return Found(
            begins,
            state.statistics.heard_first(begins),
            state.statistics.spoke(begins),
            state.statistics.approved(begins),
            state.statistics.reminded(Occasion.SILENCE.value, begins),
            state.statistics.states_at(begins),
            state.statistics.state_changes(begins),
            state.statistics.states_unknown(begins),
        )


def _shown(visit: Visit, name: str, figure: Figure, draw: _Draw, share: str = "") -> Shown:
    told = words(f"figure_{name}", visit.lang)
    return Shown(name, figure, draw(figure, told), share)


def _share(reminded: Figure) -> str:
    """How many of the reminders brought an answer, ``62 %``; '' where there were none."""
    answered, unanswered = reminded.totals
    every = answered + unanswered
    return f"{answered / every:.0%}" if every else ""


def _earned_drawn(visit: Visit, earned: Sequence[Earned]) -> Markup:
    speech = visit.desk.speech
    rows = [
        Share(speech.names_of(one.letter, visit.lang), one.approved, one.unedited) for one in earned
    ]
    return drawing.shares(rows, words("figure_earned", visit.lang))
