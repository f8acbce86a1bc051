"""A mail nobody here understood costs a look of ours, never a reminder to its writer."""

from datetime import timedelta

import pytest

from mailbot.desk.case.life import Status
from tests.stories.story import ENGINEER, Story

_ANSWERS = [
    "Hi Lin,\n\nit is 4.2.1-b7.",
    "Yes.",
    "No, nothing.",
    "Thursday at two suits me.",
    "The blue one in the second rack.",
    "不是，后来自己加的两条。",
    "是的。",
    "型号是 R740，一共三台。",
    "Ja, seit gestern.",
    "いいえ、二台目だけです。",
]


def asked_something() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("周先生，您好\n\n请问内存是出厂自带的吗？存储控制器的固件版本是多少？")
    return story


@pytest.mark.parametrize("answer", _ANSWERS)
def test_an_answer_in_words_of_ones_own_is_our_turn(answer: str) -> None:
    story = asked_something()

    story.customer_writes(answer)
    story.days_pass(45)

    assert story.case.status is Status.OPEN
    assert "reminder" not in story.sent
    assert "closing_notice" not in story.sent


def test_the_engineer_is_told_and_reminded_and_then_the_lead() -> None:
    story = asked_something()

    story.customer_writes("是的。")
    told_at_once = [one.name for one in story.to_staff]
    story.days_pass(10)

    assert "case_needs_you" in told_at_once
    assert any("lead@support.example" in one.to for one in story.to_staff)


@pytest.mark.parametrize("answer", ["Yes.", "那两条内存是后来加的。"])
def test_it_ends_a_watch_and_a_closing(answer: str) -> None:
    watching, closing = asked_something(), asked_something()
    watching.engineer_writes("周先生，您好\n\n我将继续观察此案例1周时间。")
    closing.engineer_writes("周先生，您好\n\n如无其他问题，本案例将于三天后关闭。")
    assert (watching.status, closing.status) == ("watching", "closing")

    for story in (watching, closing):
        story.customer_writes(answer)
        story.days_pass(20)

        assert story.case.status is Status.OPEN
        assert "closing_notice" not in story.sent


def test_what_comes_after_it_gives_the_turn_away_only_once_a_person_has_looked() -> None:
    story = asked_something()
    story.customer_writes("第二个机柜里蓝色的那台。")
    story.customer_writes("日志还没有，下周再发给您。")
    story.days_pass(20)
    assert "reminder" not in story.sent

    story.engineer_writes("周先生，您好\n\n好的，请下周上传日志。")
    story.days_pass(8)

    assert "reminder" in story.sent


@pytest.mark.parametrize("answer", ["谢谢！", "Thanks, got it.", "好的，收到。"])
def test_thanks_alone_leave_the_turn_where_it_was(answer: str) -> None:
    story = asked_something()

    story.customer_writes(answer)
    story.days_pass(8)

    assert "reminder" in story.sent


def test_an_order_to_watch_is_a_look() -> None:
    story = asked_something()
    story.customer_writes("第二个机柜里蓝色的那台。")

    story.order.watch(story.case.id, ENGINEER, timedelta(days=7))
    story.days_pass(9)

    assert "closing_notice" in story.sent
