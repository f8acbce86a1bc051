"""Customers who don't press reply: a fresh mail that belongs to their only open case."""

import pytest

from tests.stories.story import CUSTOMER, Story

STRANGER = "he@other.example"


def waiting(asked: str = "请收集并上传最新的full dump文件，谢谢。") -> Story:
    story = Story()
    story.customer_writes("服务器 SRV-DB-02 昨天蓝屏了两次，请协助分析。", name="Zhou Min")
    story.engineer_writes(f"周先生，您好\n\n{asked}", name="Lin Wei")
    return story


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Dump uploaded", "Hello Lin,\n\nthe memory dump is on your server now."),
        ("上传完成", "full dump文件已经上传，请查收。"),
        ("dump", "抱歉，full dump还没有抓到，下周再发给您。"),
        ("关于dump", "因涉及隐私，领导不同意提供full dump。"),
        ("SRV-DB-02", "SRV-DB-02 今天早上又蓝屏了一次。"),
        ("已恢复", "问题已经解决，可以关闭案例了，谢谢。"),
        ("步骤结果", "按您说的步骤操作后，还是蓝屏。"),
    ],
)
def test_what_the_case_waits_for_or_names_belongs_to_it(subject: str, text: str) -> None:
    story = waiting()

    story.customer_writes(text, subject=subject, threaded="no")
    story.days_pass(6)

    assert len(story.cases) == 1
    assert "reminder" not in story.sent


def test_an_attached_file_that_answers_nothing_belongs_to_the_case_that_waits() -> None:
    story = waiting()

    story.customer_writes("见附件。", subject="文件", threaded="no", file="MEMORY.zip")

    assert len(story.cases) == 1


@pytest.mark.parametrize(
    ("subject", "text", "sender"),
    [
        ("打印机故障", "打印机昨天开始无法打印，请协助。", CUSTOMER),
        ("新需求", "请问你们支持Windows Server 2025吗？", CUSTOMER),
        ("Dump uploaded", "Hello Lin,\n\nthe memory dump is on your server now.", STRANGER),
        ("VPN", "SRV-VPN-07 连不上，请处理。", CUSTOMER),
    ],
)
def test_another_matter_or_another_person_gets_a_case_of_their_own(
    subject: str, text: str, sender: str
) -> None:
    story = waiting()

    story.customer_writes(text, subject=subject, sender=sender, threaded="no")

    assert len(story.cases) == 2


def test_of_two_open_cases_neither_is_taken() -> None:
    story = waiting()
    story.customer_writes("打印机昨天开始无法打印。", subject="打印机故障", threaded="no")

    story.customer_writes("full dump文件已经上传，请查收。", subject="上传完成", threaded="no")

    assert len(story.cases) == 3
