"""The morning's list: one letter to each engineer, on working days, once a day."""

from email import message_from_bytes, policy

from mailbot.bot.morning import print_list
from tests.stories.story import ENGINEER, Story


def desk_with_a_reminder_today() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("周先生，您好\n\n请收集并上传最新的系统日志，谢谢。")
    story.until("2026-03-09T08:45:00")
    return story


def lists(story: Story) -> list[str]:
    story.engine.outbox.deliver(story.engine.handle)
    mails = [message_from_bytes(one.raw, policy=policy.default) for one in story.channel.sent]
    bodies = [
        (mail["To"], part.get_content())
        for mail in mails
        if (part := mail.get_body(("plain",))) is not None
    ]
    return [str(text) for to, text in bodies if ENGINEER in to and "mailbot hold" in text]


def test_an_engineer_is_told_what_leaves_by_itself_today_and_how_to_hold_it() -> None:
    story = desk_with_a_reminder_today()

    print_list(story.engine)

    (told,) = lists(story)
    assert "C-1" in told
    assert "mailbot hold C-1" in told
    assert story.case.announced_for is not None


def test_a_list_is_sent_once_a_day() -> None:
    story = desk_with_a_reminder_today()

    print_list(story.engine)
    print_list(story.engine)

    assert len(lists(story)) == 1


def test_nothing_is_listed_on_a_day_off() -> None:
    story = desk_with_a_reminder_today()
    story.clock.set(story.clock.now().replace(day=8))

    print_list(story.engine)

    assert lists(story) == []


def test_a_held_case_reminds_nobody() -> None:
    story = desk_with_a_reminder_today()
    story.order.hold(story.case.id, ENGINEER)

    story.until("2026-03-10T18:00:00")

    assert "reminder" not in story.sent
    assert story.letter("reminder").mode == "draft"
