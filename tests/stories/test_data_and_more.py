"""Data that comes with a request, or as a picture in the text: what came is ours to read."""

from email.message import EmailMessage
from email.utils import format_datetime
from zlib import compress, crc32

import pytest

from mailbot.desk.case.matter import ItemState
from mailbot.ports import Arrival, Position
from tests.stories.story import CUSTOMER, DESK, Story


@pytest.mark.parametrize(
    "text",
    [
        "Hello,\n\nthe event log is attached. Where can I upload the memory dump?",
        "系统日志见附件，full dump太大，请提供sftp账号。",
        "The log is attached; please send me an upload account for the dump.",
        "日志在附件里。另外请告知dump上传到哪里？",
    ],
)
def test_a_file_and_a_request_for_an_account_leave_the_turn_with_us(text: str) -> None:
    story = Story(config=Story.config + '[letters]\nupload_instructions = "auto"\n')
    story.customer_writes(text, file="system_evtx.zip")
    for letter in [one for one in story.letters if one.mode == "draft"]:
        if letter.to == (CUSTOMER,):
            story.order.approve(letter.draft, "lin@support.example")
    story.run()
    assert "data_received" in "+".join(story.sent)

    story.days_pass(20)

    assert story.status == "open"
    assert "reminder" not in story.sent


def png(width: int, height: int) -> bytes:
    """A picture of noise, so that it is as large as a photo's."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return len(data).to_bytes(4, "big") + whole + crc32(whole).to_bytes(4, "big")

    rows = b"".join(
        b"\0" + bytes((x * y * 37 + x) % 256 for x in range(width * 3)) for y in range(height)
    )
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", compress(rows, 0))
        + chunk(b"IEND", b"")
    )  # fmt: skip


def pasted(story: Story, html: str, name: str, picture: bytes) -> None:
    mail = EmailMessage()
    mail["Authentication-Results"] = "mx.support.example; dmarc=pass header.from=partner.example"
    mail["From"], mail["To"], mail["Subject"] = CUSTOMER, DESK, "Re: 服务器蓝屏"
    mail["Message-ID"], mail["Date"] = "<p1@partner.example>", format_datetime(story.now)
    mail["In-Reply-To"] = f"<{story.ids[-1]}>"
    mail.set_content(html, subtype="html")
    mail.add_related(picture, "image", "png", cid="<p1>", filename=name, disposition="inline")
    arrival = Arrival(Position("past", 1, 9), mail.as_bytes(), story.now, "09.eml")
    story.arrivals.append(arrival)
    story.run()


def asked_for(what: str) -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes(f"周先生，您好\n\n请{what}，谢谢。")
    assert story.case.matter.items_in(ItemState.ASKED)
    return story


@pytest.mark.parametrize(
    ("what", "html", "name"),
    [
        ("拍一张蓝屏的照片发过来", '<p>见下图</p><img width="640" src="cid:p1">', "image001.png"),
        ("发一张报错截图", '<div>截图如下：</div><img src="cid:p1">', "image002.png"),
        ("拍一张蓝屏的照片发过来", '<img src="cid:p1">', "Outlook-abc123.png"),
    ],
)
def test_a_large_picture_in_the_text_is_data_that_came(what: str, html: str, name: str) -> None:
    story = asked_for(what)

    pasted(story, html, name, png(640, 60))
    story.days_pass(20)

    assert "data_uploaded" in story.received[-1].mail.said.names
    assert not story.case.matter.items_in(ItemState.ASKED)
    assert story.status == "open"
    assert "reminder" not in story.sent


def test_a_logo_under_the_text_is_none() -> None:
    story = asked_for("拍一张蓝屏的照片发过来")

    pasted(story, '<p>好的，明天拍。</p><img width="80" src="cid:p1">', "logo.png", png(80, 20))

    assert "data_uploaded" not in story.received[-1].mail.said.names
    assert story.case.matter.items_in(ItemState.ASKED)
