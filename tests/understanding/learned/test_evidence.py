"""From the marks of a reading to the clause that carries it."""

import pytest

from mailbot.understanding.learned.evidence import place_of, words_of
from mailbot.understanding.learned.likely import Mark
from mailbot.understanding.sentences import sentences


def marks(text: str, *words: str) -> tuple[Mark, ...]:
    """Marks on these words, as pieces of three characters."""
    found = []
    for word in words:
        at = text.index(word)
        starts = range(at, at + len(word), 3)
        found += [Mark(start, min(start + 3, at + len(word)), 0.1) for start in starts]
    return tuple(found)


def evidence(text: str, *words: str) -> str:
    said = sentences(text)
    place = place_of(marks(text, *words), text, said)
    assert place is not None
    return words_of(said[place.sentence], place.clause)


@pytest.mark.parametrize(
    ("text", "word", "carries"),
    [
        ("It is solved, but what was the cause?", "solved", "It is solved"),
        ("It is solved, but what was the cause?", "cause", "what was the cause?"),
        ("问题解决了，但是还有一台服务器也蓝屏了。", "蓝屏", "还有一台服务器也蓝屏了。"),
        ("First line.\nThe dump is\nuploaded now. Thanks.", "uploaded", "uploaded now."),
        ("1. 已上传\n2. 密码错误，登不上", "登不上", "登不上"),
        ("日志已上傳，請查收。", "請查收", "請查收。"),
    ],
)
def test_the_clause_with_most_of_the_marks(text: str, word: str, carries: str) -> None:
    assert evidence(text, word) == carries


def test_the_heavier_sentence_wins() -> None:
    text = "We sent the log. It crashed again and again."

    assert evidence(text, "log", "crashed", "again") == "It crashed again and again."


def test_a_sentence_that_stands_twice_is_found_where_it_stands_first() -> None:
    assert evidence("Done. Done. Really.", "Really") == "Really."


def test_a_text_of_machine_lines_only_has_no_place() -> None:
    text = "[12:00:01] error 5\n[12:00:02] error 5"

    assert place_of(marks(text, "error"), text, sentences(text)) is None
