"""Each guard is needed: without it a story ends otherwise."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mailbot.bot.outbound.outbox import Outbox
from mailbot.bot.wiring.rules import read_guards
from mailbot.desk.case.rulebook import Departure, Guard
from mailbot.reasons import Reason
from tests.guards.table import rows
from tests.guards.tales import (
    FINAL,
    FORGED,
    STORIES,
    after_a_letter,
    approve,
    bounces,
    data_comes,
    unverified,
)
from tests.stories.story import CUSTOMER, ENGINEER, Story


def lets_through(leaving: Departure) -> Reason | None:
    del leaving
    return None


def without(*names: str) -> tuple[Guard, ...]:
    """The shipped guards, of which these say nothing."""
    return tuple(
        replace(guard, veto=lets_through) if guard.name in names else guard
        for guard in read_guards()
    )


def take_away(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    guards = without(*names)
    monkeypatch.setattr("mailbot.bot.wiring.rules.read_guards", lambda: guards)


def leaves(story: Story, letter: str) -> bool:
    return story.letter(letter).mode == "sent"


def test_there_is_a_story_of_every_guard_of_the_table() -> None:
    told = {tell.__name__ for tell, _, _ in STORIES}

    assert told == {row.guard for row in rows()}
    assert told <= {guard.name for guard in read_guards()}


@pytest.mark.parametrize(("tell", "letter", "beside"), STORIES)
def test_with_the_guard_the_letter_is_held_and_the_guard_is_named(
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[], Story],
    letter: str,
    beside: tuple[str, ...],
) -> None:
    take_away(monkeypatch, *beside)
    story = tell()

    assert not leaves(story, letter)
    assert any(why.startswith(f"{tell.__name__}: ") for why in story.letter(letter).withheld)


@pytest.mark.parametrize(("tell", "letter", "beside"), STORIES)
def test_without_the_guard_the_letter_leaves(
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[], Story],
    letter: str,
    beside: tuple[str, ...],
) -> None:
    take_away(monkeypatch, tell.__name__, *beside)

    assert leaves(tell(), letter)


@pytest.mark.parametrize(("tell", "letter"), [row[:2] for row in FINAL])
def test_a_yes_does_not_overrule_a_final_guard_and_the_engineer_is_told(
    tell: Callable[[], Story], letter: str
) -> None:
    story = tell()

    assert story.letter(letter).draft in [draft.id for draft in story.case.drafts]
    assert any("not even with a yes" in str(need.what) for need in story.case.holds.needs)


@pytest.mark.parametrize(("tell", "letter"), [row[:2] for row in FINAL])
def test_right_before_sending_a_final_guard_stops_what_was_approved_before_it_knew(
    monkeypatch: pytest.MonkeyPatch, tell: Callable[[], Story], letter: str
) -> None:
    """The desk writes and approves without the guard; only the outbox knows it."""
    rules = replace(Story().engine.rules, guards=read_guards())
    take_away(monkeypatch, tell.__name__)
    monkeypatch.setattr(
        "mailbot.bot.wiring.assembly.Outbox", lambda **parts: Outbox(**{**parts, "rules": rules})
    )
    story = tell()

    assert not leaves(story, letter)
    assert any("was stopped" in str(need.what) for need in story.case.holds.needs)


def test_what_bounces_after_the_yes_is_stopped_right_before_it_is_sent() -> None:
    story, letter = after_a_letter()
    data_comes(story, stamp=FORGED)
    story.engine.state.notes.pause()
    approve(story, "data_received")
    bounces(story, letter)

    story.engine.state.notes.resume()
    story.run()

    assert "data_received" not in story.sent
    assert story.letter("data_received").withheld == (f"bounced: mail to {CUSTOMER} came back",)


def test_a_yes_overrules_a_guard_that_is_not_final() -> None:
    story = unverified()

    approve(story, "data_received")

    assert leaves(story, "data_received")


def test_whose_mail_came_back_gets_no_copy_and_the_others_are_answered() -> None:
    story, letter = after_a_letter()
    bounces(story, letter)
    story.customer_writes("也请联系王工。", cc="wang@partner.example")
    story.engineer_writes("请王工上传日志。", to="wang@partner.example")

    data_comes(story, sender="wang@partner.example", cc=CUSTOMER)

    assert leaves(story, "data_received")
    mail = story.mail_of(story.letter("data_received"))
    assert [one.email for one in mail.to] == ["wang@partner.example"]
    assert [one.email for one in mail.cc] == [ENGINEER]
