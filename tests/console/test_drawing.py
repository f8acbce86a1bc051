"""Figures as SVG: what it draws, where, and that nobody's words become markup."""

from collections.abc import Callable
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from mailbot.bot.figures import Figure, Series
from mailbot.console import drawing
from mailbot.console.drawing import Share

DAYS = tuple(date(2026, 3, 2) + timedelta(weeks=n) for n in range(12))
Draw = Callable[[Figure, str], str]
EVERY = pytest.mark.parametrize(
    "draw", [drawing.bars_beside, drawing.bars_stacked, drawing.areas], ids=lambda one: one.__name__
)


def figure(*rows: tuple[float | None, ...]) -> Figure:
    series = (
        Series(f"s{number}", row + (None,) * (12 - len(row))) for number, row in enumerate(rows)
    )
    return Figure(DAYS, tuple(series))


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


def bars(svg: str, name: str) -> list[ET.Element]:
    return [one for one in parsed(svg).iter("rect") if one.get("class") == f"bar {name}"]


def number(one: ET.Element, name: str) -> float:
    return float(one.get(name, ""))


@EVERY
def test_a_figure_says_what_it_is_and_carries_no_style(draw: Draw) -> None:
    svg = draw(figure((1, 2, 3)), 'A & "B" <script>')

    sheet = parsed(svg)
    assert sheet.get("role") == "img"
    assert sheet.get("aria-label") == 'A & "B" <script>'
    assert "<script" not in svg
    assert "style=" not in svg


@EVERY
def test_everything_lies_on_the_sheet(draw: Draw) -> None:
    svg = draw(figure((0, 2.5, 1000, 999), (7, None, 3)), "x")

    for one in parsed(svg).iter("rect"):
        assert 0 <= number(one, "x") <= number(one, "x") + number(one, "width") <= 300
        assert 0 <= number(one, "y") <= number(one, "y") + number(one, "height") <= 170
    for one in parsed(svg).iter("polygon"):
        for point in one.get("points", "").split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= 300
            assert 0 <= y <= 170


@EVERY
def test_nothing_counted_draws_its_axes_alone(draw: Draw) -> None:
    svg = draw(figure((None,), (None,)), "x")

    assert not list(parsed(svg).iter("rect"))
    assert not list(parsed(svg).iter("polygon"))
    assert len(list(parsed(svg).iter("line"))) == 3


def test_bars_are_as_high_as_their_values() -> None:
    svg = drawing.bars_beside(figure((2, 4, None, 0)), "x")

    two, four, nothing = bars(svg, "s0")
    assert number(four, "height") == pytest.approx(2 * number(two, "height"), abs=0.1)
    assert 0 < number(nothing, "height") < 2
    assert "".join(four.itertext()) == "03-09: 4"


def test_stacked_bars_stand_on_each_other() -> None:
    svg = drawing.bars_stacked(figure((2,), (4,)), "x")

    (low,), (high,) = bars(svg, "s0"), bars(svg, "s1")
    assert number(high, "y") + number(high, "height") == pytest.approx(number(low, "y"), abs=0.1)


def test_areas_lie_on_each_other() -> None:
    svg = drawing.areas(figure((1, 1), (2, 2)), "x")

    low, high = (one.get("points", "").split() for one in parsed(svg).iter("polygon"))
    assert low[:12] == high[:11:-1]


def test_a_part_is_filled_of_its_whole() -> None:
    svg = drawing.shares([Share("答复 & <b>", 8, 4), Share("reminder", 4, 0)], "x")

    (part,) = bars(svg, "part")
    assert number(part, "width") == 150
    assert len(bars(svg, "rest")) == 2
    assert [one.text for one in parsed(svg).iter("text")] == [
        "答复 & <b>", "4/8", "reminder", "0/4",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("most", "top"),
    [(0, 2), (1, 2), (2, 2), (3, 4), (5, 6), (7, 10), (10, 10), (11, 20), (999, 1000)],
)
def test_the_top_halves_well(most: float, top: float) -> None:
    assert drawing.round_top(most) == top


@pytest.mark.parametrize(
    ("value", "told"), [(0, "0"), (0.54, "0.5"), (4.0, "4"), (12.6, "13"), (1234.5, "1234")]
)
def test_numbers_are_short(value: float, told: str) -> None:
    assert drawing.number_of(value) == told
