"""Pictures stay with their paragraph; a screenshot is evidence, a logo is not."""

import base64
import struct

import pytest

from mailbot.mail.formats.picture import is_decoration, pixels
from mailbot.mail.html.shown import Shown, shown_in
from mailbot.mail.message import Attachment
from mailbot.mail.parse import parse


def png(width: int, height: int, size: int = 5_000) -> bytes:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height)
    return head + bytes(size - len(head))


def part(name: str, content_id: str, raw: bytes, disposition: str = "inline") -> str:
    named = f"Content-ID: <{content_id}>\r\n" if content_id else ""
    return (
        f"Content-Type: image/png; name={name}\r\n{named}"
        f"Content-Disposition: {disposition}; filename={name}\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{base64.encodebytes(raw).decode()}"
    )


def of(kind: str, *parts: str, boundary: str = "B") -> str:
    body = "".join(f"--{boundary}\r\n{one}\r\n" for one in parts)
    return f"Content-Type: multipart/{kind}; boundary={boundary}\r\n\r\n{body}--{boundary}--\r\n"


def mail(whole: str) -> bytes:
    return b"From: a@b.example\r\nSubject: x\r\n" + whole.encode()


def html(source: str) -> str:
    return f"Content-Type: text/html; charset=utf-8\r\n\r\n{source}"


def plain(text: str) -> str:
    return f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}"


SCREEN = part("image001.png", "image001.png@01DC", png(1200, 700))
LOGO = part("image002.png", "image002.png@01DC", png(140, 60))
TWO = (
    '<p>第一步报错：</p><p><img width="600" src="cid:image001.png@01DC"></p><p>第二步正常。</p>'
    '<div class="gmail_signature">周佐<br><img src="cid:image002.png@01DC"></div>'
)


def test_a_picture_is_called_by_its_name_at_its_place() -> None:
    read = parse(mail(of("related", html(TWO), SCREEN, LOGO)))

    assert read.text == "第一步报错：\n\n[image001.png]\n\n第二步正常。"
    assert "[image002.png]" in read.signature
    assert [(one.name, one.is_pasted) for one in read.attachments] == [
        ("image001.png", True),
        ("image002.png", False),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one\r\n[cid:image001.png@01DC]\r\ntwo", "one\n[image001.png]\ntwo"),
        ("one\r\n[image: image001.png]\r\ntwo", "one\n[image001.png]\ntwo"),
        ("one\r\n[image: other.png]\r\ntwo", "one\n\n[image001.png]\n\ntwo"),
        ("one\r\n\r\ntwo", "one\n\n[image001.png]\n\ntwo"),
    ],
    ids=["outlook", "gmail", "another", "left out"],
)
def test_the_plain_text_shows_it_too_or_the_html_is_read(text: str, said: str) -> None:
    source = html('<p>one</p><p><img src="cid:image001.png@01DC"></p><p>two</p>')
    both = of("alternative", plain(text), source, boundary="A")

    assert parse(mail(of("related", both, SCREEN))).text == said


def test_for_a_logo_alone_the_plain_text_is_read() -> None:
    source = html('<p>one</p><p>html</p><p><img src="cid:image002.png@01DC"></p>')
    both = of("alternative", plain("one\r\nplain"), source, boundary="A")

    assert parse(mail(of("related", both, LOGO))).text == "one\nplain"


def test_a_picture_that_stands_only_in_the_quote_shows_nothing_new() -> None:
    source = html(
        '<p>收到，正在查看</p><blockquote type="cite"><p>报错：</p>'
        '<img src="cid:image001.png@01DC"></blockquote>'
    )

    read = parse(mail(of("related", source, SCREEN)))

    assert "[image001.png]" in read.quoted
    assert not read.attachments[0].is_pasted


def test_texts_and_pictures_in_a_row_keep_their_order() -> None:
    read = parse(
        mail(
            of(
                "mixed",
                plain("before"),
                part("one.png", "", png(900, 600)),
                plain("between"),
                part("two.png", "", png(900, 600)),
                plain("behind"),
                part("three.png", "", png(900, 600), "attachment"),
            )
        )
    )

    assert read.text == "before\n[one.png]\nbetween\n[two.png]\nbehind"
    assert [one.inline for one in read.attachments] == [False, False, False]


def test_a_picture_that_html_shows_is_inline_however_it_is_disposed() -> None:
    source = html('<p>see <img src="cid:image001.png@01DC"></p>')
    picture = part("image001.png", "image001.png@01DC", png(900, 600), "attachment")

    assert parse(mail(of("related", source, picture))).attachments[0].is_pasted


def test_of_a_large_mail_the_beginning_of_a_picture_is_read() -> None:
    large = part("image001.png", "image001.png@01DC", png(1200, 700, 300_000))

    (read,) = parse(mail(of("related", html(TWO), large))).attachments

    assert (read.width, read.height, read.size, read.is_pasted) == (1200, 700, 300_000, True)


@pytest.mark.parametrize(
    ("name", "size", "measured", "shown", "adorns"),
    [
        ("image001.png", 50_000, (1200, 700), Shown(600, 350), False),
        ("image001.png", 9_000, (420, 180), Shown(), False),
        ("IMG_0012.jpg", 900_000, (0, 0), Shown(), False),
        ("image001.png", 12_000, (900, 160), Shown(900, 160), False),
        ("company_logo.png", 50_000, (1200, 700), Shown(), True),
        ("image003.png", 4_000, (32, 32), Shown(), True),
        ("image003.gif", 43, (1, 1), Shown(1, 1), True),
        ("image003.png", 9_000, (400, 400), Shown(24, 24), True),
        ("image003.png", 9_000, (400, 400), Shown(leads_out=True), True),
        ("image003.png", 9_000, (400, 400), Shown(alt="Facebook icon"), True),
        ("image003.png", 900, (0, 0), Shown(), True),
        ("qrcode.png", 9_000, (430, 430), Shown(), True),
    ],
)
def test_a_decoration_is_told(
    name: str, size: int, measured: tuple[int, int], shown: Shown, adorns: bool
) -> None:
    assert is_decoration(name, size, measured, shown) is adorns


@pytest.mark.parametrize(
    ("raw", "size"),
    [
        (png(1200, 700), (1200, 700)),
        (b"GIF89a" + struct.pack("<HH", 3, 4), (3, 4)),
        (b"BM" + bytes(16) + struct.pack("<ii", 640, -480), (640, 480)),
        (
            b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 480, 640),
            (640, 480),
        ),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x7f\x02\0\xdf\x01\0", (640, 480)),
        (b"\x89PNG\r\n\x1a\n", (0, 0)),
        (b"\xff\xd8" + b"\xff" * 70_000, (0, 0)),
        (b"\xff\xd8" + b"\xff\xe0\x00\x02" * 20_000, (0, 0)),
        (b"text", (0, 0)),
        (b"", (0, 0)),
    ],
)
def test_a_picture_is_measured_by_its_first_bytes(raw: bytes, size: tuple[int, int]) -> None:
    assert pixels(raw) == size


def test_how_html_sets_a_picture_is_read() -> None:
    source = (
        "<a href='https://x.example'><img src='cid:a' alt='our shop'></a>"
        '<img style="width:640px; max-height:9px" src="cid:b%401"><IMG WIDTH=20 SRC=cid:c>'
        '<img src="https://x.example/d.png" width="1">'
    )

    assert shown_in([source]) == {
        "a": Shown(alt="our shop", leads_out=True),
        "b@1": Shown(width=640),
        "c": Shown(width=20),
    }


def test_a_name_that_two_pictures_bear_is_no_reason_to_overlook_one() -> None:
    source = html(
        '<p>new <img src="cid:one@1"></p><blockquote type="cite"><img src="cid:two@1"></blockquote>'
    )
    screens = [part("image.png", f"{name}@1", png(900, 600)) for name in ("one", "two")]

    read = parse(mail(of("related", source, *screens))).attachments

    assert [one.is_pasted for one in read] == [True, False]
    assert all(isinstance(one, Attachment) for one in read)
