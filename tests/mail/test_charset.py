"""Bytes to text, whatever the label says."""

import base64
from email import message_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.mail.charset import decode, decode_header, file_name, visible

RARE = "朱镕基与喆"  # 镕 and 喆 are in GBK but not in GB2312


def word(text: str, charset: str, codec: str = "") -> str:
    return f"=?{charset}?B?{base64.b64encode(text.encode(codec or charset)).decode()}?="


@pytest.mark.parametrize(
    ("codec", "label", "text"),
    [
        ("gbk", "gb2312", RARE),
        ("gbk", "GBK", RARE),
        ("gbk", "x-gbk", RARE),
        ("gbk", "utf-8", "蓝屏日志已上传"),
        ("gbk", "", "蓝屏日志已上传"),
        ("gbk", "us-ascii", "蓝屏日志已上传"),
        ("gbk", "iso-8859-1", "蓝屏日志已上传"),
        ("utf-8", "gbk", "蓝屏日志已上传"),
        ("utf-8", "no-such-charset", "蓝屏日志已上传"),
        ("utf-8", "hex", "蓝屏"),
        ("utf-8", "unicode_escape", "C:\\new\\users 蓝屏"),
        ("gb18030", "gb18030", "𠮷野家"),
        ("big5", "big5", "藍屏問題"),
        ("iso-2022-jp", "iso-2022-jp", "日本語"),
        ("shift_jis", "shift_jis", "日本語テスト"),
        ("euc-kr", "euc-kr", "한국어"),
        ("koi8-r", "koi8-r", "Привет"),
        ("windows-1251", "windows-1251", "Привет"),
        ("windows-1252", "windows-1252", "café “x”"),
        ("iso-8859-1", "iso-8859-1", "déjà vu, naïve façade"),
        ("cp1252", "", "Die Hasen und die Frösche"),
        ("utf-7", "utf-7", "蓝屏 a+b"),
        ("hz", "hz-gb-2312", "蓝屏"),
        ("utf-16", "utf-16", "蓝屏"),
        ("utf-8-sig", "utf-8", "蓝屏"),
    ],
)
def test_a_label_is_a_hint_and_not_a_fact(codec: str, label: str, text: str) -> None:
    assert decode(text.encode(codec), label) == text


def test_utf8_cut_in_the_middle_of_a_character_stays_utf8() -> None:
    assert decode("蓝屏日志已经上传到服务器".encode()[:-1]).startswith("蓝屏日志已经上传到服务")


@given(st.binary(max_size=200), st.text(max_size=20))
def test_nothing_fails_to_decode_and_the_result_can_be_stored(raw: bytes, label: str) -> None:
    decode(raw, label).encode("utf-8")


@pytest.mark.parametrize("label", ["utf-7", "utf-16", "iso-2022-kr", "hz", "big5hkscs", "cp932"])
@given(raw=st.binary(max_size=60))
def test_no_codec_is_made_to_fail(raw: bytes, label: str) -> None:
    decode(raw, label).encode("utf-8")


def test_a_character_cut_in_two_encoded_words_is_whole() -> None:
    raw = "终端蓝屏".encode()
    first, second = (base64.b64encode(part).decode() for part in (raw[:5], raw[5:]))
    assert decode_header(f"=?utf-8?b?{first}?=\r\n =?UTF-8?B?{second}?=") == "终端蓝屏"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (word(RARE, "gb2312", "gbk"), RARE),
        (word("回复", "gbk") + " " + word("：蓝屏", "utf-8"), "回复：蓝屏"),
        ("Re: " + word("蓝屏", "utf-8") + " dump", "Re: 蓝屏 dump"),
        ("=?utf-8?q?a=20b_c?=", "a b c"),
        ("=?utf-8*en?q?a?=", "a"),
        ("=?utf-8?b?6JOd?=", "蓝"),
        ("=?utf-8?b?6JOd5bGP", "=?utf-8?b?6JOd5bGP"),
        ("=?utf-8?b?YQ?=", "a"),
        ("=?utf-8?b?Y?=", ""),
        ("=?nonsense?q?a?=", "a"),
        ("plain", "plain"),
        ("", ""),
        ("a =? b ?= c", "a =? b ?= c"),
    ],
)
def test_encoded_words_are_read(value: str, text: str) -> None:
    assert decode_header(value) == text


def test_raw_8_bit_borrows_the_charset_of_the_body() -> None:
    raw = "藍屏問題回報".encode("big5").decode("ascii", "surrogateescape")
    assert decode_header(raw, "big5") == "藍屏問題回報"


@pytest.mark.parametrize(
    "hostile",
    [
        "a\r\nBcc: x@y.example",
        "a\x00b",
        "a\u2028b",
        "a\u202eb",
        "a\u2066b",
        "=?utf-8?q?a=0D=0ABcc:x?=",
    ],
)
def test_a_header_keeps_no_control_character(hostile: str) -> None:
    text = decode_header(hostile)
    assert not any(ord(char) < 32 or char in "\u2028\u202e\u2066" for char in text)


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b'attachment; filename="a b.zip"', "a b.zip"),
        (b"attachment; filename*=utf-8''%E8%93%9D%E5%B1%8F.dmp", "蓝屏.dmp"),
        (b"attachment; filename*=gb2312''%C0%B6%C6%C1.dmp", "蓝屏.dmp"),
        (b"attachment; filename*0*=utf-8''%E8%93; filename*1*=%9D.dmp", "蓝.dmp"),
        (b"attachment; filename=x.dmp; filename*=utf-8''%E8%93%9D.dmp", "蓝.dmp"),
        (b'attachment; filename="' + word("蓝屏.dmp", "gbk").encode() + b'"', "蓝屏.dmp"),
        (b'attachment; filename="' + "蓝屏.dmp".encode("gbk") + b'"', "蓝屏.dmp"),
        (b'attachment; filename="C:\\\\Temp\\\\memory.dmp"', "memory.dmp"),
        (b'attachment; filename="../../etc/passwd"', "passwd"),
        (b"attachment; filename*0*=a; filename*=b", ""),
        (b"attachment", ""),
    ],
)
def test_file_names_are_read(disposition: bytes, name: str) -> None:
    part = message_from_bytes(b"Content-Disposition: " + disposition + b"\r\n\r\n")
    assert file_name(part) == name


def test_backslashes_are_plain_characters() -> None:
    assert visible("C:\\new\\users\r\n\\\\server\\share") == "C:\\new\\users\n\\\\server\\share"
