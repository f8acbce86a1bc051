"""Mails made wrong in seeded ways: bytes and lines lost, repeated, swapped and spliced."""

import base64
from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[Random, bytes, Sequence[bytes]], bytes]
_LARGEST = 256 << 10
# what parsers trip over, put where nobody expects it
_TOKENS = (
    b"\0", b"\r", b"\n", b"\r\n\r\n", b"\x1b$B", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"--", b"--\r\n", b"=?utf-8?b?", b"?=", b"=?gb2312?q?=B0", b"=\r\n", b"=", b"%", b"*0*=",
    b'filename*=utf-8\'\'%', b'"', b"(", b"\\", b";", b",", b"<", b">", b"<>", b"@", b":", b"&#",
    b"<div>", b"</div>", b"<blockquote>", b"<!--", b"> ", b">>>>", b"-- \r\n", b"From: ",
    "发件人：".encode(), "写道：".encode("gbk"), b"On 1 Jan 2020, x wrote:", b"begin 644 a\r\n",
    b"Content-Type: multipart/mixed; boundary=", b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Type: text/html\r\n", b"charset=hz",
    b"charset=utf-7", b"charset=utf-16", b"charset=idna", b"format=flowed; delsp=yes",
    b"Date: 99999999999", b"Message-ID: <", b"References: ", b"\xe2\x80\xae", b"\xee\x80\x80",
)  # fmt: skip
_NUMBERS = (b"0", b"-1", b"99999999999999999999", b"0x7fffffff", b"1e309", b"\xd9\xa3")


def mutated(dice: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """``raw`` with one to six things wrong with it; ``others`` lend their pieces."""
    for _ in range(dice.randint(1, 6)):
        raw = dice.choice(MUTATIONS)(dice, raw, others)[:_LARGEST]
    return raw


def _span(dice: Random, raw: bytes, longest: int = 400) -> tuple[int, int]:
    start = dice.randrange(len(raw) + 1)
    return start, min(len(raw), start + dice.randint(0, longest))


def bytes_flipped(dice: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    made = bytearray(raw)
    for _number in range(dice.randint(1, 8) if made else 0):
        made[dice.randrange(len(made))] = dice.randrange(256)
    return bytes(made)


def span_lost(dice: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(dice, raw)
    return raw[:start] + raw[end:]


def span_repeated(dice: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(dice, raw)
    return raw[:end] + raw[start:end] * dice.randint(1, 20) + raw[end:]


def end_lost(dice: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    return raw[: dice.randrange(len(raw) + 1)]


def token_put_in(dice: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    at = dice.randrange(len(raw) + 1)
    return raw[:at] + dice.choice(_TOKENS) * dice.choice((1, 1, 1, 3, 50)) + raw[at:]


def lines_swapped(dice: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    lines = raw.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def line_lost(dice: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    lines = raw.split(b"\n")
    del lines[dice.randrange(len(lines))]
    return b"\n".join(lines)


def spliced(dice: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """The beginning of one mail and the end of another."""
    other = dice.choice(others)
    return raw[: dice.randrange(len(raw) + 1)] + other[dice.randrange(len(other) + 1) :]


def nested(dice: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Another mail as a part of it, encoded where none may be."""
    inner = dice.choice(others)
    encoded = dice.random() < 0.5
    how = b"Content-Transfer-Encoding: base64\r\n" if encoded else b""
    head = raw.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    kind = dice.choice((b"message/rfc822", b"application/ms-tnef", b"text/calendar", b"text/html"))
    return (
        head + b"\r\nContent-Type: multipart/mixed; boundary=Q\r\n\r\n--Q\r\nContent-Type: " + kind
        + b"\r\n" + how + b"\r\n" + (base64.encodebytes(inner) if encoded else inner) + b"\r\n--Q--"
    )  # fmt: skip


def number_changed(dice: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    places = [at for at, byte in enumerate(raw[:20_000]) if 0x30 <= byte <= 0x39]
    if not places:
        return raw
    at = dice.choice(places)
    return raw[:at] + dice.choice(_NUMBERS) + raw[at + 1 :]


def recoded(dice: Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    """In another charset than its label says."""
    text = raw.decode("utf-8", "replace")
    return text.encode(dice.choice(("gb18030", "utf-16", "utf-7", "shift_jis", "cp1251")), "ignore")


MUTATIONS: tuple[Mutation, ...] = (
    bytes_flipped, span_lost, span_repeated, end_lost, token_put_in, token_put_in, lines_swapped,
    line_lost, spliced, nested, number_changed, recoded,
)  # fmt: skip
