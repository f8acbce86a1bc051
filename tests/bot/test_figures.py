"""Figures as values: what counts, in which week, and what counts for nothing."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from mailbot.bot import figures
from mailbot.bot.figures import Answer, Earned, Figure, Series, Stay, WorkedHours
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.repositories.statistics import Approved, Heard, InState, Reminded, Spoke

ZONE = ZoneInfo("Asia/Shanghai")
HOLIDAY = date(2026, 3, 12)
CALENDAR = WorkCalendar(ZONE, time(9), time(18), off=frozenset({HOLIDAY}))
TODAY = date(2026, 3, 20)
WEEKS = figures.weeks_until(TODAY)
HOURS = WorkedHours(CALENDAR, WEEKS[0], TODAY)
LAST = len(WEEKS) - 1


def at(told: str) -> datetime:
    """``03-16 10:30``, at the desk."""
    return datetime.fromisoformat(f"2026-{told}").replace(tzinfo=ZONE)


NOW = at("03-20 12:00")


def values(figure: Figure, name: str) -> tuple[float | None, ...]:
    return next(one.values for one in figure.series if one.name == name)


def test_the_last_week_is_the_one_that_runs() -> None:
    assert WEEKS[-1] == date(2026, 3, 16)
    assert WEEKS[0] == date(2025, 12, 29)
    assert figures.days_until(TODAY)[0] == date(2026, 2, 19)


@pytest.mark.parametrize(
    ("start", "end", "worked"),
    [
        ("03-16 10:00", "03-16 12:30", 2.5),
        ("03-16 17:00", "03-17 10:00", 2),
        ("03-13 17:00", "03-16 10:00", 2),  # over a weekend
        ("03-11 17:00", "03-13 10:00", 2),  # over a holiday
        ("03-14 10:00", "03-15 10:00", 0),
        ("03-16 20:00", "03-16 23:00", 0),
        ("03-16 07:00", "03-16 09:30", 0.5),
    ],
)
def test_only_working_hours_count(start: str, end: str, worked: float) -> None:
    assert HOURS.at(at(end)) - HOURS.at(at(start)) == pytest.approx(worked)


def test_the_first_answer_counts_in_the_week_of_the_first_mail() -> None:
    heard = [
        Heard("C-1", at("03-09 10:00")), Heard("C-2", at("03-16 10:00")),
        Heard("C-3", at("03-16 10:00")), Heard("C-4", at("03-16 10:00")),
    ]  # fmt: skip
    anything = [
        Answer("C-1", at("03-16 09:00")), Answer("C-2", at("03-16 09:00")),
        Answer("C-2", at("03-16 14:00")), Answer("C-2", at("03-16 11:00")),
        Answer("C-3", at("03-16 13:00")), Answer("C-9", at("03-16 10:01")),
    ]  # fmt: skip

    figure = figures.first_answers(heard, anything, [], WEEKS, HOURS)

    assert values(figure, "any_answer")[-2:] == (35, 2)
    assert set(values(figure, "persons_answer")) == {None}
    assert figure.days == WEEKS


def test_a_letter_to_our_own_people_answers_nobody() -> None:
    spoke = [
        Spoke("C-1", NOW, ("case_needs_you",)), Spoke("C-2", NOW, ()),
        Spoke("C-3", NOW, ("reminder", "answer")),
    ]  # fmt: skip
    approved = [Approved("C-3", NOW, ("answer",), False), Approved("C-4", NOW, ("packet",), False)]

    letters = ("answer", "reminder")
    assert [one.case_id for one in figures.to_customers(spoke, letters)] == ["C-2", "C-3"]
    persons = figures.by_a_person(spoke, approved, letters)
    assert [one.case_id for one in persons] == ["C-2", "C-3"]


def test_a_case_is_in_one_state_until_the_next() -> None:
    begins = at("03-01 00:00")
    changes = [
        InState("C-1", at("03-02 10:00"), "waiting"), InState("C-2", at("03-03 10:00"), "open"),
        InState("C-2", at("03-04 10:00"), "closed"), InState("C-2", at("03-05 10:00"), "open"),
    ]  # fmt: skip

    assert figures.stays({"C-1": "open"}, changes, begins) == [
        Stay("open", begins, at("03-02 10:00")),
        Stay("waiting", at("03-02 10:00"), None),
        Stay("open", at("03-03 10:00"), at("03-04 10:00")),
        Stay("open", at("03-05 10:00"), None),
    ]


def test_the_hours_of_a_long_wait_fall_into_their_weeks() -> None:
    found = [
        Stay("open", at("03-13 16:00"), at("03-16 10:00")),
        Stay("waiting", at("03-20 09:00"), None),
        Stay("escalated", at("03-16 09:00"), None),
    ]

    figure = figures.waits(found, WEEKS, HOURS, NOW)

    assert values(figure, "on_us")[-2:] == (2, 1)
    assert values(figure, "on_them")[-2:] == (None, 3)
    assert figure.totals == (3, 3)


@pytest.mark.parametrize(
    ("sent", "answered", "counts"),
    [
        ("03-09 10:00", "03-11 10:00", (1, 0)),
        ("03-09 10:00", "03-16 10:00", (1, 0)),
        ("03-09 10:00", "03-16 10:01", (0, 1)),
        ("03-09 10:00", None, (0, 1)),
        ("03-16 10:00", "03-17 10:00", (0, 0)),  # its week is not over yet
    ],
)
def test_a_reminder_has_seven_days_to_bring_an_answer(
    sent: str, answered: str | None, counts: tuple[int, int]
) -> None:
    one = Reminded(at(sent), at(answered) if answered else None)

    assert figures.reminders([one], WEEKS, HOURS, NOW).totals == counts


def test_letters_are_ranked_by_their_yeses() -> None:
    approved = [
        Approved("C-1", NOW, ("answer",), True), Approved("C-2", NOW, ("receipt", "answer"), False),
        Approved("C-3", NOW, ("reminder",), True),
    ]  # fmt: skip

    assert figures.earned(approved) == (
        Earned("answer", 2, 1), Earned("receipt", 1, 1), Earned("reminder", 1, 0),
    )  # fmt: skip


def test_a_day_counts_the_cases_as_it_ends() -> None:
    found = [
        Stay("open", at("03-18 10:00"), at("03-19 10:00")),
        Stay("waiting", at("03-19 10:00"), NOW),
        Stay("watching", NOW, None),
    ]

    figure = figures.states(found, figures.days_until(TODAY), NOW)

    assert values(figure, "open")[-3:] == (1, 0, 0)
    assert values(figure, "waiting")[-3:] == (0, 1, 0)
    assert values(figure, "watching")[-3:] == (0, 0, 1)
    assert not figure.is_empty


def test_nothing_counted_is_an_empty_figure() -> None:
    assert Figure((TODAY,), (Series("open", (0,)), Series("waiting", (None,)))).is_empty
