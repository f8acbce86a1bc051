"""Marks over a text: whole, in order, and never twice over the same words."""

import pytest

from mailbot.console.marked_text import marked
from mailbot.understanding.understood import Found

TEXT = "日志已上传。另外请问能否替换驱动？谢谢。"
ROWS = [
    ([], []),
    ([("data_uploaded", "日志已上传。")], [("日志已上传。", ("data_uploaded",))]),
    (
        [("question", "请问能否替换驱动？"), ("data_uploaded", "日志已上传。")],
        [("日志已上传。", ("data_uploaded",)), ("请问能否替换驱动？", ("question",))],
    ),
    (
        [("question", "请问能否替换驱动？"), ("escalate", "请问能否替换驱动？")],
        [("请问能否替换驱动？", ("question", "escalate"))],
    ),
    (
        [("question", "另外请问能否"), ("escalate", "能否替换驱动？")],
        [("另外请问能否", ("question",)), ("替换驱动？", ("escalate",))],
    ),
    ([("question", "这里没有的话")], []),
    ([("question", TEXT)], []),
    ([("question", "")], []),
]


@pytest.mark.parametrize(("found", "marks"), ROWS)
def test_the_words_that_carry_an_intent_are_marked(
    found: list[tuple[str, str]], marks: list[tuple[str, tuple[str, ...]]]
) -> None:
    runs = marked(TEXT, [Found(name, 0.9, words) for name, words in found])

    assert "".join(run.text for run in runs) == TEXT
    assert [(run.text, run.intents) for run in runs if run.intents] == marks
