"""A text that is passed on is new to us, and keeps its author and its date."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mailbot.mail.message import Address
from mailbot.mail.parse import parse
from mailbot.mail.quoting.forward import told
from tests.mail.quoting.test_split import ZH_BLOCK

CHINA = timezone(timedelta(hours=8))
REPORT = "登录后黑屏只有鼠标，按 Ctrl+Alt+Del 没反应。"


def mail(subject: str, body: str) -> bytes:
    return (
        f"From: fan@hospital.example\r\nTo: support@support.example\r\nSubject: {subject}\r\n"
        "Date: Tue, 19 May 2020 11:00:00 +0800\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{body}"
    ).encode()


@pytest.mark.parametrize(
    ("subject", "above"),
    [
        ("转发: 黑屏", "麻烦看下"),
        ("Fwd: black screen", ""),
        ("WG: 答复: 黑屏", "zur Info"),
        ("黑屏", "请看下面"),
        ("black screen", "FYI"),
        ("black screen", "Please see the message below, can you help?"),
    ],
)
def test_what_a_mail_passes_on_is_new(subject: str, above: str) -> None:
    message = parse(mail(subject, f"{above}\n\n{ZH_BLOCK}\n\n{REPORT}\n"))
    assert REPORT in message.text
    assert message.quoted == ""
    assert message.parts.own == above
    assert message.forwarded is not None
    assert message.forwarded.author == Address("wei@support.example", "Lin Wei")
    assert message.forwarded.date == datetime(2020, 5, 19, 9, 40, tzinfo=CHINA)
    assert message.forwarded.subject == "Re: 蓝屏"


@pytest.mark.parametrize(
    ("subject", "above"),
    [
        ("Re: 黑屏", "请看下面"),
        ("答复: 转发: 黑屏", "好的"),
        ("黑屏", "日志已上传，见附件"),
        ("黑屏", "FYI " + "很长的一封信。" * 60),
    ],
)
def test_what_a_reply_quotes_is_quoted(subject: str, above: str) -> None:
    message = parse(mail(subject, f"{above}\n\n{ZH_BLOCK}\n\n{REPORT}\n"))
    assert message.text == above
    assert REPORT in message.quoted
    assert message.forwarded is None


def test_a_separator_that_says_forwarded_needs_the_whole_header_block() -> None:
    block = "---------- Forwarded message ---------\nFrom: A <a@b.example>\n"
    whole = block + "Date: Tue, Sep 4, 2012 at 1:35 PM\nSubject: fans\nTo: <c@d.example>\n\nloud"
    assert "loud" in parse(mail("our server", f"Can you check?\n\n{whole}")).text
    assert parse(mail("our server", f"Done.\n\n{block}\nloud")).text == "Done."
    assert "loud" in parse(mail("our server", f"{block}\nloud")).text


def test_apple_mail_marks_every_line_of_what_it_passes_on() -> None:
    body = (
        "请协助\n\n> 开始转发的邮件：\n>\n> 发件人: 华明 <hua@dali.example>\n> 主题: 无法进桌面\n"
        f"> 日期: 2022年3月15日 GMT+8 09:12:44\n>\n> {REPORT}\n>> 更早的信\n"
    )
    message = parse(mail("转发：无法进桌面", body))
    assert message.text.endswith(f"{REPORT}\n> 更早的信")
    assert message.forwarded is not None
    assert message.forwarded.author == Address("hua@dali.example", "华明")
    assert message.forwarded.date == datetime(2022, 3, 15, 1, 12, tzinfo=UTC)


def test_the_writer_may_be_named_in_a_sentence() -> None:
    body = "On Tue, May 19, 2020 at 9:40 AM Ann Lee <ann@lab.example> wrote:\n> it hangs\n"
    message = parse(mail("Fwd: hang", body))
    assert message.forwarded is not None
    assert message.forwarded.author.email == "ann@lab.example"
    assert message.forwarded.date == datetime(2020, 5, 19, 9, 40, tzinfo=CHINA)


def test_the_headers_above_a_text_that_is_passed_on_say_nothing() -> None:
    message = parse(
        mail("转发: 黑屏", f"麻烦看下\n\n{ZH_BLOCK}\n\n{REPORT}\n\n{ZH_BLOCK}\n\n还是黑屏")
    )
    assert told(message.parts).split() == ["麻烦看下", *REPORT.split(), "还是黑屏"]
