"""Sentences to look words up in, and the places that figures leave in them."""

import pytest

from mailbot.mail.automatic.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello, Daniel.\nI am away!", (" hello daniel ", " i am away ")),
        ("one line\nthat is wrapped", (" one line that is wrapped ",)),
        ("one\n\ntwo", (" one ", " two ")),
        ("- one\n- two", (" - one ", " - two ")),
        ("已收到。谢谢！", (" 已收到 ", " 谢谢 ")),
        ("來信收悉，請稍候", (" 来信收悉，请稍候 ",)),
        ("Is it up? Yes.", (" is it up <ask> ", " yes ")),
        ("write to desk@ops.example", (" write to <mail> ",)),
        ("see https://ops.example/a?b=1", (" see <link> ",)),
        ("see portal.ops.example", (" see <link> ",)),
        ("call +44 20 5550 143", (" call <phone> ",)),
        ("分机 6218", (" <phone> ",)),
        ("back on 12/3", (" back on <date> ",)),
        ("8 月 1 日起", (" <date> 起 ",)),
        ("四月三日返港", (" <date> 返港 ",)),
        ("三个月内", (" 三个月内 ",)),
        ("2号盘亮黄灯", (" 2号盘亮黄灯 ",)),
        ("at 10:30 or 9 am", (" at <time> or <time> ",)),
        ("ticket INC0043217", (" ticket <ref> ",)),
        ("", ()),
        (" \n\n ", ()),
    ],
)
def test_a_text_in_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected
