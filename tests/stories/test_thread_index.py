"""Exchange's Thread-Index names a conversation, but templates and resent mails share it."""

from mailbot.ports import Arrival, Position
from tests.stories.story import Story

_INDEX = "AdpCEQV3AAECAwQFBgcICQoLDA0ODw=="
_MAIL = (
    "Authentication-Results: mx.support.example; dmarc=pass header.from={domain}\r\n"
    "From: {sender}@{domain}\r\nTo: support@support.example\r\nSubject: {subject}\r\n"
    "Message-ID: <{n}@{domain}>\r\nThread-Index: {index}\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
)


def arrive(story: Story, sender: str, subject: str, text: str) -> None:
    story.mails += 1
    name, _, domain = sender.partition("@")
    raw = _MAIL.format(
        domain=domain, sender=name, subject=subject, n=story.mails, index=_INDEX, text=text
    )
    position = Position("past", 1, story.mails)
    story.arrivals.append(Arrival(position, raw.encode(), story.now, f"{story.mails}.eml"))
    story.run()


def test_two_organisations_that_share_it_have_two_cases() -> None:
    story = Story()

    arrive(story, "ming@harbor.example", "Scan report", "Our scan shows two red findings.")
    arrive(story, "ada@northwind.example", "Scan report", "Our scan does not start at all.")

    assert len(story.cases) == 2


def test_two_people_of_a_public_provider_that_share_it_have_two_cases() -> None:
    story = Story()

    arrive(story, "ming@163.com", "扫描报告", "扫描结果有两个红色问题，请看一下。")
    arrive(story, "ada@163.com", "扫描报告", "扫描程序根本启动不了。")

    assert len(story.cases) == 2


def test_a_colleague_of_the_customer_goes_on_in_the_same_case() -> None:
    story = Story()

    arrive(story, "ming@harbor.example", "Scan report", "Our scan shows two red findings.")
    arrive(story, "lei@harbor.example", "RE: Scan report", "It shows three by now.")

    assert len(story.cases) == 1
