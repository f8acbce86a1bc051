"""Figures are counted again when something worth seeing has happened."""

from datetime import timedelta

import pytest

from mailbot.bot.figures import Figure
from mailbot.console.counted import Counted, LastCounted
from tests.stories.story import MONDAY

NONE = Figure((), ())


@pytest.mark.parametrize(
    ("entries", "grown", "hours", "counted"),
    [
        (50, 0, 0, 1),
        (50, 1, 0, 2),  # a young desk shows each event
        (5_000, 5, 0, 1),
        (5_000, 6, 0, 2),
        (5_000, 0, 1, 2),
        (5_000, 0, 14, 2),
    ],
)
def test_figures_are_counted_anew_when_the_journals_grew_or_an_hour_is_over(
    entries: int, grown: int, hours: int, counted: int
) -> None:
    calls: list[int] = []

    def count() -> Counted:
        calls.append(1)
        return Counted(NONE, NONE, NONE, NONE, (), False, entries)

    last = LastCounted()
    last.figures(MONDAY, 7, count)
    last.figures(MONDAY + timedelta(hours=hours), 7 + grown, count)

    assert len(calls) == counted
