"""Mail that nobody here can read: the engineer is told, nothing is thanked for or reminded of."""

from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from mailbot.mail.message import Protection
from mailbot.mail.parse import parse
from mailbot.ports import Arrival, Position
from tests.stories.story import CUSTOMER, DESK, Story

_PURVIEW = (
    "Zhou Min (zhou@partner.example) has sent you a protected message.\n\n"
    "Read the message: https://outlook.office365.example/Encryption/retrieve.ashx?id=77\n"
)


def shielded(text: str, name: str, media_type: str, answers: str) -> EmailMessage:
    message = EmailMessage()
    message["Authentication-Results"] = "mx.support.example; dmarc=pass header.from=partner.example"
    message["From"], message["To"] = CUSTOMER, DESK
    message["Subject"], message["Message-ID"] = "Re: 服务器蓝屏", "<shielded@partner.example>"
    message["In-Reply-To"] = f"<{answers}>"
    message.set_content(text)
    if name:
        main, _, sub = media_type.partition("/")
        message.add_attachment(b"\x00" * 4_000, maintype=main, subtype=sub, filename=name)
    return message


@pytest.mark.parametrize(
    ("text", "name", "media_type"),
    [
        (_PURVIEW, "message.rpmsg", "application/x-microsoft-rpmsg-message"),
        (_PURVIEW, "message_v2.rpmsg", "application/octet-stream"),
        (_PURVIEW, "", ""),
        ("You have received a secure message. Open https://p.example/x", "SecureMessageAtt.html",
         "text/html"),
        ("Open the attachment.", "securedoc_20240109T0211.html", "text/html"),
        ("周敏向您发送了受保护的邮件。\n阅读：https://outlook.example/e?id=7", "message.rpmsg",
         "application/x-microsoft-rpmsg-message"),
        ("", "encrypted.asc", "application/octet-stream"),
    ],
)  # fmt: skip
def test_a_person_has_to_open_it_and_no_reminder_leaves_meanwhile(
    text: str, name: str, media_type: str
) -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("周先生，您好\n\n请收集并上传最新的full dump文件，谢谢。")
    told = len(story.to_staff)
    mail = shielded(text, name, media_type, story.ids[-1])
    mail["Date"] = format_datetime(story.now)
    story.arrivals.append(Arrival(Position("past", 1, 9), mail.as_bytes(), story.now, "09.eml"))

    story.run()
    story.days_pass(30)

    assert parse(mail.as_bytes()).protection is Protection.ENCRYPTED
    assert story.received[-1].mail.said.names == ()
    assert not {"data_received", "reminder", "closing_notice"} & set(story.sent)
    assert len(story.to_staff) > told
    assert story.status == "open"


def test_an_encrypted_dump_is_a_file_like_any_other() -> None:
    story = Story()
    story.customer_writes("dump文件见附件。", file="MEMORY.dmp.pgp")

    assert story.received[-1].mail.said.names == ("data_uploaded",)
