"""Names of people, out of what lists, directories and programs write."""

import pytest

from mailbot.mail.message import Address, Trust
from mailbot.mail.parse import parse

HEX = "0123456789abcdef0123456789abcdef"
FROM_A_LIST = (
    "Authentication-Results: mx.desk.example; dmarc=pass header.from=lists.example\r\n"
    "From: \"'Zhou Zuo' via Support\" <support@lists.example>\r\n{more}To: d@desk.example\r\n\r\nx"
)


def read(header: str, more: str = "") -> Address:
    return parse(f"From: {header}\r\n{more}To: d@desk.example\r\n\r\nx".encode()).sender


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("\"'Zhou Zuo' via Support\" <l@b.example>", "Zhou Zuo"),
        ("'Zhou Zuo' via Support <l@b.example>", "Zhou Zuo"),
        ("周佐 通过 支持 <l@b.example>", "周佐"),
        ("“周佐” <z@b.example>", "周佐"),
        ("Via Rail <z@b.example>", "Via Rail"),
        ("Zhou (via) <z@b.example>", "Zhou (via)"),
        ("'z@b.example' <Z@B.Example>", ""),
        ("z@b.example <z@b.example>", ""),
        ("=?gbk?B?1tzX9A==?= <z@b.example>", "周佐"),
        ("张三（研发） <z@b.example>", "张三（研发）"),
        ('"Zhou, Zuo (IT)" <z@b.example>', "Zhou, Zuo (IT)"),
    ],
)
def test_a_name_is_what_a_person_wrote(header: str, name: str) -> None:
    assert read(header).name == name


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ("/O=B/OU=EX/CN=RECIPIENTS/CN=ZHOU", Address("", "ZHOU")),
        (f"/O=B/OU=EX/CN=RECIPIENTS/CN={HEX}-ZHOU", Address("", "ZHOU")),
        ("/O=B/CN=ZHOU <z@b.example>", Address("z@b.example")),
        (
            "<IMCEAEX-_O=B_OU=EX+20+28F+29_CN=RECIPIENTS_CN=Zhou@b.example>",
            Address("imceaex-_o=b_ou=ex+20+28f+29_cn=recipients_cn=zhou@b.example", "zhou"),
        ),
        (
            "周佐 <IMCEAEX-_O=B_CN=Zhou@b.example>",
            Address("imceaex-_o=b_cn=zhou@b.example", "周佐"),
        ),
    ],
)
def test_a_directory_path_tells_whom_it_means(header: str, address: Address) -> None:
    assert read(header) == address


@pytest.mark.parametrize(
    "more",
    [
        "X-Original-From: Zhou Zuo <z@b.example>\r\n",
        "X-Original-Sender: z@b.example\r\n",
        "Reply-To: Zhou Zuo <z@b.example>\r\n",
    ],
)
def test_the_writer_stands_behind_a_list_and_is_not_proven_by_it(more: str) -> None:
    message = parse(FROM_A_LIST.format(more=more).encode(), "mx.desk.example")

    assert message.sender.email == "z@b.example"
    assert message.trust is Trust.NONE


def test_a_list_that_names_nobody_speaks_for_itself() -> None:
    message = parse(FROM_A_LIST.format(more="").encode(), "mx.desk.example")

    assert message.sender == Address("support@lists.example", "Zhou Zuo")
    assert message.trust is Trust.PASS


def test_an_address_that_is_its_own_name_is_one_writer() -> None:
    raw = (
        b"Authentication-Results: mx.desk.example; dmarc=pass header.from=b.example\r\n"
        b"From: z@b.example <z@b.example>\r\n\r\nx"
    )
    assert parse(raw, "mx.desk.example").trust is Trust.PASS
