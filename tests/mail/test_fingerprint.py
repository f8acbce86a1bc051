"""The same content, however a relay wrote it; and what is another content."""

import quopri
from base64 import encodebytes

import pytest

from mailbot.mail.fingerprint import digest
from mailbot.mail.parse import parse

SUBJECT = "服务器昨夜蓝屏两次，型号是R740，请协助分析原因"
BODY = "服务器昨夜蓝屏了两次，型号是R740。\n\n请协助分析。\n谢谢！\n"


def mail(body: bytes, encoding: str, charset: str = "utf-8", subject: str = SUBJECT) -> bytes:
    return (
        f"Message-ID: <a@x.example>\r\nSubject: {subject}\r\n"
        f"Content-Type: text/plain; charset={charset}\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
    ).encode() + body


PLAIN = mail(BODY.encode(), "8bit")


def same(raw: bytes) -> bool:
    return digest(parse(raw)) == digest(parse(PLAIN))


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(mail(encodebytes(BODY.encode()), "base64"), id="base64"),
        pytest.param(mail(quopri.encodestring(BODY.encode()), "quoted-printable"), id="qp"),
        pytest.param(mail(BODY.encode("gbk"), "8bit", "gbk"), id="charset"),
        pytest.param(
            mail(encodebytes(BODY.encode("gb18030")), "base64", "gb18030"), id="charset and base64"
        ),
        pytest.param(mail(BODY.replace("\n", "\r\n").encode(), "8bit"), id="line ends"),
        pytest.param(
            mail(BODY.encode(), "8bit", subject=SUBJECT.replace("，", "，\r\n ", 1)), id="folded"
        ),
        pytest.param(b"Received: by relay\r\nX-Scanned: yes\r\n" + PLAIN, id="headers added"),
        pytest.param(mail(BODY.encode(), "8bit", subject=f"[EXTERNAL] {SUBJECT}"), id="a tag"),
    ],
)
def test_a_relay_changes_the_form_and_not_the_mail(raw: bytes) -> None:
    assert same(raw)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(mail(BODY.replace("R740", "R750").encode(), "8bit"), id="text"),
        pytest.param(mail(BODY.encode(), "8bit", subject="打印机离线"), id="subject"),
        pytest.param(
            b"Message-ID: <a@x.example>\r\nSubject: " + SUBJECT.encode() + b"\r\n"
            b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
            b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + BODY.encode() + b"\r\n--b\r\n"
            b"Content-Type: application/octet-stream; name=a.dmp\r\n\r\nxxxx\r\n--b--\r\n",
            id="a file",
        ),
    ],
)
def test_other_words_or_files_are_another_mail(raw: bytes) -> None:
    assert not same(raw)
