"""Lessons as they stand in a file, and those that nothing is learnt from."""

import pytest

from mailbot.errors import ConfigError
from mailbot.learning.lesson import Difficulty, lessons_in, written_out
from mailbot.learning.library import read_lessons
from mailbot.shipped import LESSONS
from mailbot.understanding.intent import Side

FILE = """\
=== zh customer hard | 回复: 主题
还在压缩

今晚能好
---
发自手机
On Monday Li wrote:
full dump 好了吗？
+++ data_delayed | 还在压缩
+++ thanks
### 要看引文

=== en staff easy |
Noted.
"""
SHIPPED = read_lessons(LESSONS)


def test_a_lesson_has_its_parts() -> None:
    first, second = lessons_in(FILE, "b9")

    assert (first.id, second.id) == ("b9-001", "b9-002")
    assert (first.lang, first.side, first.difficulty) == ("zh", Side.CUSTOMER, Difficulty.HARD)
    assert first.subject == "回复: 主题"
    assert first.text == "还在压缩\n\n今晚能好"
    assert first.below == "发自手机\nOn Monday Li wrote:\nfull dump 好了吗？"
    assert first.evidence == {"data_delayed": "还在压缩", "thanks": ""}
    assert first.note == "要看引文"
    assert second.intents == frozenset()


def test_a_lesson_written_out_is_the_same_lesson() -> None:
    for one in SHIPPED[::37]:
        (again,) = lessons_in(written_out(one), "x")
        assert (again.text, again.below, again.evidence) == (one.text, one.below, one.evidence)


@pytest.mark.parametrize("head", ["zh customer", "zh boss easy | x", "zh staff tricky | x"])
def test_a_head_that_says_too_little_is_named_with_the_mend(head: str) -> None:
    with pytest.raises(ConfigError, match=r"lesson b9-001.*write '=== zh customer hard"):
        lessons_in(f"=== {head}\ntext\n", "b9")


def test_a_password_in_a_lesson_is_sealed_as_in_a_mail() -> None:
    (one,) = lessons_in("=== zh staff easy | x\n账号：tang\n密码：Kx7!pq90\n", "b9")

    assert "Kx7!pq90" not in one.written.text
    assert "[sealed:" in one.written.text


def test_a_tenth_is_held_out_and_two_of_the_second_series() -> None:
    first = [one for one in SHIPPED if one.id[0] == "a" and one.id[1].isdigit()]
    second = [one for one in SHIPPED if one.id[0] == "b" and one.id[1].isdigit()]

    assert sum(one.is_held_out for one in first) == 217
    assert 0.15 < sum(one.is_held_out for one in second) / len(second) < 0.26


def test_no_id_and_no_mail_is_there_twice() -> None:
    ids = [one.id for one in SHIPPED]
    mails = [(one.side, one.text, one.below, one.subject) for one in SHIPPED]

    assert len(set(ids)) == len(ids) >= 9_000
    assert len(mails) - len(set(mails)) <= 2


def test_the_evidence_of_a_lesson_stands_in_its_text() -> None:
    for one in SHIPPED:
        bare = "".join(one.text.split())
        for words in one.evidence.values():
            assert "".join(words.split()) in bare, one.id


def test_thanks_stands_alone_and_each_side_has_labels_of_its_own() -> None:
    sides: dict[str, set[Side]] = {}
    for one in SHIPPED:
        assert "thanks" not in one.intents or len(one.intents) == 1, one.id
        for name in one.intents:
            sides.setdefault(name, set()).add(one.side)

    assert all(len(said_by) == 1 for said_by in sides.values())
    assert len(sides) == 17
