"""Mail built to hurt its reader: refused with a mend, or read, never a crash."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.errors import UnreadableMail
from mailbot.mail.message import Address, Message
from mailbot.mail.parse import parse
from tests.examples import examples

CASE = Path(__file__).parents[1] / "mails" / "sample_case"
SAMPLES = sorted(CASE.glob("*.eml"))
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
STATUS = (
    "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
    "Final-Recipient: rfc822; x@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"
)
RETURNED = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <ours@d.example>\r\nSubject: y\r\n\r\nz"


def nested(depth: int) -> bytes:
    opened = "".join(
        f"Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n" for at in range(depth)
    )
    return (
        mail().split(b"\r\n\r\n")[0]
        + b"\r\n"
        + opened.encode()
        + b"Content-Type: text/plain\r\n\r\nhi"
    )


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "no mail"),
        (b"\x00\xff\x00", "no mail"),
        (b"just a text\n\nwithout headers", "no mail"),
        (b"key: value\n\nbut no mail", "no mail"),
        (mail("X: " + "y" * (300 << 10)), "256 kB"),
        (nested(30), "nested"),
        (nested(1500), "nested"),
        (multipart("mixed", *[PLAIN + "x"] * 600), "500 parts"),
        (mail("Content-Type: text/plain" + ";" * 5000), "parameters"),
        (
            mail("Content-Type: multipart/mixed; boundary*0=B", body="--B\r\n\r\n" * 5000),
            "boundary",
        ),
    ],
    ids=[
        "empty",
        "zeros",
        "text",
        "pairs",
        "headers",
        "deep",
        "deeper",
        "parts",
        "params",
        "pieces",
    ],
)
def test_what_cannot_be_read_is_named_with_its_mend(raw: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableMail, match=complaint):
        parse(raw)


@pytest.mark.parametrize(
    "raw",
    [
        nested(15),
        multipart("mixed", *[PLAIN + "x"] * 400),
        b"Subject: only a subject\n\n",
        b"Subject: no body",
        b"\r\n\r\nFrom: a@b.example\r\n\r\nblank lines above",
        b"From a@b Mon Jan 1 00:00:00 2020\nFrom: a@b.example\n\nmbox",
        mail("Content-Type: multipart/mixed", body="no boundary"),
        mail("Content-Type: text/plain; charset*0*=a; charset*=b"),
        mail("Content-Transfer-Encoding: base64", body="!!!!"),
        mail("Content-Disposition: attachment; filename*0*=a; filename*=b"),
    ],
)
def test_what_is_only_odd_is_read(raw: bytes) -> None:
    assert isinstance(parse(raw), Message)


def test_a_mail_without_a_sender_is_nobodys() -> None:
    assert parse(b"Subject: x\n\nhello").sender == Address("")


@given(st.binary(max_size=400))
def test_random_bytes_never_crash(noise: bytes) -> None:
    for raw in (
        noise,
        mail(body=noise),
        b"From: " + noise,
        mail("Content-Type: text/html", body=noise),
    ):
        try:
            parse(raw, SERVER)
        except UnreadableMail:
            continue


SEEDS = [path.read_bytes() for path in SAMPLES] + [
    multipart("alternative", PLAIN + "plain", HTML + "<p>html</p>"),
    multipart("report", PLAIN + "sorry", STATUS, RETURNED),
]
GRAFTS = [
    b'"', b"<", b"(", b"\r\n", b"=?gbk?b?", b";", b"*0*=", b"charset=", b"boundary=", b"\0",
    b"filename*1*=", b"Content-Type: message/rfc822\n\n", b"\xff\xfe", b"=\r\n", b"\n\n", b"--B",
]  # fmt: skip


@settings(max_examples=examples(120))
@given(st.sampled_from(SEEDS), st.integers())
def test_a_damaged_mail_never_crashes(seed: bytes, chance: int) -> None:
    dice = random.Random(chance)  # noqa: S311 - no secret, a test
    raw = bytearray(seed)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(raw))
        cut = slice(at, at + dice.choice([0, 1, 1, 30]))
        raw[cut] = dice.choice([*GRAFTS, bytes([dice.randrange(256)])])
    try:
        read = parse(bytes(raw), SERVER)
    except UnreadableMail:
        return
    repr(read).encode("utf-8")
