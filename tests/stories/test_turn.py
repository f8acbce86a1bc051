"""Whose turn it is: silence is counted only on the customer's side."""

from mailbot.desk.case.life import Status
from tests.stories.story import COLLEAGUE, CUSTOMER, ENGINEER, SECOND_LINE, Story


def asked_for_data() -> Story:
    """A case in which the engineer asked for data: the customer's turn."""
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("周先生，您好\n\n请收集并上传最新的full dump文件，谢谢。")
    return story


def test_uploaded_and_ten_days_pass_no_reminder() -> None:
    story = Story(sees_server=False)
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请收集并上传最新的系统日志，谢谢。")
    story.customer_writes("系统日志已经上传，请查收。")

    story.days_pass(10)

    assert story.case.status is Status.OPEN
    assert "reminder" not in story.sent


def test_a_week_of_silence_brings_a_reminder_that_names_what_is_missing() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请将安装的软件列表截图上传，谢谢。")

    story.days_pass(7.1)

    assert story.last.name == "reminder"
    assert story.last.mode == "sent"
    assert story.last.to == (CUSTOMER,)
    assert "软件列表" in story.last.text


def test_three_reminders_then_the_notice_then_closed() -> None:
    story = asked_for_data()

    story.days_pass(45)

    assert [one for one in story.sent if one != "case_opened"] == [
        "reminder", "reminder", "reminder", "closing_notice",
    ]  # fmt: skip
    assert story.case.status is Status.CLOSED


def test_a_reminder_is_announced_and_withdrawn_when_the_engineer_writes_first() -> None:
    story = asked_for_data()
    story.until("2026-03-09T09:00:00")
    assert story.case.clocks.announced_for is not None

    story.until("2026-03-09T09:40:00")
    story.engineer_writes("周先生，您好\n\n请问数据收集是否有进展？")
    story.until("2026-03-09T18:00:00")

    assert "reminder" not in story.sent
    assert story.case.clocks.announced_for is None


def test_told_by_telephone_is_as_good_as_a_mail() -> None:
    story = asked_for_data()
    story.days_pass(6)
    story.order.told(story.case.id, ENGINEER, "电话沟通")
    story.run()

    story.days_pass(6)

    assert "reminder" not in story.sent


def test_thanks_after_the_close_leaves_it_closed() -> None:
    story = asked_for_data()
    story.customer_writes("问题已经解决，可以关闭了，谢谢。")
    assert story.case.status is Status.CLOSED

    story.customer_writes("收到，谢谢！")

    assert story.case.status is Status.CLOSED


def test_anything_else_after_the_close_opens_it_again() -> None:
    story = asked_for_data()
    story.customer_writes("问题已经解决，可以关闭了。")

    story.customer_writes("今天早上服务器又蓝屏了。")

    assert story.case.status is Status.OPEN
    assert story.last.name.startswith("reopened")
    assert story.received[-1].opened == "again"


def test_a_colleague_stops_no_clock() -> None:
    story = asked_for_data()
    story.days_pass(6)
    story.colleague_writes("我们会尽快处理，谢谢大家。", to=f"{CUSTOMER}, {ENGINEER}")

    story.days_pass(1.1)

    assert "reminder" in story.sent


def test_on_our_turn_the_engineer_is_reminded_and_the_customer_is_not() -> None:
    story = Story()
    story.customer_writes("开启special pool有什么风险吗？")

    story.days_pass(10)

    assert "reminder" not in story.sent
    assert any(one.name.endswith("case_needs_you") for one in story.to_staff)


def test_after_five_days_the_lead_is_told_too() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.order.take(story.case.id, ENGINEER)
    story.days_pass(10)

    assert any(set(one.to) == {ENGINEER, "lead@support.example"} for one in story.to_staff)


def test_a_finished_upload_gives_the_turn_to_us() -> None:
    story = asked_for_data()
    story.days_pass(3)

    story.file_arrives("MEMORY.zip")

    assert story.case.status is Status.OPEN


def test_a_promised_date_moves_the_reminder_there() -> None:
    story = asked_for_data()
    story.customer_writes("dump要到3月20日才能给您。")

    story.until("2026-03-20T09:00:00")
    assert "reminder" not in story.sent
    story.days_pass(5)

    assert "reminder" in story.sent


def test_a_digit_answers_the_reminder_that_was_sent() -> None:
    story = asked_for_data()
    story.days_pass(7.1)
    assert "再出现" in story.last.text

    story.customer_writes("1")

    assert story.case.status is Status.OPEN
    assert "data_received" not in story.sent
    assert "nothing_arrived" not in story.sent


def test_a_digit_can_close_the_case() -> None:
    story = asked_for_data()
    story.days_pass(30)
    assert story.sent[-1] == "closing_notice"

    story.customer_writes("【1】")

    assert story.case.status is Status.CLOSED


def test_a_digit_with_a_date_moves_the_reminder() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请将安装的软件列表截图上传，谢谢。")
    story.days_pass(7.1)

    story.customer_writes("2，3月25日之后")
    story.until("2026-03-25T08:00:00")

    assert story.sent.count("reminder") == 1


def test_an_out_of_office_reply_changes_nothing() -> None:
    story = asked_for_data()
    before = story.case

    story.machine_writes("我正在休假，暂时无法回复邮件。", subject="自动回复: 服务器蓝屏")

    assert story.case.status is before.status
    assert story.case.talk.last_contact == before.talk.last_contact
    assert story.sent == ["case_opened"]


def test_the_second_line_gives_the_turn_back_to_us() -> None:
    story = asked_for_data()
    story.engineer_writes("Hi Li，案例需要升级处理，请协助。", to=SECOND_LINE)
    assert story.status == "escalated"

    story.second_line_writes("已收到，是驱动问题，请更新驱动。")

    assert story.case.status is Status.OPEN


def test_a_watch_ends_in_the_notice_and_the_close() -> None:
    story = asked_for_data()
    story.engineer_writes("周先生，您好\n\n我将继续观察此案例1周时间。")
    assert story.status == "watching"

    story.days_pass(20)

    assert story.sent[-1] == "closing_notice"
    assert story.case.status is Status.CLOSED


def test_a_colleague_is_no_engineer() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")

    story.colleague_writes("请上传full dump文件。")

    assert story.case.parties.engineer != COLLEAGUE
    assert story.case.status is Status.OPEN
