"""A notice that left by mail is told by chat too: its case and a link, and no customer's word."""

import pytest
from structlog.testing import capture_logs

from mailbot.channels.chat import AppriseChat
from tests.servers.chat import TOKEN, ChatServer
from tests.stories.story import CONFIG, ENGINEER, Story
from tests.stories.test_approved_by_mail import ENGLISH
from tests.stories.test_notices import LEAD, shown_to_lin

PAGES = '[notices]\nlink = "https://desk.example"\n'
CASE = "https://desk.example/cases/C-1"


def wants_login(server: ChatServer, config: str, reader: str = ENGINEER) -> Story:
    """Lin's customer wants to upload: a letter waits for Lin's yes."""
    story = Story(config=config, chat=AppriseChat({reader: server.url}))
    story.customer_writes("我们的服务器今天蓝屏了，请协助分析。", name="周敏", subject="核心库宕机")
    story.engineer_writes("周先生，您好：\n\n请提供完整转储文件。", subject="Re: 核心库宕机")
    story.customer_writes(
        "好的，怎么上传？麻烦给个 sftp 账号。", name="周敏", subject="Re: 核心库宕机"
    )
    return story


def told(story: Story, server: ChatServer) -> list[str]:
    """What was said by chat, once all of it has left."""
    story.chat.close()
    return server.said


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (ENGLISH + PAGES, f"C-1: a letter waits for your yes. {CASE}"),
        (CONFIG + PAGES, f"C-1：有一封信等您确认。 {CASE}"),
        (CONFIG, "C-1：有一封信等您确认。 mailbot case C-1"),
    ],
)
def test_a_letter_that_waits_is_told_in_the_desk_s_language(
    chat_server: ChatServer, config: str, said: str
) -> None:
    assert told(wants_login(chat_server, config), chat_server)[-1] == said


def test_no_word_of_the_customer_is_told(chat_server: ChatServer) -> None:
    assert told(wants_login(chat_server, ENGLISH + PAGES), chat_server)
    for body in (one.encode().decode("unicode_escape") for one in chat_server.posted):
        for word in ("周敏", "核心库", "宕机", "蓝屏", "上传", "zhou", "partner", "sftp"):
            assert word not in body


def test_a_case_that_needs_a_person_is_told_to_the_lead(chat_server: ChatServer) -> None:
    story = wants_login(chat_server, ENGLISH + PAGES, LEAD)
    story.customer_writes("你们太慢了，我要投诉！", name="周敏", subject="Re: 核心库宕机")
    assert told(story, chat_server)[-1] == f"C-1: needs you. {CASE}"


def test_who_has_no_chat_hears_by_mail_alone(chat_server: ChatServer) -> None:
    story = wants_login(chat_server, ENGLISH, "xu@support.example")
    assert told(story, chat_server) == []
    assert shown_to_lin(story) == ["[Your yes] C-1 核心库宕机"]


def test_a_chat_that_fails_holds_no_letter_back_and_is_not_tried_again(
    chat_server: ChatServer,
) -> None:
    chat_server.answer = 500
    with capture_logs() as lines:
        story = wants_login(chat_server, ENGLISH)
        story.run()
        told(story, chat_server)
    assert shown_to_lin(story) == ["[Your yes] C-1 核心库宕机"]
    failed = [one for one in lines if one["event"] == "chat.failed"]
    assert len(failed) == len(chat_server.posted) > 0
    assert TOKEN not in str(lines)


def test_what_is_told_together_by_mail_is_told_together_by_chat(chat_server: ChatServer) -> None:
    story = Story(
        config=ENGLISH + PAGES, bundled=True, chat=AppriseChat({ENGINEER: chat_server.url})
    )
    for number in (1, 2, 3, 4):
        customer, subject = f"zhou@partner{number}.example", f"服务器蓝屏 {number}"
        how = {"sender": customer, "subject": subject}
        story.until(f"2026-03-02T11:0{number}:00")
        story.customer_writes("我们的服务器蓝屏了，请协助分析。", **how, threaded="no")
        story.engineer_writes(
            "您好：\n\n请提供完整转储文件。", to=customer, subject=f"Re: {subject}"
        )
        story.customer_writes("好的，怎么上传？麻烦给个 sftp 账号。", **how)
    story.until("2026-03-02T11:40:00")
    story.run()
    said = [one for one in told(story, chat_server) if "wait" in one]
    assert said == [
        f"C-1: a letter waits for your yes. {CASE}",
        "3 letters wait for your yes: C-2, C-3, C-4. https://desk.example/",
    ]
