"""What `make bench` says of growth: a planted pattern that grows too fast is caught."""

import re
from io import StringIO

import pytest
from rich.console import Console

from tests.bench.growth import Cost, Row, dearest, growths, show
from tests.bench.yardstick import _counts
from tests.hostile.worst import MOST_GROWTH, Found, asked, calmest

STEPS = 1e-6


class Counted:
    """A reader whose steps are counted, so that no clock is asked."""

    def __init__(self, power: int) -> None:
        self.power = power
        self.steps = 0

    def read(self, text: str) -> None:
        self.steps = len(text) ** self.power

    def cost(self, look: object, text: str) -> float:
        self.read(text)
        return self.steps * STEPS


@pytest.mark.parametrize(("power", "is_caught"), [(1, False), (2, True), (3, True)])
def test_what_grows_faster_than_its_text_is_caught(power: int, is_caught: bool) -> None:
    counted = Counted(power)

    worst = calmest(counted.read, ["a"], counted.cost)

    assert (worst.growth > MOST_GROWTH) is is_caught


def test_a_planted_pattern_is_caught_and_named() -> None:
    slow = "|".join(rf"\s+{letter}" for letter in "abcdef$")  # given up after its first look
    planted = Found("planted", re.compile(slow), is_anchored=False)
    out = StringIO()

    # what is looked for ends the text, and this text ends otherwise
    rows = list(growths({planted.name: (lambda text: asked(planted)(text + "."), [" "])}))
    code = show(Console(file=out, width=100), "planted", rows)

    assert code == 1
    assert "planted" in out.getvalue()


def test_a_text_that_costs_too_much_is_caught() -> None:
    assert dearest(Cost("planted", 0.1, [_counts])).is_over


@pytest.mark.parametrize(("ratio", "code"), [(6.0, 0), (6.1, 1)])
def test_only_what_is_over_its_limit_ends_with_one(ratio: float, code: int) -> None:
    out = Console(file=StringIO())

    assert show(out, "", [Row("fine", "a", 1, 6), Row("one", "b", ratio, 6)]) == code
