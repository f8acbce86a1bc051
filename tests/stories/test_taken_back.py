"""A yes that is taken back, and the orders that only pages give."""

from datetime import timedelta

import pytest

from mailbot.desk.case.draft import DraftState
from mailbot.desk.case.life import Status
from mailbot.errors import OrderError
from tests.stories.story import ENGINEER, Story

TEN = timedelta(seconds=10)


def wants_a_login() -> Story:
    story = Story()
    story.customer_writes("日志已经准备好，请提供sftp账号。")
    return story


def test_a_yes_waits_for_as_long_as_it_can_be_taken_back() -> None:
    story = wants_a_login()
    story.order.approve("C-1/1", ENGINEER, undo=TEN)
    story.run()
    assert story.sent == []

    story.clock.advance(TEN)
    story.run()

    assert story.sent == ["upload_instructions"]


def test_what_was_taken_back_can_be_approved_again_and_leaves_once() -> None:
    story = wants_a_login()
    story.order.approve("C-1/1", ENGINEER, undo=TEN)
    story.order.take_back("C-1/1", ENGINEER)
    assert story.case.drafts[0].state is DraftState.WAITING

    story.order.approve("C-1/1", ENGINEER)
    story.run()
    story.run()

    assert story.sent == ["upload_instructions"]
    with pytest.raises(OrderError, match="does not wait any more"):
        story.order.take_back("C-1/1", ENGINEER)


def test_a_yes_that_was_never_given_is_not_taken_back() -> None:
    with pytest.raises(OrderError, match="has left"):
        wants_a_login().order.take_back("C-1/1", ENGINEER)


def test_a_customer_who_writes_while_a_yes_waits_is_not_answered_past_each_other() -> None:
    story = wants_a_login()
    story.order.approve("C-1/1", ENGINEER, undo=TEN)
    story.customer_writes("不用账号了，我用附件发。", file="System.evtx")

    story.clock.advance(TEN)
    story.run()

    assert story.sent.count("upload_instructions") <= 1


def test_a_case_waits_until_a_day() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    until = story.now + timedelta(days=20)
    story.order.wait("C-1", ENGINEER, until)

    story.days_pass(15)

    assert story.case.status is Status.WAITING
    assert "reminder" not in story.sent
    with pytest.raises(OrderError, match="is over"):
        story.order.wait("C-1", ENGINEER, story.now - timedelta(days=1))


def test_a_case_is_handed_over_with_a_packet() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")

    story.order.hand_over("C-1", ENGINEER)

    assert any("escalation_packet" in draft.letters for draft in story.case.drafts)


def test_a_note_leaves_to_nobody() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.order.note("C-1", ENGINEER, "领导盯着这个客户")
    story.order.hand_over("C-1", ENGINEER)
    story.days_pass(3)

    entries = story.engine.state.cases.journal("C-1")
    assert any("领导盯着" in str(reason) for entry in entries for reason in entry.because)
    assert not any("领导盯着" in one.text for one in (*story.letters, *story.to_staff))
