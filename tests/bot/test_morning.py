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
    assert story.case.clocks.announced_for is not None


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


def test_the_list_names_what_was_promised_and_the_last_letters_of_closed_cases() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次。")
    story.customer_writes(
        "打印机的问题已经解决，可以关闭了。",
        subject="打印机",
        threaded="no",
        sender="he@other.example",
    )
    closed = [one for one in story.cases if one.status.value == "closed"]
    drafts = [draft.id for case in closed for draft in case.drafts]
    assert drafts

    story.until("2026-03-03T08:45:00")
    print_list(story.engine)
    story.engine.outbox.deliver(story.engine.handle)

    mails = [message_from_bytes(one.raw, policy=policy.default) for one in story.channel.sent]
    bodies = [part.get_content() for mail in mails if (part := mail.get_body(("plain",)))]
    (told,) = [str(text) for text in bodies if "答应客户" in str(text)]
    assert all(draft in told for draft in drafts)


def test_the_list_names_what_the_customer_promised_for_today_and_what_did_not_come() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请收集并上传最新的full dump文件，谢谢。")
    story.customer_writes("dump要到3月10日才能给您。")

    story.until("2026-03-10T08:45:00")
    assert "客户约定2026年3月10日：dump要到3月10日才能给您。" in listed(story)
    story.order.hold(story.case.id, ENGINEER)
    story.until("2026-03-12T08:45:00")
    assert "客户约定2026年3月10日提供，至今未到" in listed(story)


def listed(story: Story) -> str:
    """The lists of this morning, as they are mailed."""
    before = len(story.channel.sent)
    print_list(story.engine)
    story.engine.outbox.deliver(story.engine.handle)
    mails = [message_from_bytes(one.raw, policy=policy.default) for one in story.channel.sent]
    bodies = [mail.get_body(("plain",)) for mail in mails[before:]]
    return "".join(str(body.get_content()) for body in bodies if body is not None)
