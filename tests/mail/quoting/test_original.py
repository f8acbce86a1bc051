"""Answers below or between the lines of a quote without marks, told by the mail it quotes."""

import pytest

from mailbot.mail.quoting.original import answered
from mailbot.mail.quoting.split import split
from tests.mail.quoting.test_split import ZH_BLOCK

LETTER = """周先生，您好

1. 请问出现蓝屏的机器是什么型号？
2. 最近是否安装过新的软件？

请参考 https://help.example/dump 收集信息。

此致
技术支持"""


def test_an_answer_below_the_quote_is_new() -> None:
    parts = answered(split(f"{ZH_BLOCK}\n\n{LETTER}\n\n\n型号是 R740，没装过。\n周"), LETTER)
    assert parts.text == "型号是 R740，没装过。\n周"
    assert "什么型号" in parts.quoted


def test_answers_between_the_lines_are_new() -> None:
    body = LETTER.replace("型号？\n", "型号？\nR740\n").replace("软件？\n", "软件？\n没有\n")
    parts = answered(split(f"您好\n\n{ZH_BLOCK}\n\n{body}\n"), LETTER)
    assert parts.text.split() == ["您好", "R740", "没有"]


def test_what_the_quote_quotes_in_its_turn_stays_quoted() -> None:
    deeper = "From: A\nSent: May 1, 2020\nTo: b\nSubject: c\n\nOld words that nobody knows"
    parts = answered(split(f"好的\n\n{ZH_BLOCK}\n\n{LETTER}\n\n{deeper}"), LETTER)
    assert parts.text == "好的"


@pytest.mark.parametrize(
    "quoted",
    [
        LETTER.replace("是什么型号？", "是什\n么型号？"),
        LETTER.replace(
            "https://help.example/dump", "https://help.example/dump<https://help.example/dump>"
        ),
        LETTER.replace("\n", "\n\n") + "\n\n[cid:image001.png]\n发自我的iPhone",
        LETTER.replace("，", ","),
    ],
)
def test_what_a_program_did_to_the_quote_is_no_answer(quoted: str) -> None:
    parts = answered(split(f"好的\n\n{ZH_BLOCK}\n\n{quoted}"), LETTER)
    assert parts.text == "好的"


def test_a_quote_of_another_mail_is_left_alone() -> None:
    parts = split(f"好的\n\n{ZH_BLOCK}\n\n完全不同的一封信\n里面没有我们的话")
    assert answered(parts, LETTER) == parts
    assert answered(parts, "") == parts


def test_a_quote_with_marks_is_told_by_its_marks() -> None:
    parts = split("On 1 May 2020, Lin <l@s.example> wrote:\n> Which model?\n> R740\nfine")
    assert answered(parts, "Which model?") == parts


def test_no_line_is_lost() -> None:
    body = f"{ZH_BLOCK}\n\n{LETTER}\n\nR740\n\n-----\n答"
    parts = answered(split(body), LETTER)
    whole = "\n".join(piece.text for piece in parts.pieces)
    assert whole.split() == body.split()
