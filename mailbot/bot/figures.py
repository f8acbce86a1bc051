"""Figures over time as plain values: what was counted, week by week or day by day."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from mailbot.desk.case.life import Status
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.repositories.statistics import Approved, Heard, InState, Reminded, Spoke

WEEKS, DAYS = 12, 30
STATES = (Status.OPEN, Status.WAITING, Status.ESCALATED, Status.WATCHING, Status.CLOSING)
TIME_TO_ANSWER = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of value, with a name that the pages word; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Values over days: each day stands for itself, or for the week that begins with it."""

    days: tuple[date, ...]
    series: tuple[Series, ...]

    @property
    def is_empty(self) -> bool:
        return not any(value for one in self.series for value in one.values)

    @property
    def totals(self) -> tuple[float, ...]:
        """The sum of each series."""
        return tuple(sum(filter(None, one.values)) for one in self.series)


@dataclass(frozen=True, slots=True)
class Earned:
    """How often a kind of letter got its yes, and how often without a change."""

    letter: str
    approved: int
    unedited: int


@dataclass(frozen=True, slots=True)
class Stay:
    """A case was in this state from one moment to another; without an end it still is."""

    state: str
    start: datetime
    end: datetime | None


class Answer(NamedTuple):
    """Something of ours that reached the customer of a case."""

    case_id: str
    at: datetime


class WorkedHours:
    """Working hours since the midnight before ``first``, for every moment until ``last`` ends."""

    def __init__(self, calendar: WorkCalendar, first: date, last: date) -> None:
        self._calendar, self._first = calendar, first
        self._starts = _hour_of(calendar.starts)
        length = _hour_of(calendar.ends) - self._starts
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        worked = (length * calendar.is_working_day(day) for day in days)
        self._before = list(accumulate(worked, initial=0.0))

    def at(self, moment: datetime) -> float:
        here = self._calendar.local(moment)
        day = (here.date() - self._first).days
        if not 0 <= day < len(self._before) - 1:
            return self.before(here.date())
        whole = self._before[day + 1] - self._before[day]
        return self._before[day] + min(max(_hour_of(here) - self._starts, 0), whole)

    def before(self, day: date) -> float:
        """The hours until that day begins."""
        number = min(max((day - self._first).days, 0), len(self._before) - 1)
        return self._before[number]

    def week_of(self, moment: datetime, weeks: Sequence[date]) -> int:
        """In which of these weeks it lies."""
        return max(bisect_right(weeks, self._calendar.local(moment).date()) - 1, 0)


def weeks_until(today: date) -> tuple[date, ...]:
    """The Mondays of the last weeks, this week's last."""
    monday = today - timedelta(days=today.weekday())
    return tuple(monday - timedelta(weeks=n) for n in reversed(range(WEEKS)))


def days_until(today: date) -> tuple[date, ...]:
    return tuple(today - timedelta(days=n) for n in reversed(range(DAYS)))


def first_answers(
    heard: Iterable[Heard],
    anything: Iterable[Answer],
    persons: Iterable[Answer],
    weeks: Sequence[date],
    hours: WorkedHours,
) -> Figure:
    """The median time until a case's first answer, by the week of its first mail.

    A case without an answer counts in no median.
    """
    begun = {one.case_id: one.at for one in heard}
    series = []
    for name, answers in (("any_answer", anything), ("persons_answer", persons)):
        waited: dict[int, list[float]] = defaultdict(list)
        for case_id, at in _earliest(answers, begun).items():
            week = hours.week_of(begun[case_id], weeks)
            waited[week].append(hours.at(at) - hours.at(begun[case_id]))
        series.append(Series(name, tuple(_median(waited[n]) for n in range(len(weeks)))))
    return Figure(tuple(weeks), tuple(series))


def to_customers(spoke: Iterable[Spoke], letters: Iterable[str]) -> list[Answer]:
    """What reached a customer; ``letters`` are those that are for customers."""
    names = frozenset(letters)
    told = (one for one in spoke if not one.letters or not names.isdisjoint(one.letters))
    return [Answer(one.case_id, one.at) for one in told]


def by_a_person(
    spoke: Iterable[Spoke], approved: Iterable[Approved], letters: Iterable[str]
) -> list[Answer]:
    """An engineer's mails to customers, and their yeses to letters for customers."""
    names = frozenset(letters)
    mails = [Answer(one.case_id, one.at) for one in spoke if not one.letters]
    yeses = (one for one in approved if not names.isdisjoint(one.letters))
    return mails + [Answer(one.case_id, one.at) for one in yeses]


def stays(standing: Mapping[str, str], changes: Iterable[InState], begins: datetime) -> list[Stay]:
    """From when to when each case was in which state, since ``begins``."""
    told: dict[str, list[tuple[str, datetime]]] = defaultdict(list)
    for case_id, state in standing.items():
        told[case_id].append((state, begins))
    for change in changes:
        told[change.case_id].append((change.state, change.at))
    found = []
    for entered in told.values():
        ends = [*(at for _, at in entered[1:]), None]
        found += [
            Stay(state, start, end) for (state, start), end in zip(entered, ends, strict=True)
        ]
    return [one for one in found if one.state != Status.CLOSED]


def waits(
    found: Iterable[Stay], weeks: Sequence[date], hours: WorkedHours, now: datetime
) -> Figure:
    """The working hours that cases waited on us and on their customers, by week."""
    edges = [*map(hours.before, weeks), float("inf")]
    sums = {Status.OPEN.value: [0.0] * len(weeks), Status.WAITING.value: [0.0] * len(weeks)}
    for stay in found:
        if stay.state in sums:
            start, end = hours.at(stay.start), hours.at(stay.end or now)
            for week in range(max(bisect_right(edges, start) - 1, 0), bisect_left(edges, end)):
                sums[stay.state][week] += min(end, edges[week + 1]) - max(start, edges[week])
    series = (
        Series(name, tuple(value or None for value in one))
        for name, one in zip(("on_us", "on_them"), sums.values(), strict=True)
    )
    return Figure(tuple(weeks), tuple(series))


def reminders(
    found: Iterable[Reminded], weeks: Sequence[date], hours: WorkedHours, now: datetime
) -> Figure:
    """The reminders that brought an answer in time, and those that did not, by their week.

    One whose time to be answered is not over yet counts for nothing.
    """
    counts = {"answered": [0] * len(weeks), "unanswered": [0] * len(weeks)}
    for one in found:
        if one.at + TIME_TO_ANSWER <= now:
            in_time = one.answered is not None and one.answered - one.at <= TIME_TO_ANSWER
            name = "answered" if in_time else "unanswered"
            counts[name][hours.week_of(one.at, weeks)] += 1
    return Figure(
        tuple(weeks), tuple(Series(name, tuple(one)) for name, one in counts.items())
    )  # fmt: skip


def earned(approved: Iterable[Approved]) -> tuple[Earned, ...]:
    """Each kind of letter with its yeses, those that got most first."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in approved:
        for letter in one.letters:
            counts[letter][0] += 1
            counts[letter][1] += not one.edited
    ranked = sorted(counts.items(), key=lambda item: (-item[1][0], -item[1][1], item[0]))
    return tuple(Earned(letter, *both) for letter, both in ranked)


def states(found: Iterable[Stay], days: Sequence[date], now: datetime) -> Figure:
    """How many cases stood in each state when each day ended; today, how many do now."""
    midnights = (datetime.combine(day + _DAY, time(), now.tzinfo) for day in days[:-1])
    # in the store's own zone: moments of one zone are compared much faster
    ends = [at.astimezone(UTC) for at in (*midnights, now)]
    counts = {state.value: [0] * len(days) for state in STATES}
    for stay in (one for one in found if one.end is None or one.end > ends[0]):
        last = len(ends) if stay.end is None else bisect_left(ends, stay.end)
        for day in range(bisect_left(ends, stay.start), last):
            counts[stay.state][day] += 1
    return Figure(
        tuple(days), tuple(Series(name, tuple(one)) for name, one in counts.items())
    )  # fmt: skip


def _earliest(answers: Iterable[Answer], begun: Mapping[str, datetime]) -> dict[str, datetime]:
    """The first answer of each case that began; what we said before that answers nothing."""
    first: dict[str, datetime] = {}
    for case_id, at in answers:
        if case_id in begun and at >= begun[case_id]:
            first[case_id] = min(at, first.get(case_id, at))
    return first


def _median(values: Sequence[float]) -> float | None:
    return median(values) if values else None


def _hour_of(at: time | datetime) -> float:
    return at.hour + at.minute / 60 + at.second / 3600
