"""The calendar: hours, holidays, and weekend days on which China works."""

from datetime import datetime, timedelta

import pytest

from mailbot.bot.wiring.rules import work_calendar
from mailbot.config import Calendar

CALENDAR = work_calendar(Calendar())


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param("2020-05-08", True, id="a friday"),
        pytest.param("2020-05-09", True, id="a saturday made up for"),
        pytest.param("2020-05-10", False, id="a sunday"),
        pytest.param("2020-05-05", False, id="a tuesday off"),
        pytest.param("2020-06-28", True, id="a sunday made up for"),
        pytest.param("2020-06-25", False, id="dragon boat festival"),
        pytest.param("2020-06-24", True, id="the day before it"),
    ],
)
def test_working_days_follow_the_statutory_calendar(day: str, works: bool) -> None:
    assert CALENDAR.is_working_day(at(f"{day}T12:00").date()) is works


@pytest.mark.parametrize(
    ("moment", "next_one"),
    [
        ("2020-05-18T10:00", "2020-05-18T10:00"),
        ("2020-05-18T08:00", "2020-05-18T09:00"),
        ("2020-05-18T18:00", "2020-05-19T09:00"),
        ("2020-05-16T11:36", "2020-05-18T09:00"),
        ("2020-05-09T11:36", "2020-05-09T11:36"),
        ("2020-04-30T18:30", "2020-05-06T09:00"),
    ],
)
def test_what_comes_outside_hours_counts_from_the_next_working_moment(
    moment: str, next_one: str
) -> None:
    assert CALENDAR.next_working_moment(at(moment)) == at(next_one)


@pytest.mark.parametrize(
    ("moment", "hours", "later"),
    [
        ("2020-04-28T18:23", 2, "2020-04-29T11:00"),
        ("2020-06-01T14:42", 4, "2020-06-02T09:42"),
        ("2020-06-01T09:00", 4, "2020-06-01T13:00"),
        ("2020-06-01T09:00", 9, "2020-06-01T18:00"),
        ("2020-06-01T09:00", 20, "2020-06-03T11:00"),
    ],
)
def test_hours_are_working_hours(moment: str, hours: int, later: str) -> None:
    assert CALENDAR.add_hours(at(moment), timedelta(hours=hours)) == at(later)


def test_days_are_working_days() -> None:
    assert CALENDAR.add_days(at("2020-04-29T09:00"), 2) == at("2020-05-06T09:00")
    assert CALENDAR.add_days(at("2020-05-08T10:05"), 2) == at("2020-05-11T10:05")


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2020-07-01T10:36", "2020-07-04T10:36", 2),
        ("2020-07-03T10:36", "2020-07-06T10:36", 0),
        ("2020-05-08T10:36", "2020-05-11T10:36", 1),
    ],
)
def test_only_whole_working_days_between_count(start: str, end: str, days: int) -> None:
    assert CALENDAR.whole_days_between(at(start), at(end)) == days


def test_a_close_has_a_whole_working_day_in_it() -> None:
    after = CALENDAR.after_whole_days(at("2020-07-03T10:36"), at("2020-07-06T10:36"), 1)

    assert after == at("2020-07-07T10:36")


def test_a_list_covers_ten_to_ten_on_the_next_working_day() -> None:
    friday = at("2020-05-15T08:45").date()

    assert CALENDAR.list_window(friday) == (at("2020-05-15T10:00"), at("2020-05-18T10:00"))


def test_the_next_list_is_strictly_later_and_on_a_working_day() -> None:
    assert CALENDAR.next_list(at("2020-05-15T08:44")) == at("2020-05-15T08:45")
    assert CALENDAR.next_list(at("2020-05-15T08:45")) == at("2020-05-18T08:45")


def test_own_days_win_over_the_national_ones() -> None:
    mended = work_calendar(Calendar(days_off=("2020-05-09",), make_up_days=("2020-05-05",)))

    assert not mended.is_working_day(at("2020-05-09T12:00").date())
    assert mended.is_working_day(at("2020-05-05T12:00").date())
