"""The week's figures go to the lead once a week, on its first working day."""

from email import message_from_bytes, policy

from mailbot.bot.weekly import send_figures
from tests.stories.story import CONFIG, ENGINEER, Story

LEAD = "lead@support.example"
ENGLISH = CONFIG.replace("notify =", 'language = "en"\nnotify =')


def two_weeks(config: str = ENGLISH) -> Story:
    """One case in the first week; in the second two, one of them closed after a yes."""
    story = Story(config=config)
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。", subject="服务器蓝屏")
    story.engineer_writes("周先生，您好\n\n请收集并上传最新的系统日志，谢谢。")
    story.until("2026-03-10T10:00:00")
    for number in (1, 2):
        story.customer_writes(
            "打印服务器蓝屏了，请提供 sftp 账号。", subject=f"打印服务器 {number}",
            threaded="no", sender=f"wu@partner{number}.example",
        )  # fmt: skip
    story.hours_pass(2)
    story.order.approve("C-2/1", ENGINEER)
    story.run()
    story.order.close("C-3", ENGINEER)
    return story


def letters(story: Story) -> list[str]:
    """The weekly letters that left to the lead."""
    story.engine.outbox.deliver(story.engine.handle)
    mails = (message_from_bytes(one.raw, policy=policy.default) for one in story.channel.sent)
    weekly = (one for one in mails if LEAD in str(one["To"]) and "week-" in str(one["Message-ID"]))
    bodies = (one.get_body(("plain",)) for one in weekly)
    return [str(one.get_content()) for one in bodies if one is not None]


def test_the_lead_gets_last_week_beside_the_week_before() -> None:
    story = two_weeks()
    story.until("2026-03-16T08:45:00")

    send_figures(story.engine)

    (text,) = letters(story)
    assert "- cases begun: 2 (the week before: 1)" in text
    assert "- cases closed: 1 (the week before: 0)" in text
    assert "- letters with a yes: 1 (the week before: 0)" in text
    assert "- of these unchanged: 1 (the week before: 0)" in text
    assert "median: 2.0 (the week before: 0.0)" in text


def test_it_is_sent_once_a_week_and_only_on_its_first_working_day() -> None:
    story = two_weeks()
    for day in ("14", "15", "16", "16", "17", "18"):
        story.until(f"2026-03-{day}T08:46:00")
        send_figures(story.engine)
    assert len(letters(story)) == 1


def test_after_a_holiday_it_is_the_next_working_day() -> None:
    story = two_weeks(ENGLISH + '[calendar]\ndays_off = ["2026-03-16"]\n')
    story.until("2026-03-16T08:45:00")
    send_figures(story.engine)
    assert letters(story) == []
    story.until("2026-03-17T08:45:00")
    send_figures(story.engine)
    assert len(letters(story)) == 1


def test_a_week_in_which_nothing_happened_is_not_told() -> None:
    story = Story(config=ENGLISH)
    story.until("2026-03-16T08:45:00")
    send_figures(story.engine)
    assert letters(story) == []


def test_in_chinese_it_reads_as_well() -> None:
    story = two_weeks(CONFIG)
    story.until("2026-03-16T08:45:00")
    send_figures(story.engine)
    assert "- 新案例：2（前一周：1）" in letters(story)[0]
