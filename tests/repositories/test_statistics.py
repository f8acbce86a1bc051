"""What the store tells of the past: since a moment, by the journal."""

from datetime import timedelta

from mailbot.repositories.statistics import Approved, InState
from tests.console.stories import wants_a_login
from tests.store.connection import connection
from tests.stories.story import ENGINEER, MONDAY, Story

LONG_AGO = MONDAY - timedelta(days=1)


def answered_reminder() -> Story:
    """A login that was approved; a reminder that brought an answer after two days."""
    story = wants_a_login()
    story.order.approve("C-1/1", ENGINEER)
    story.run()
    story.days_pass(12)
    story.customer_writes("抱歉，昨天出差，日志下周给您。", subject="存储告警")
    return story


class TestStatistics:
    def test_a_case_changes_its_state_with_the_journal(self) -> None:
        story = answered_reminder()

        changes = story.engine.state.statistics.state_changes(LONG_AGO)

        assert changes[0] == InState("C-1", MONDAY, "open")
        assert changes[1].state == "waiting"
        assert changes[-1].state == story.status
        assert not story.engine.state.statistics.states_unknown(LONG_AGO)

    def test_a_state_holds_until_the_next_change(self) -> None:
        state = answered_reminder().engine.state

        assert state.statistics.states_at(LONG_AGO) == {}
        assert state.statistics.states_at(MONDAY + timedelta(days=3)) == {"C-1": "waiting"}

    def test_a_closed_case_stands_in_no_state(self) -> None:
        story = answered_reminder()
        story.order.close("C-1", ENGINEER)

        assert story.engine.state.statistics.states_at(story.now + timedelta(days=1)) == {}

    def test_a_case_is_first_heard_of_once(self) -> None:
        state = answered_reminder().engine.state

        assert [(one.case_id, one.at) for one in state.statistics.heard_first(LONG_AGO)] == [
            ("C-1", MONDAY)
        ]
        assert state.statistics.heard_first(MONDAY + timedelta(days=5)) == []

    def test_letters_and_an_engineer_s_mails_are_what_we_said(self) -> None:
        story = answered_reminder()
        story.engineer_writes("请收集并上传最新的full dump文件，谢谢。", subject="存储告警")
        story.engineer_writes("内部讨论", to="xu@support.example", subject="存储告警")

        told = [one.letters for one in story.engine.state.statistics.spoke(LONG_AGO)]

        assert ("upload_instructions",) in told
        assert told.count(()) == 1

    def test_a_reminder_knows_when_its_customer_next_wrote(self) -> None:
        story = answered_reminder()

        (one,) = story.engine.state.statistics.reminded("reminder", LONG_AGO)

        assert one.answered == story.now
        assert one.at < story.now

    def test_a_letter_approved_as_written_is_unedited(self) -> None:
        state = answered_reminder().engine.state

        assert state.statistics.approved(LONG_AGO) == [
            Approved("C-1", MONDAY, ("upload_instructions",), False)
        ]

    def test_a_letter_changed_before_its_yes_is_edited(self) -> None:
        story = wants_a_login()
        draft, written = story.case.drafts[0], story.engine.state.draft_texts.written("C-1/1")
        assert written is not None
        story.order.edit(draft.id, ENGINEER, f"{written.text}\n另附说明。")
        story.order.approve("C-1/1", ENGINEER)
        story.run()

        assert [one.edited for one in story.engine.state.statistics.approved(LONG_AGO)] == [True]


def test_an_entry_without_a_state_is_said_to_be_unknown() -> None:
    state = answered_reminder().engine.state
    connection(state).write("UPDATE journal SET status = '' WHERE status = 'open'")

    assert state.statistics.states_unknown(LONG_AGO)
    assert state.statistics.state_changes(LONG_AGO)[0].state == "waiting"
