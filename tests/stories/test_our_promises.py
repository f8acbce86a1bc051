"""What our letters promise: shown, rung before it breaks, and never sent once the day is over."""

import pytest

from mailbot.desk.decisions import due
from mailbot.desk.decisions.due import DueKind
from mailbot.errors import OrderError
from tests.stories.story import ENGINEER, Story


def promised() -> Story:
    """On Monday at ten: "we get in touch by the end of Tuesday"."""
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次。")
    assert story.sent == ["case_opened"]
    return story


def test_the_day_we_named_is_a_due_date() -> None:
    story = promised()

    kinds = {one.kind: one.at for one in due.dates(story.case, story.engine.rules)}

    assert kinds[DueKind.ANSWER_PROMISED].isoformat() == "2026-03-03T16:00:00+08:00"


def test_it_rings_in_time_and_once_more_to_the_lead_when_it_is_over() -> None:
    story = promised()
    story.engineer_writes("请先看一下。", to="support@support.example", cc="")

    story.until("2026-03-03T16:10:00")
    told = [one for one in story.to_staff if "答应" in one.text]
    assert [one.to for one in told] == [(ENGINEER,)]

    story.until("2026-03-04T09:10:00")
    told = [one for one in story.to_staff if "答应" in one.text]
    assert "lead@support.example" in told[-1].to
    assert len(told) == 2


@pytest.mark.parametrize("how", ["mail", "telephone"])
def test_who_was_heard_keeps_the_promise(how: str) -> None:
    story = promised()

    if how == "mail":
        story.engineer_writes("周先生，您好\n\n我们正在分析。")
    else:
        story.order.told(story.case.id, ENGINEER, "电话沟通")
    story.days_pass(3)

    assert story.case.clocks.promised_answer is None
    assert not any("答应" in one.text for one in story.to_staff)


def waiting_closing_notice() -> Story:
    story = Story(config=Story.config + '[letters]\nclosing_notice = "approve"\n')
    story.customer_writes("服务器昨天蓝屏了两次。")
    story.engineer_writes("周先生，您好\n\n我将继续观察此案例3天时间。")
    story.days_pass(5)
    assert story.last.name == "closing_notice"
    return story


def test_a_draft_whose_day_is_over_is_written_anew_before_anybody_can_approve_it() -> None:
    story = waiting_closing_notice()
    old = story.last.text
    story.days_pass(10)

    with pytest.raises(OrderError, match="written anew"):
        story.order.approve(story.last.draft, ENGINEER)
    story.run()

    assert story.last.text != old
    story.order.approve(story.last.draft, ENGINEER)
    story.run()
    assert story.sent[-1] == "closing_notice"


def test_an_edited_draft_that_names_a_day_that_is_over_is_refused_and_its_text_kept() -> None:
    story = waiting_closing_notice()
    draft = story.last.draft
    story.order.edit(draft, ENGINEER, story.last.text.replace("周先生", "周老师"))
    story.days_pass(10)

    with pytest.raises(OrderError, match="name another day"):
        story.order.approve(draft, ENGINEER)

    story.order.edit(draft, ENGINEER, "周老师，您好！\n\n如无其他需要，我们近期关闭本案例。")
    story.order.approve(draft, ENGINEER)
    story.run()
    assert story.sent[-1] == "closing_notice"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("请问系统支持Windows Server 2025吗？", "支持的。"),
        ("Do you support Windows Server 2025?", "Yes, it is supported."),
    ],
)
def test_after_an_answer_the_reminder_asks_whether_it_settled_the_matter(
    asked: str, answer: str
) -> None:
    story = Story()
    story.customer_writes(asked)
    story.engineer_writes(answer)

    story.days_pass(9)

    assert story.last.name == "reminder"
    assert "上传" not in story.last.text
    assert "uploaded" not in story.last.text
    story.customer_writes("1")
    assert story.status == "closed"


def test_who_refused_is_asked_for_no_data_again() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请收集并上传最新的full dump文件，谢谢。")
    story.customer_writes("因涉及隐私，领导不同意提供full dump。")
    story.engineer_writes("好的，我们换一种方式继续分析。")

    story.days_pass(9)

    assert story.last.name == "reminder"
    assert "资料已经上传" not in story.last.text
    assert "不方便提供" not in story.last.text
