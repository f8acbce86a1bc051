"""Mails that an older version filed: shown and found by the pages after a while."""

from mailbot.bot.inbound.keeping import catch_up, kept_or_read
from mailbot.desk.case.filed_by import FiledBy
from tests.store.connection import connection
from tests.stories.story import Story


def older() -> Story:
    """A story whose mails were filed by a version that kept none of them."""
    story = Story()
    for number in range(5):
        story.customer_writes(f"服务器蓝屏第{number}次。")
    connection(story.engine.state).write("DELETE FROM kept_mail")
    return story


def test_they_are_kept_a_few_at_a_time_until_all_are() -> None:
    story = older()
    state, mailroom = story.engine.state, story.engine.mailroom

    counts = [catch_up(mailroom, state, 2) for _ in range(5)]

    assert counts == [2, 2, 1, 0, 0]
    assert [one.mail_id for one in state.search.mails("第4次", 9)] == [5]


def test_one_that_is_looked_at_before_is_read_then() -> None:
    story = older()
    state, mailroom = story.engine.state, story.engine.mailroom

    kept = kept_or_read(mailroom, state, 3, FiledBy.SUBJECT)

    assert kept is not None
    assert "第2次" in kept.pieces[0].text
    assert state.conversations.mail(3) == kept
