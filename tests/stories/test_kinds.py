"""A machine is answered by nobody; a person who sounds like one is not left alone."""

from mailbot.desk.people.role import Role
from mailbot.mail.message import Kind
from mailbot.mail.parse import parse
from tests.stories.story import Story

AWAY = "您好，我正在休假，8月5日返岗，期间邮件无法及时回复，急事请联系李工 li@partner.example。"


def test_what_only_sounds_like_a_machine_and_answers_nothing_of_ours_opens_a_case() -> None:
    raw = f"From: a@partner.example\r\nSubject: x\r\n\r\n{AWAY}".encode()
    assert parse(raw).kind is Kind.AUTO_REPLY
    story = Story()

    story.customer_writes(AWAY, subject="休假期间的联系人")

    assert len(story.cases) == 1


def test_the_same_words_in_an_answer_to_us_are_an_automatic_reply() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    before = len(story.letters)

    story.customer_writes(AWAY, subject="回复：服务器蓝屏")

    assert len(story.cases) == 1
    assert len(story.letters) == before
    assert story.received[-1].mail.role is Role.MACHINE


def test_one_of_us_who_sounds_like_a_machine_is_believed() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")

    story.colleague_writes("您好，您的邮件已收到并登记，工程师会尽快处理和回复，请耐心等待。")

    assert story.received[-1].mail.role is Role.STAFF
