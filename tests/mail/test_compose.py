"""Letters as bytes: always the same, and nothing breaks out of its line."""

import re
from datetime import UTC, datetime
from email import message_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import TemplateError
from mailbot.mail.compose import Outgoing, compose
from mailbot.mail.message import Address
from mailbot.mail.parse import parse

DESK = Address("support@support.example", "技术支持 Support")
ZHOU = Address("zhou@partner.example", 'Zhou, "Z" 佐')


def letter(**changes: object) -> Outgoing:
    values: dict[str, object] = {
        "message_id": "mailbot.C-1.1.0123456789abcdef@support.example",
        "sender": DESK,
        "to": (ZHOU,),
        "cc": (Address("lin@support.example", "Lin Wei"),),
        "subject": "Re: 【案例】某省能源地质集团 终端随机蓝屏 dump分析，请尽快处理",
        "date": datetime(2020, 5, 7, 9, 47, tzinfo=UTC),
        "text": "周先生，您好\n\n路径 C:\\_temp\\*.dmp\n.\nFrom here on\n",
        "boundary": "b-1",
    }
    return Outgoing(**(values | changes))  # type: ignore[arg-type]


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert compose(letter(html="<p>x</p>")) == compose(letter(html="<p>x</p>"))


def test_a_letter_reads_as_it_was_written() -> None:
    read = parse(
        compose(
            letter(
                html="<p>周先生</p>",
                in_reply_to="a@b.example",
                references=("r1@b.example", "a@b.example"),
                attachments=(("收集工具 v1.zip", "application/zip", b"PK\x03\x04"),),
            )
        )
    )
    assert read.message_id == "mailbot.C-1.1.0123456789abcdef@support.example"
    assert read.sender == DESK
    assert [box.email for box in read.recipients] == ["zhou@partner.example", "lin@support.example"]
    assert read.subject == "Re: 【案例】某省能源地质集团 终端随机蓝屏 dump分析，请尽快处理"
    assert read.text == "周先生，您好\n\n路径 C:\\_temp\\*.dmp\n.\nFrom here on"
    assert read.date == datetime(2020, 5, 7, 9, 47, tzinfo=UTC)
    assert (read.in_reply_to, read.references) == (
        ("a@b.example",),
        ("r1@b.example", "a@b.example"),
    )
    assert [(file.name, file.type, file.size) for file in read.attachments] == [
        ("收集工具 v1.zip", "application/zip", 4)
    ]


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({}, ["text/plain"]),
        ({"html": "<p>x</p>"}, ["multipart/alternative", "text/plain", "text/html"]),
        (
            {"attachments": (("a", "text/x-log", b""),)},
            ["multipart/mixed", "text/plain", "text/x-log"],
        ),
        (
            {"html": "x", "attachments": (("a", "image/png", b"1"),)},
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "image/png"],
        ),
    ],
)
def test_the_shape_follows_from_what_is_in_it(changes: dict[str, object], kinds: list[str]) -> None:
    tree = message_from_bytes(compose(letter(**changes)))
    assert [part.get_content_type() for part in tree.walk()] == kinds
    assert not [part.defects for part in tree.walk() if part.defects]


def test_lines_end_with_crlf_and_are_short() -> None:
    raw = compose(letter(html="<p>" + "长" * 2000, attachments=(("长" * 99, "a/b", b"x" * 5000),)))
    assert raw.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(map(len, raw.split(b"\r\n"))) <= 100


def test_only_what_no_person_approved_says_so() -> None:
    answer = message_from_bytes(compose(letter(auto_submitted="auto-replied")))
    assert answer["Auto-Submitted"] == "auto-replied"
    assert answer["X-Auto-Response-Suppress"] == "DR, RN, NRN, AutoReply"
    approved = message_from_bytes(compose(letter()))
    assert approved["Auto-Submitted"] is None
    assert approved["X-Auto-Response-Suppress"] is None


BREAKS = [
    "a\r\nBcc: evil@x.example",
    "a\nBcc: evil@x.example",
    "a\x00b",
    "a\r\n\r\nbody",
    "a\u2028Bcc: x",
]


@pytest.mark.parametrize("hostile", BREAKS)
def test_no_text_breaks_out_of_its_header(hostile: str) -> None:
    raw = compose(
        letter(
            subject=hostile,
            to=(Address("zhou@partner.example", hostile),),
            attachments=((hostile, "a/b", b""),),
        )
    )
    names = [name for name, _ in message_from_bytes(raw).items()]
    assert "Bcc" not in names
    assert len(names) == len(set(names)) == 8


@pytest.mark.parametrize("hostile", [*BREAKS, "", "a b", "<a>"])
@pytest.mark.parametrize("field", ["message_id", "in_reply_to", "references", "sender", "to", "cc"])
def test_an_id_or_address_that_breaks_out_is_refused(field: str, hostile: str) -> None:
    if field == "in_reply_to" and not hostile:
        return
    boxed = {"sender": Address(hostile), "to": (Address(hostile),), "cc": (Address(hostile),)}
    value = boxed.get(field, (hostile,) if field == "references" else hostile)
    with pytest.raises(TemplateError):
        compose(letter(**{field: value}))


@pytest.mark.parametrize(
    "changes",
    [
        {"auto_submitted": "yes"},
        {"html": "x", "boundary": 'b"\r\n'},
        {"attachments": (("a", "text/plain\r\nX: y", b""),)},
    ],
)
def test_other_values_that_break_out_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(TemplateError):
        compose(letter(**changes))


@given(st.text(max_size=120), st.text(max_size=60), st.text(max_size=300))
def test_whatever_is_written_comes_back(subject: str, name: str, text: str) -> None:
    raw = compose(letter(subject=subject, text=text, sender=Address("a@b.example", name)))
    read = parse(raw)
    tree = message_from_bytes(raw)
    assert read.sender.email == "a@b.example"
    assert [key for key, _ in tree.items()][:3] == ["Date", "From", "To"]
    payload = tree.get_payload(decode=True)
    assert isinstance(payload, bytes)
    sent = payload.decode().replace("\r\n", "\n")
    assert (
        sent == re.sub(r"\r\n?", "\n", text).encode("utf-8", "replace").decode().rstrip("\n") + "\n"
    )
