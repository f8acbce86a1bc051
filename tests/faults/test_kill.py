"""Killed between any two steps and started again: every mail handled once, every letter sent once.

`make torture` kills at many more steps than these, or at every one.
"""

from collections.abc import Iterator

import pytest

from tests.faults.promises import broken
from tests.faults.torture import REPLY, Rack, of_one_reply, rack, spread

_OF_THE_REPLY = 3
_ANYWHERE = 2


@pytest.fixture(scope="module")
def ready() -> Iterator[Rack]:
    with rack() as one:
        yield one


def test_left_alone_the_demo_case_keeps_every_promise(ready: Rack) -> None:
    assert broken(ready.usual, ready.usual) == []
    assert ready.usual.letters == ("upload_instructions", "data_received", "reminder", "closed")
    assert [case["status"] for case in ready.usual.told["cases"]] == ["closed"]


def test_killed_at_commits_and_words_while_one_reply_is_sent(ready: Rack) -> None:
    points = spread(of_one_reply(ready.usual.points), _OF_THE_REPLY)
    outcomes = list(ready.kill_at(points, REPLY + 1))

    assert all(one.killed for one in outcomes)
    assert [(str(one.point), one.broken) for one in outcomes if one.broken] == []


def test_killed_at_steps_drawn_from_the_whole_story(ready: Rack) -> None:
    outcomes = list(ready.kill_at(spread(ready.usual.points, _ANYWHERE)))

    assert all(one.killed for one in outcomes)
    assert [(str(one.point), one.broken) for one in outcomes if one.broken] == []


def test_killed_while_a_secret_is_sent_a_human_settles_it(ready: Rack) -> None:
    """The dot of the letter with the password: in doubt nobody but a human sends it again."""
    dots = [
        point
        for point in ready.usual.points
        if point.stage == 2
        and point.name.startswith(("before SMTP send dot", "after SMTP send dot"))
    ]
    outcomes = list(ready.kill_at([dots[0], dots[1]]))

    assert [(str(one.point), one.broken) for one in outcomes if one.broken] == []


def test_killed_while_a_reminder_is_sent_no_second_one_is_written(ready: Rack) -> None:
    reminder = [point for point in ready.usual.points if point.stage == 6]
    names = [point.name for point in reminder]
    after_the_dot = reminder[names.index("after SMTP send dot") + 2]

    (outcome,) = ready.kill_at([after_the_dot])

    assert outcome.broken == ()
