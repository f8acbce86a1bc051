"""The week's figures, by mail to the lead: last week beside the week before."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mailbot.bot import figures
from mailbot.bot.engine import Engine
from mailbot.bot.figures import WorkedHours
from mailbot.bot.outbound.internal_letter import weekly_figures
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content
from mailbot.desk.case.life import Status
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.reasons import Reason
from mailbot.weekly_kinds import Weekly

_WEEK = timedelta(weeks=1)
_MOST_CASES = 5
_NONE = "–"


def send_figures(engine: Engine) -> None:
    """On the first working day of a week, to each of the lead; none after a week without a case."""
    today = engine.rules.calendar.local(engine.clock.now()).date()
    monday = today - timedelta(days=today.weekday())
    if not engine.rules.notify or not _is_first_working_day(engine, monday, today):
        return
    lines = _lines(engine, monday)
    if not lines:
        return
    for reader in engine.rules.notify:
        _queue(engine, monday, reader, lines)


def _is_first_working_day(engine: Engine, monday: date, today: date) -> bool:
    days = (monday + timedelta(days=n) for n in range(7))
    return next(filter(engine.rules.calendar.is_working_day, days), None) == today


def _queue(engine: Engine, monday: date, reader: str, lines: tuple[Reason, ...]) -> None:
    now, content = engine.clock.now(), Content(notes=lines)
    sheet = new_draft((Occasion.WEEK_OVER,), Audience.STAFF, (reader,), now, content)
    nobody = Case(id="", title="", opened=now)
    written = engine.scribe.letters.write(replace(sheet, lang=engine.rules.lang), nobody, {})
    engine.outbox.queue_internal(weekly_figures(monday, reader), written, now)


def _lines(engine: Engine, monday: date) -> tuple[Reason, ...]:
    """The figures of the two weeks before this Monday; nothing where nothing happened."""
    weeks = (monday - 2 * _WEEK, monday - _WEEK, monday)
    begins = datetime.combine(weeks[0], time(), engine.rules.calendar.zone)
    state, counted = engine.state, _Counted(engine, weeks)
    approved, heard = state.statistics.approved(begins), state.statistics.heard_first(begins)
    changes = state.statistics.state_changes(begins)
    closed = [one.at for one in changes if one.state == Status.CLOSED]
    reminded = state.statistics.reminded(Occasion.SILENCE.value, begins)
    moments = (*closed, *(one.at for one in heard), *(one.at for one in approved))
    if not counted.weeks_of(moments)[1]:
        return ()
    return (
        counted.line(Weekly.BEGUN, (one.at for one in heard)),
        counted.line(Weekly.CLOSED, closed),
        _first_answer(engine, weeks, begins),
        counted.line(Weekly.APPROVED, (one.at for one in approved)),
        counted.line(Weekly.UNCHANGED, (one.at for one in approved if not one.edited)),
        counted.line(Weekly.REMINDERS, (one.at for one in reminded)),
        *_waiting_longest(engine),
    )


class _Counted:
    """Counts moments by their week."""

    def __init__(self, engine: Engine, weeks: Sequence[date]) -> None:
        self._weeks = weeks
        self._local: Callable[[datetime], datetime] = engine.rules.calendar.local

    def weeks_of(self, moments: Iterable[datetime]) -> list[int]:
        """How many lie in each week."""
        counts = [0] * len(self._weeks)
        for at in moments:
            day = self._local(at).date()
            week = sum(one <= day for one in self._weeks) - 1
            if week >= 0:
                counts[week] += 1
        return counts

    def line(self, kind: Weekly, moments: Iterable[datetime]) -> Reason:
        before, last, _ = self.weeks_of(moments)
        return kind(count=last, before=before)


def _first_answer(engine: Engine, weeks: Sequence[date], begins: datetime) -> Reason:
    """What reached the customer first, whoever sent it."""
    state, specs = engine.state, engine.rules.letters.values()
    letters = [one.name for one in specs if one.audience is Audience.CUSTOMER]
    told = figures.to_customers(state.statistics.spoke(begins), letters)
    hours = WorkedHours(engine.rules.calendar, weeks[0], weeks[-1])
    found = figures.first_answers(state.statistics.heard_first(begins), told, (), weeks, hours)
    before, last, _ = found.series[0].values
    return Weekly.FIRST_ANSWER(count=_hours(last), before=_hours(before))


def _hours(value: float | None) -> str:
    return _NONE if value is None else f"{value:.1f}"


def _waiting_longest(engine: Engine) -> Iterator[Reason]:
    ours = [one for one in engine.state.case_lists.open() if one.status is Status.OPEN]
    local = engine.rules.calendar.local
    for case in sorted(ours, key=_since)[:_MOST_CASES]:
        day = local(_since(case)).date().isoformat()
        yield Weekly.WAITS_FOR_US(name=f"{case.id} {case.title}", day=day)


def _since(case: Case) -> datetime:
    return case.talk.last_said or case.clocks.owed_since or case.opened
