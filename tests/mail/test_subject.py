"""Subjects: their prefixes, their tags, and the case number they bear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.mail.subject import case_number, has_forward_prefix, has_reply_prefix, normal_subject


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


@given(st.text(max_size=60))
def test_a_hostile_subject_never_crashes(text: str) -> None:
    assert isinstance(normal_subject(text), str)
    assert isinstance(case_number(text, "C-"), str)
