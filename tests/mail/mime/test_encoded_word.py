"""Headers as a person reads them."""

import base64

import pytest

from mailbot.mail.mime.encoded_word import decode_header

RARE = "朱镕基与喆"  # 镕 and 喆 are in GBK but not in GB2312


def word(text: str, charset: str, codec: str = "") -> str:
    return f"=?{charset}?B?{base64.b64encode(text.encode(codec or charset)).decode()}?="


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
        ("=?utf-8?b?6JOd5bGP", "蓝屏"),  # the end was cut off
        ("=?utf-8?q?what?_now?=", "what? now"),
        ("=?utf-8?q?a=3Db?= =?utf-8?q?c?=", "a=bc"),
        ("=?gb2312?b?1tW2?= =?GBK?b?y8C2xsE=?=", "终端蓝屏"),  # one charset by two names
        (word(word("蓝屏", "gbk"), "utf-8"), "蓝屏"),  # encoded twice
        ("=?us-ascii?q?caf=E9?=", "café"),
        ("=?utf-8?b?6JOd5bGP?==?utf-8?b?6Zeu6aKY?=", "蓝屏问题"),
        ("(=?utf-8?q?a?=)", "(a)"),
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


def test_raw_8_bit_is_told_by_itself_where_no_body_helps() -> None:
    raw = "Журналы загружены на сервер".encode("koi8-r").decode("ascii", "surrogateescape")
    assert decode_header(raw) == "Журналы загружены на сервер"
