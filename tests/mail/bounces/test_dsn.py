"""Delivery reports, by the book and in words."""

import pytest

from mailbot.mail.bounces.status import sharper
from mailbot.mail.message import Bounce, Kind, Undelivered
from mailbot.mail.parse import parse


def mail(*headers: str, body: str | bytes = "hello") -> bytes:
    head = "\r\n".join(["From: a@b.example", "To: c@d.example", "Subject: x", *headers])
    raw = body if isinstance(body, bytes) else body.encode()
    return head.encode("utf-8", "surrogateescape") + b"\r\n\r\n" + raw


def multipart(subtype: str, *parts: str, more: str = "") -> bytes:
    body = "".join(f"--B\r\n{part}\r\n" for part in parts) + "--B--\r\n"
    return mail(f'Content-Type: multipart/{subtype}; boundary="B"{more}', body=body)


PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
STATUS = (
    "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
    "Final-Recipient: rfc822; Zhou@B.Example\r\nAction: {action}\r\nStatus: {status}\r\n"
)
RETURNED = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <ours@d.example>\r\nSubject: y\r\n\r\nz"
RETURNED_HEADERS = (
    "Content-Type: text/rfc822-headers\r\n\r\nSubject: y\r\nMessage-ID: <ours@d.example>\r\n"
)


@pytest.mark.parametrize("returned", [RETURNED, RETURNED_HEADERS])
@pytest.mark.parametrize(
    ("action", "status", "kind"),
    [("failed", "5.1.1", Kind.BOUNCE), ("delayed", "4.4.1", Kind.DELAY_NOTICE)],
)
def test_a_delivery_report_says_whom_it_did_not_reach(
    returned: str, action: str, status: str, kind: Kind
) -> None:
    report = STATUS.format(action=action, status=status)
    read = parse(
        multipart("report", PLAIN + "sorry", report, returned, more="; report-type=delivery-status")
    )
    assert read.kind is kind
    assert read.bounce == Bounce("zhou@b.example", status, action, "ours@d.example")
    assert read.text == "sorry"


@pytest.mark.parametrize(
    ("sender", "subject", "body", "recipient"),
    [
        (
            "PostMaster@qq.com",
            "系统退信",
            "您的邮件被退回来了\n收件人邮箱：x@y.example\n退信原因：收件人不存在",
            "x@y.example",
        ),
        (
            "Postmaster@163.com",
            "系统退信",
            "以下收件人无法送达：\n<x@y.example>\n550 5.1.1 not found",
            "x@y.example",
        ),
        (
            "postmaster@y.example",
            "未送达: 蓝屏",
            "未能将邮件传递给以下收件人:\nx@y.example\n550 5.1.10",
            "x@y.example",
        ),
        (
            "MAILER-DAEMON@mx.example",
            "failure notice",
            "<x@y.example>:\nuser unknown\n--- Below\nMessage-ID: <i@d.example>",
            "x@y.example",
        ),
    ],
)
def test_a_report_in_words_is_read_too(
    sender: str, subject: str, body: str, recipient: str
) -> None:
    raw = f"From: {sender}\r\nTo: c@d.example\r\nSubject: {subject}\r\n\r\n{body}".encode()
    read = parse(raw)
    assert read.kind is Kind.BOUNCE
    assert read.bounce is not None
    assert (read.bounce.recipient, read.bounce.action) == (recipient, "failed")


def test_a_person_has_no_bounce() -> None:
    assert parse(mail()).bounce is None


def test_every_recipient_of_a_report_is_named_the_worst_first() -> None:
    late, gone = (
        STATUS.format(action=action, status=status).partition("\r\n\r\n")[2]
        for action, status in (("delayed", "4.4.1"), ("failed", "5.1.1"))
    )
    gone = gone.partition("\r\n\r\n")[2].replace("Zhou@", "Chen@")
    report = f"Content-Type: message/delivery-status\r\n\r\n{late}\r\n{gone}"

    read = parse(multipart("report", PLAIN + "sorry", report, more="; report-type=delivery-status"))

    assert read.bounce is not None
    assert read.bounce.each == (
        Undelivered("chen@b.example", "5.1.1", "failed"),
        Undelivered("zhou@b.example", "4.4.1", "delayed"),
    )


@pytest.mark.parametrize(
    ("status", "diagnostic", "expected"),
    [
        ("5.0.0", "smtp; 550 5.7.1 spam", "5.7.1"),
        ("5.1.1", "smtp; 550 5.7.1 spam", "5.1.1"),
        ("5.0.0", "smtp; 450 4.7.1 later", "5.0.0"),
        ("", "smtp; 550 user unknown", "5.1.1"),
        ("", "smtp; 452 mailbox full", "4.2.2"),
        ("", "connection refused", ""),
    ],
)
def test_a_status_without_its_detail_is_made_good(
    status: str, diagnostic: str, expected: str
) -> None:
    assert sharper(status, diagnostic) == expected


DAEMON = "MAILER-DAEMON@mx.example"


def told(body: str, *more: str) -> Bounce:
    head = "\r\n".join([f"From: {DAEMON}", "To: c@d.example", "Subject: failure notice", *more])
    read = parse(f"{head}\r\n\r\n{body}".encode())
    assert read.bounce is not None
    return read.bounce


def test_several_recipients_each_have_their_reason() -> None:
    read = told("<x@y.example>:\n550 5.1.1 unknown\n\n<z@y.example>:\n552 5.2.2 full\n")

    assert [(one.recipient, one.status) for one in read.each] == [
        ("x@y.example", "5.1.1"),
        ("z@y.example", "5.2.2"),
    ]


@pytest.mark.parametrize(
    ("body", "more"),
    [
        ("<x@y.example>:\nunknown\n--- Below this line is a copy\nMessage-ID: <i@d.example>", ()),
        ("<x@y.example>:\nunknown\n\n> Message-Id: <i@d.example>\n> To: x@y.example", ()),
        ("<x@y.example>:\nunknown\n", ("In-Reply-To: <i@d.example>",)),
        ("<x@y.example>:\nunknown\n", ("References: <first@d.example> <i@d.example>",)),
    ],
)
def test_the_mail_that_came_back_is_known_by_its_id(body: str, more: tuple[str, ...]) -> None:
    assert told(body, *more).original_message_id == "i@d.example"


def test_whom_the_mail_was_to_besides_is_not_taken_for_whom_it_missed() -> None:
    read = told(
        "Your message\n\n  To: good@y.example\n  Sent: Monday\n\n"
        "did not reach the following recipient(s):\n\nbad@y.example on Monday\n"
    )

    assert [one.recipient for one in read.each] == ["bad@y.example"]
