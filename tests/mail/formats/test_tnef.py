"""winmail.dat: its files become the mail's, its text is read where there is no other."""

import struct
from datetime import UTC, datetime, timedelta

import compressed_rtf  # type: ignore[import-untyped]
import pytest

from mailbot.mail.formats import tnef
from mailbot.mail.message import Attachment
from mailbot.mail.parse import parse
from tests.mail.formats import tnef_stream as write

LOG = write.file(b"SYSTEM~1.TXT", b"lines", write.text(0x3707, "系统日志 2026.txt"))
CHINESE_RTF = rb"{\rtf1\ansi\ansicpg936 \'c8\'d5\'d6\'be}"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 800, 600) + bytes(4000)


def test_its_files_are_the_files_of_the_mail() -> None:
    raw = write.stream(write.codepage(936), LOG, write.file("转储.dmp".encode("gbk"), b"PAGE"))

    read = parse(write.eml(raw, "see the files"))

    assert read.text == "see the files"
    assert [(one.name, one.size) for one in read.attachments] == [
        ("系统日志 2026.txt", 5),
        ("转储.dmp", 4),
    ]
    assert read.unread == ()


def test_a_name_without_a_codepage_is_read_as_the_mail_is() -> None:
    raw = write.stream(write.file("转储.dmp".encode("gbk"), b"PAGE"))

    found = tnef.unpacked(raw, "gb2312")

    assert found is not None
    assert found.attachments[0].name == "转储.dmp"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (write.mail(write.text(0x1000, "日志在附件里")), "日志在附件里"),
        (write.attribute(1, 0x800C, "日志在附件里".encode("gbk"), 2), "日志在附件里"),
        (write.mail(write.prop(0x1013, 0x102, b"<p>It is <b>down</b>.</p>")), "It is down."),
        (
            write.mail(write.prop(0x1009, 0x102, compressed_rtf.compress(rb"{\rtf1 It is down.}"))),
            "It is down.",
        ),
        (
            write.mail(write.prop(0x1009, 0x102, compressed_rtf.compress(CHINESE_RTF))),
            "日志",
        ),
        (write.mail(write.prop(0x1009, 0x102, b"\xff" * 40)), ""),
    ],
    ids=["unicode", "codepage", "html", "rtf", "chinese rtf", "broken rtf"],
)  # fmt: skip
def test_its_text_is_read_where_the_mail_has_no_other(body: bytes, text: str) -> None:
    raw = write.stream(write.codepage(936), body, LOG)

    assert parse(write.eml(raw)).text == text
    assert parse(write.eml(raw, "the mail's own")).text == "the mail's own"


def test_a_picture_in_it_stands_in_its_text() -> None:
    html = write.mail(write.prop(0x1013, 0x102, b'<p>see <img src="cid:a@1" width="800"></p>'))
    picture = write.file(b"image001.png", PNG, write.prop(0x3712, 0x1E, b"a@1\0"))

    read = parse(write.eml(write.stream(html, picture)))

    assert read.text == "see [image001.png]"
    assert read.attachments[0].is_pasted
    assert (read.attachments[0].width, read.attachments[0].type) == (800, "image/png")


def test_an_enclosed_mail_is_a_file() -> None:
    raw = write.stream(
        write.file(b"Re: dump", b"", write.number(0x3705, 5), write.prop(0x3701, 0x0D, bytes(80)))
    )

    read = parse(write.eml(raw, "see"))

    assert [(one.name, one.type) for one in read.attachments] == [("Re: dump", "message/rfc822")]


def test_a_stream_that_breaks_off_stays_a_file_and_is_told() -> None:
    whole = write.stream(LOG, write.file(b"two.dmp", bytes(3000)))

    read = parse(write.eml(whole[:-1000], "see"))

    assert [one.name for one in read.attachments] == ["winmail.dat", "系统日志 2026.txt"]
    assert "cut off" in str(read.unread[0])


def test_what_is_no_tnef_stays_a_file_and_is_told() -> None:
    read = parse(write.eml(b"PK\x03\x04", "see"))

    assert read.attachments == (Attachment("winmail.dat", "application/ms-tnef", 4),)
    assert read.unread


def test_a_meeting_says_when() -> None:
    start = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
    ticks = int((start - datetime(1601, 1, 1, tzinfo=UTC)) / timedelta(microseconds=1)) * 10
    named = struct.pack("<HH", 0x40, 0x8005) + bytes(16) + struct.pack("<II", 0, 0x820D)
    raw = write.stream(
        write.attribute(1, 0x8008, b"IPM.Microsoft Schedule.MtgReq\0", 7),
        write.mail(
            write.text(0x0037, "会诊"),
            write.text(0x001A, "IPM.Schedule.Meeting.Request"),
            named + struct.pack("<Q", ticks),
        ),
    )

    (meeting,) = parse(write.eml(raw, "see")).meetings

    assert (meeting.method, meeting.summary, meeting.start) == ("REQUEST", "会诊", start)


HOSTILE = [
    write.HEAD,
    write.HEAD + b"\x01" * 9,
    write.stream(write.attribute(1, 0x9003, b"\xff\xff\xff\xff" * 4)),
    write.stream(write.attribute(2, 0x9005, b"\xff\xff\xff\xff\x1e\x10" + b"\xff" * 90)),
    write.stream(*[write.attribute(1, 0x9003, write.props(write.number(1, 1)))] * 4000),
    write.HEAD + struct.pack("<BHHI", 1, 0x9003, 6, 0xFFFFFFFF) + b"x",
    write.stream(*[write.attribute(2, 0x9002, write.RENDER)] * 2000),
    write.stream(write.attribute(1, 0x9003, struct.pack("<IHHI", 1, 0x101F, 0x1000, 1 << 31))),
    write.stream(write.mail(write.prop(0x1009, 0x102, b"LZFu" * 20_000))),
    write.stream(write.mail(write.prop(0x1009, 0x102, rb"{\rtf1" + rb"{\b" * 100_000))),
]


@pytest.mark.parametrize("raw", HOSTILE)
def test_a_hostile_stream_spoils_no_mail(raw: bytes) -> None:
    """What it may cost is measured by `make bench`."""
    assert parse(write.eml(raw, "see")).text == "see"
