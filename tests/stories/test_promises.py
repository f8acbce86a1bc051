"""What somebody said he would do by a day is a date of its own: kept, moved or broken."""

from mailbot.desk.case import Outcome
from tests.stories.story import Story


def asked_for_a_dump() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.hours_pass(1)
    story.engineer_writes("周先生，您好！请上传 full dump 文件和安装的软件列表截图，谢谢。")
    story.hours_pass(1)
    return story


def outcomes(story: Story) -> list[Outcome]:
    return [one.outcome for one in story.case.promises]


def test_a_promise_has_its_words_its_day_and_who_made_it() -> None:
    story = asked_for_a_dump()
    story.customer_writes("full dump 周五之前上传给您。")

    (promise,) = story.case.promises
    assert promise.by == "zhou@partner.example"
    assert "full dump 周五之前上传" in promise.words
    assert promise.until.isoformat() == "2026-03-06T18:00:00+08:00"
    assert promise.items == ("full_dump",)


def test_a_broken_one_is_named_in_the_reminder() -> None:
    story = asked_for_a_dump()
    story.customer_writes("full dump 周五之前上传给您。")
    story.until("2026-03-06T17:00:00")
    assert outcomes(story) == [Outcome.OPEN]
    assert "reminder" not in story.sent

    story.until("2026-03-10T12:00:00")

    assert outcomes(story) == [Outcome.BROKEN]
    assert "您之前提到预计3月6日可以提供" in story.letter("reminder").text


def test_in_english_too() -> None:
    story = Story()
    story.customer_writes("Our server hung twice yesterday, please help us to find out why.")
    story.hours_pass(1)
    story.engineer_writes("Dear Zhou, please upload the full dump. Thank you.")
    story.hours_pass(1)
    story.customer_writes("I will send the full dump by Friday, the machine is in production.")

    story.until("2026-03-10T12:00:00")

    assert "by 6 March." in story.letter("reminder").text


def test_the_file_keeps_it() -> None:
    story = asked_for_a_dump()
    story.customer_writes("full dump 周五之前上传给您。")
    story.hours_pass(5)
    story.customer_writes("full dump 已经传到 ftp 上了，请查收。", file="memory_full.dmp")

    assert outcomes(story) == [Outcome.KEPT]


def test_a_question_keeps_nothing() -> None:
    story = asked_for_a_dump()
    story.customer_writes("full dump 周五之前上传给您。")
    story.hours_pass(5)
    story.customer_writes("请问 full dump 大概会有多大？")

    assert outcomes(story) == [Outcome.OPEN]


def test_a_new_day_for_the_same_thing_moves_it() -> None:
    story = asked_for_a_dump()
    story.customer_writes("full dump 周五之前上传给您。")
    story.days_pass(2)
    story.customer_writes("不好意思，full dump 要到 3月12日才能上传。")

    assert outcomes(story) == [Outcome.MOVED, Outcome.OPEN]
    story.until("2026-03-11T12:00:00")
    assert "reminder" not in story.sent


def test_two_things_by_two_days_are_two_promises() -> None:
    story = asked_for_a_dump()
    story.customer_writes("软件列表截图我明天发给您。full dump 要到下周三才能上传。")

    assert [one.until.day for one in story.case.promises] == [3, 11]


def test_what_an_engineer_promised_is_told_to_him_when_its_day_is_over() -> None:
    story = asked_for_a_dump()
    story.customer_writes("full dump 已经传到 ftp 上了。", file="memory_full.dmp")
    story.hours_pass(1)
    story.engineer_writes("收到，分析结果我会在周四之前回复您。")
    assert outcomes(story) == [Outcome.OPEN]

    story.until("2026-03-06T10:00:00")

    assert outcomes(story) == [Outcome.BROKEN]
    assert any("您答应客户的事项已到约定时间" in one.text for one in story.to_staff)


def test_an_engineers_answer_keeps_his() -> None:
    story = asked_for_a_dump()
    story.engineer_writes("分析结果我会在周四之前回复您。")
    story.days_pass(1)
    story.engineer_writes("分析已经完成：是网卡驱动的问题，请升级驱动。")

    assert outcomes(story) == [Outcome.KEPT]
    story.until("2026-03-06T10:00:00")
    assert not any("您答应客户的事项" in one.text for one in story.to_staff)


def test_a_closed_case_waits_for_no_promise() -> None:
    story = asked_for_a_dump()
    story.customer_writes("full dump 周五之前上传给您。")
    story.hours_pass(3)
    story.customer_writes("问题已经解决了，可以关闭案例。")

    assert story.status == "closed"
    assert Outcome.OPEN not in outcomes(story)


def test_what_a_customer_tells_fills_the_fact_sheet_with_its_source() -> None:
    story = Story()
    story.customer_writes("服务器又蓝屏了，错误代码 0x0000007E，系统版本：Windows Server 2019。")

    facts = {fact.name: fact for fact in story.case.facts}
    assert facts["error_code"].value == "0x0000007E"
    assert facts["error_code"].by == "zhou@partner.example"
    assert facts["error_code"].at == story.received[0].mail.at
    assert "2019" in facts["system_version"].value
