"""Subjects, quoted lines and signed ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.mail.thread import (
    case_number,
    has_forward_prefix,
    has_reply_prefix,
    normal_subject,
    own_message_id,
    plus_address,
    quoted_lines,
    read_own_message_id,
    read_plus_address,
)

KEY = b"k" * 32
DESK = "support@support.example"


@pytest.mark.parametrize(
    "subject",
    [
        "终端随机蓝屏 dump分析",
        "【案例】终端随机蓝屏 dump分析",
        "Re: 【案例】终端随机蓝屏 dump分析",
        "回复：【案例】终端随机蓝屏   dump分析",
        "【升级】【案例】终端随机蓝屏 DUMP分析",
        "答复: 答复: [Case C-12] 转发：终端随机蓝屏 dump分析",
        "Re[2]: Fwd: RE：Fw : 终端随机蓝屏 dump分析",
        "AW: SV: 终端随机蓝屏 dump分析",
        "自动回复: Re: 终端随机蓝屏 dump分析",
    ],
)
def test_prefixes_and_tags_fall_away(subject: str) -> None:
    assert normal_subject(subject) == "终端随机蓝屏 dump分析"


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Reset fails", "reset fails"),
        ("Regarding: x", "regarding: x"),
        ("回复内容不对", "回复内容不对"),
        ("error [0x1e] again", "error [0x1e] again"),
        ("[Case C-12]", ""),
        ("Re:", ""),
        ("", ""),
    ],
)
def test_a_subject_keeps_its_words(subject: str, bare: str) -> None:
    assert normal_subject(subject) == bare


@pytest.mark.parametrize(
    ("subject", "reply", "forward"),
    [
        ("Re: x", True, False),
        ("回复：x", True, False),
        ("【案例】答复: x", True, False),
        ("Fw: x", False, True),
        ("转发: Re: x", True, True),
        ("Re: Fw: x", True, False),
        ("x", False, False),
        ("Return: x", False, False),
        ("回复 x", False, False),
        ("", False, False),
    ],
)
def test_a_prefix_says_what_a_mail_does(subject: str, *, reply: bool, forward: bool) -> None:
    assert (has_reply_prefix(subject), has_forward_prefix(subject)) == (reply, forward)


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("[Case C-12] blue screen", "C-12"),
        ("Re: 【案例 C-12】蓝屏", "C-12"),
        ("[case c-12]", "C-12"),
        ("about C-7", "C-7"),
        ("see C-7 in [Case C-12]", "C-12"),
        ("USB-C-12 adapter", ""),
        ("ABC-12", ""),
        ("C-12b", ""),
        ("C-", ""),
        ("", ""),
    ],
)
def test_a_case_number_is_found(subject: str, number: str) -> None:
    assert case_number(subject, "C-") == number


def test_only_lines_that_tell_a_text_from_others_are_taken() -> None:
    text = "\n".join(
        [
            "> 请压缩并上传最新的full dump文件",
            ">>  please   upload the newest full dump",
            "您好，感谢您的支持与配合",
            "Dear customer, thank you for writing",
            "发件人: Lin Wei <wei.lin@support.example>",
            "------------------------------",
            "服务电话： 400-000-0055",
            "好的",
            "Sent from my iPhone, please excuse it",
        ]
    )
    assert quoted_lines(text) == (
        "请压缩并上传最新的full dump文件",
        "please upload the newest full dump",
    )


@given(st.from_regex(r"[A-Za-z]{1,4}-[0-9]{1,6}", fullmatch=True), st.integers(0, 10**6))
def test_our_own_ids_are_read_back(case_id: str, number: int) -> None:
    own = own_message_id(case_id, number, KEY, "support.example")
    assert read_own_message_id(own, KEY) == case_id
    assert read_own_message_id(f"<{own}>", KEY) == case_id
    assert read_plus_address(plus_address(DESK, case_id, KEY), KEY) == case_id
    assert read_plus_address(plus_address(DESK, case_id, KEY).upper(), KEY) == case_id


@pytest.mark.parametrize(
    "forged",
    [
        own_message_id("C-1", 1, b"another key", "support.example"),
        own_message_id("C-1", 1, KEY, "support.example").replace("C-1.1", "C-2.1"),
        own_message_id("C-1", 1, KEY, "support.example").replace("C-1.1", "C-1.2"),
        "mailbot.C-1.1.0000000000000000@support.example",
        "C-1@support.example",
        "",
    ],
)
def test_a_forged_id_is_refused(forged: str) -> None:
    assert read_own_message_id(forged, KEY) is None


@pytest.mark.parametrize(
    "forged",
    [
        plus_address(DESK, "C-1", b"another key"),
        plus_address(DESK, "C-1", KEY).replace("+", "+aa"),
        "support+imwtc.0000000000000000@support.example",
        "support+1.0000000000000000@support.example",
        DESK,
        "",
    ],
)
def test_a_forged_address_is_refused(forged: str) -> None:
    assert read_plus_address(forged, KEY) is None


@given(st.text(max_size=60))
def test_hostile_ids_and_subjects_never_crash(text: str) -> None:
    assert read_own_message_id(text, KEY) is None
    assert read_plus_address(text, KEY) is None
    normal_subject(text)
    quoted_lines(text)
    case_number(text, "C-")
