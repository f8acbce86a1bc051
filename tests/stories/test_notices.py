"""Whom a waiting draft is shown, and when again: who is asked, who stands in, the lead."""

from datetime import timedelta

import pytest

from mailbot.bot.morning import print_list
from mailbot.store.presences import Presence
from tests.stories.story import CUSTOMER, ENGINEER, Letter, Story
from tests.stories.test_approved_by_mail import TWO, wants_login

CHEN = "chen@support.example"
LEAD = "lead@support.example"


def notices(story: Story) -> list[Letter]:
    """The letters to our people that show a waiting draft."""
    return [one for one in story.to_staff if "draft_waiting" in one.name and one.mode == "sent"]


def readers(story: Story) -> list[tuple[str, ...]]:
    return [one.to for one in notices(story)]


def with_stand_in(*, away: bool) -> Story:
    story = wants_login(TWO)
    since = story.now if away else None
    story.engine.state.keep_presence(Presence(ENGINEER, CHEN, since))
    return story


def test_a_draft_nobody_approves_goes_from_its_engineer_to_the_stand_in_to_the_lead() -> None:
    story = with_stand_in(away=False)
    story.days_pass(14)
    assert readers(story) == [(ENGINEER,), (ENGINEER,), (CHEN,), (LEAD,)]
    first, again, stand_in, lead = (one.at for one in notices(story))
    assert again - first == timedelta(hours=2)
    assert stand_in - first == timedelta(hours=4)
    assert f"{story.engine.rules.calendar.local(lead):%a %H:%M}" == "Tue 09:00"


def test_without_a_stand_in_the_engineer_is_reminded_again() -> None:
    story = wants_login(TWO)
    story.days_pass(14)
    assert readers(story) == [(ENGINEER,), (ENGINEER,), (ENGINEER,), (LEAD,)]


def test_who_stands_in_is_asked_at_once_while_the_engineer_is_away() -> None:
    story = with_stand_in(away=True)
    story.customer_writes("请问这次蓝屏的原因是什么？另外需要多久？", name="周敏")
    assert readers(story)[-1] == (CHEN,)
    heard = story.engineer_answers("ok", story.notice, sender=CHEN)
    assert "nothing was done" not in heard.text or "gap" in heard.text


def test_the_yes_of_who_stands_in_counts() -> None:
    story = with_stand_in(away=True)
    story.days_pass(0.1)
    assert readers(story)[-1] == (CHEN,)
    assert "leaves now" in story.engineer_answers("ok", story.notice, sender=CHEN).text


def test_with_nobody_to_stand_in_the_lead_hears_it() -> None:
    story = wants_login(TWO)
    story.engine.state.keep_presence(Presence(ENGINEER, "", story.now))
    story.customer_writes("请问这次蓝屏的原因是什么？", name="周敏")
    assert readers(story)[-1] == (LEAD, ENGINEER)


def test_who_presses_is_told_at_once_to_the_lead_too_and_the_draft_to_the_engineer_alone() -> None:
    story = wants_login(TWO)
    story.customer_writes("你们太慢了，我要投诉！请问什么时候给我 sftp 账号？", name="周敏")
    told = [one for one in story.to_staff if one.at == story.now]
    assert (LEAD,) in [one.to for one in told if "case_needs_you" in one.name] or any(
        LEAD in one.to for one in told
    )
    assert all(one.to == (ENGINEER,) for one in told if "draft_waiting" in one.name)


@pytest.mark.parametrize("away", [True, False])
def test_the_morning_list_is_for_who_stands_in_too(away: bool) -> None:
    story = with_stand_in(away=away)
    story.until("2026-03-03T08:45:00")
    before = len(story.channel.sent)
    print_list(story.engine)
    story.run()
    lists = [one for one in story.channel.sent[before:] if "sheet-" in one.message_id]
    assert {to for one in lists for to in one.recipients if to != CUSTOMER} >= {ENGINEER}
    assert any(CHEN in one.recipients for one in lists) is away
