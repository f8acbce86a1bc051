"""A mail from bytes to values."""

from datetime import UTC, datetime

import pytest

from mailbot.mail.message import Address, Attachment, Trust
from mailbot.mail.parse import parse

SERVER = "mx.support.example"


def mail(*headers: str, body: str | bytes = "hello") -> bytes:
    head = "\r\n".join(["From: a@b.example", "To: c@d.example", "Subject: x", *headers])
    raw = body if isinstance(body, bytes) else body.encode()
    return head.encode("utf-8", "surrogateescape") + b"\r\n\r\n" + raw


def multipart(subtype: str, *parts: str, more: str = "") -> bytes:
    body = "".join(f"--B\r\n{part}\r\n" for part in parts) + "--B--\r\n"
    return mail(f'Content-Type: multipart/{subtype}; boundary="B"{more}', body=body)


PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
HTML = "Content-Type: text/html; charset=utf-8\r\n\r\n"


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ("Zhou <Zhou@B.Example>", Address("zhou@b.example", "Zhou")),
        ('"Zhou, Zuo" <z@b.example>', Address("z@b.example", "Zhou, Zuo")),
        ("z@b.example (Zhou)", Address("z@b.example", "Zhou")),
        ("z@b.example", Address("z@b.example")),
        ('"z@b.example" <z@b.example>', Address("z@b.example")),
        ("=?utf-8?b?5ZGo5L2Q?= <z@b.example>", Address("z@b.example", "周佐")),
        ('"=?utf-8?b?5ZGo5L2Q?=" <z@b.example>', Address("z@b.example", "周佐")),
        (
            "=?utf-8?q?evil=40x=2Eexample=2C?= <z@b.example>",
            Address("z@b.example", "evil@x.example,"),
        ),
        ("?周佐 <z@b.example>", Address("z@b.example", "周佐")),
        ("/o=demo/ou=x/cn=y <z@b.example>", Address("z@b.example")),
        ("a\u202egnp <z@b.example>", Address("z@b.example", "agnp")),
        ("team: z@b.example, y@b.example;", Address("z@b.example")),
        ("MAILER-DAEMON", Address("", "MAILER-DAEMON")),
        ("", Address("")),
        ("(" * 5000, Address("")),
    ],
)
def test_a_sender_is_read(header: str, address: Address) -> None:
    raw = mail().replace(b"From: a@b.example", f"From: {header}".encode())
    assert parse(raw).sender == address


def test_recipients_are_read_in_groups_and_with_comments() -> None:
    raw = mail("Cc: undisclosed-recipients:;", "Cc: X <x@b.example> (home), y@b.example")
    assert [box.email for box in parse(raw).cc] == ["x@b.example", "y@b.example"]


@pytest.mark.parametrize("second", ["From: evil@x.example", "from: a@b.example"])
def test_two_senders_are_trusted_by_nobody(second: str) -> None:
    stamp = f"Authentication-Results: {SERVER}; dmarc=pass header.from=b.example"
    assert parse(mail(stamp), SERVER).trust is Trust.PASS
    assert parse(mail(stamp, second), SERVER).trust is Trust.FAIL
    listed = mail(stamp).replace(b"From: a@b.example", b"From: a@b.example, evil@x.example")
    assert parse(listed, SERVER).trust is Trust.FAIL


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("Tue, 28 Apr 2020 18:04:27 +0800", datetime(2020, 4, 28, 10, 4, 27, tzinfo=UTC)),
        ("28 Apr 2020 10:04:27 -0000", datetime(2020, 4, 28, 10, 4, 27, tzinfo=UTC)),
        ("2020-04-28 18:04:27+08:00", datetime(2020, 4, 28, 10, 4, 27, tzinfo=UTC)),
        ("Tue, 28 Apr 2020 10:04:27 +9999", None),
        ("Tue, 28 Apr 9999 10:04:27 +0800", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_aware_or_none(value: str, date: datetime | None) -> None:
    assert parse(mail(f"Date: {value}")).date == date


def test_arrival_is_the_date_of_the_topmost_received() -> None:
    raw = mail(
        "Received: from a by b (x; y) ; Tue, 28 Apr 2020 18:05:00 +0800",
        "Received: from c by a; Mon, 27 Apr 2020 18:00:00 +0800",
    )
    assert parse(raw).received == datetime(2020, 4, 28, 10, 5, tzinfo=UTC)


def test_ids_stand_without_brackets() -> None:
    raw = mail(
        "Message-ID: <m@b.example>",
        "In-Reply-To: Your mail of Monday <p@b.example>",
        "References: <r1@b.example>\r\n\t<r2@b.example>,<r1@b.example>",
        "X-Microsoft-Original-Message-ID: <o@b.example>",
        "Thread-Index: AdYd\r\n QQ==",
    )
    read = parse(raw)
    assert (read.message_id, read.in_reply_to) == ("m@b.example", ("p@b.example",))
    assert read.references == ("r1@b.example", "r2@b.example")
    assert read.other_ids == ("o@b.example",)
    assert read.thread_index == "AdYdQQ=="
    assert parse(mail("Message-ID: bare@b.example")).message_id == "bare@b.example"


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((PLAIN + "plain", HTML + "<p>html</p>"), "plain"),
        ((HTML + "<p>html</p>", PLAIN + "plain"), "plain"),
        ((PLAIN + "  \r\n", HTML + "<p>日志<br>已传</p>"), "日志\n已传"),
        ((HTML + "<p>C:\\new\\users</p>",), "C:\\new\\users"),
        ((PLAIN + "", HTML + ""), ""),
    ],
)
def test_plain_text_is_preferred_unless_it_is_empty(parts: tuple[str, ...], text: str) -> None:
    assert parse(multipart("alternative", *parts)).text == text


@pytest.mark.parametrize(
    ("html", "text", "quoted"),
    [
        ("<p>new</p><blockquote type=cite><p>old</p></blockquote>", "new", "> old"),
        ("<p>a</p><blockquote class=gmail_quote>old</blockquote><p>b</p>", "a\nb", "> old"),
        (
            "new<br>On Tue, May 19, 2020, L &lt;a@b.example&gt; wrote:<blockquote>old</blockquote>",
            "new",
            "old",
        ),
        ("<style>x{}</style><script>y()</script><div style='display:none'>z</div>seen", "seen", ""),
        ("<p>a &lt; b &amp; c</p>", "a < b & c", ""),
        ("<div>" * 5000 + "deep", "deep", ""),
        ("<<<<", "<<<<", ""),
        ("no tags", "no tags", ""),
    ],
)
def test_html_is_read_as_a_person_sees_it(html: str, text: str, quoted: str) -> None:
    read = parse(mail("Content-Type: text/html; charset=utf-8", body=html))
    assert read.text == text
    assert quoted in read.quoted


def test_soft_line_breaks_are_undone() -> None:
    body = "one \r\ntwo\r\n> quoted \r\n> on\r\n-- \r\nsig"
    read = parse(mail("Content-Type: text/plain; format=flowed", body=body))
    assert (read.text, read.quoted, read.signature) == ("one two", "> quoted on", "-- \nsig")


def test_files_are_counted_after_decoding_and_pictures_in_the_text_are_flagged() -> None:
    read = parse(
        multipart(
            "mixed",
            PLAIN + "see",
            "Content-Type: image/png; name=a.png\r\nContent-ID: <1>\r\n"
            "Content-Disposition: inline\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\nUEsDBA==",
            "Content-Type: image/jpeg; name=photo.jpg\r\nContent-Disposition: inline\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\nUEsDBA==",
            "Content-Type: text/plain; name=log.txt\r\n"
            "Content-Disposition: attachment\r\n\r\nlines",
            "Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nx",
            PLAIN + "and more",
        )
    )
    assert read.text == "see\n[a.png]\n[photo.jpg]\nand more"
    assert read.attachments == (
        Attachment("a.png", "image/png", 4, inline=True, content_id="1", decoration=True),
        Attachment("photo.jpg", "image/jpeg", 4),
        Attachment("log.txt", "text/plain", 5),
        Attachment("smime.p7s", "application/pkcs7-signature", 1, inline=True),
    )


def test_an_enclosed_mail_is_a_file_named_by_its_subject() -> None:
    inner = (
        "Content-Type: message/rfc822\r\n\r\nFrom: x@y.example\r\nSubject: inner\r\n\r\nsecret text"
    )
    read = parse(multipart("mixed", PLAIN + "look", inner))
    assert read.text == "look"
    assert [(file.name, file.type) for file in read.attachments] == [("inner", "message/rfc822")]
    assert read.attachments[0].size > 0


def test_a_login_vouches_for_no_second_from() -> None:
    stamp = f"Authentication-Results: {SERVER}; auth=pass smtp.auth=a@b.example"

    assert parse(mail(stamp), SERVER).trust is Trust.PASS
    assert parse(mail(stamp, "From: e@b.example"), SERVER).trust is not Trust.PASS
    two = mail(stamp).replace(b"From: a@b.example", b"From: a@b.example, e@b.example")
    assert parse(two, SERVER).trust is not Trust.PASS
