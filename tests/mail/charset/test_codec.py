"""The codec that a label means."""

import pytest

from mailbot.mail.charset.codec import codec_of, declared_by


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("x-gbk", "gb18030"),
        ("cp936", "gb18030"),
        ("iso-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("shift_jis", "cp932"),
        ("x-sjis", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("Big5", "cp950"),
        ("iso-2022-jp", "cp50221"),
        ("unicode-1-1-utf-7", "utf-7"),
        ('"utf-8"', "utf-8"),
        (" UTF8 ", "utf-8"),
        ("csISO2022JP", "cp50221"),
        ("us-ascii", ""),
        ("", ""),
        ("x-unknown", ""),
        ("hex", ""),
        ("zlib", ""),
        ("unicode_escape", ""),
        ("idna", ""),
        ("rot13", ""),
        ("a\0b", ""),
        ("x" * 10_000, ""),
    ],
)
def test_a_label_means_a_codec(label: str, codec: str) -> None:
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    ("html", "label"),
    [
        (b'<html><head><meta charset="gb2312">', "gb2312"),
        (b"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<p>charset=gb2312</p>", ""),
        (b"", ""),
        (b" " * 1_100 + b"<meta charset=big5>", ""),
    ],
)
def test_html_says_its_charset_itself(html: bytes, label: str) -> None:
    assert declared_by(html) == label
