"""The classifier over characters: what it counts, and that a file keeps it."""

import numpy as np
import pytest

from mailbot.learning.school import teach_characters
from mailbot.understanding.intent import Side
from mailbot.understanding.learned.characters import Characters, runs
from mailbot.understanding.learned.written import Written
from tests.learning.lessons import lesson


def taught() -> Characters:
    lessons = [
        lesson("the log is uploaded", "data_uploaded"),
        lesson("all files uploaded now", "data_uploaded"),
        lesson("日志已上传", "data_uploaded"),
        lesson("文件已上传完", "data_uploaded"),
        lesson("it crashed again", "problem_report"),
        lesson("又蓝屏了", "problem_report"),
        lesson("昨天又蓝屏", "problem_report"),
        lesson("the server crashed", "problem_report"),
    ]
    return teach_characters(lessons, {Side.CUSTOMER: ("data_uploaded", "problem_report")})


def test_a_word_s_edges_count_as_a_blank() -> None:
    assert list(runs("ab")) == [" ", "a", "b", " ", " a", "ab", "b ", " ab", "ab ", " ab "]


def test_a_short_word_is_counted_whole_once() -> None:
    assert [run for run in runs("x") if len(run) >= 3] == [" x ", " x "]


def test_capitals_wide_letters_and_traditional_characters_are_one() -> None:
    assert list(runs("Ｆｔｐ 上傳")) == list(runs("ftp 上传"))


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("the files are uploaded", "data_uploaded"),
        ("两份日志已上传", "data_uploaded"),
        ("crashed once more", "problem_report"),
        ("今天又蓝屏", "problem_report"),
    ],
)
def test_it_reads_what_the_lessons_resemble(text: str, means: str) -> None:
    scores = taught().scores(Written(Side.CUSTOMER, "", text))

    assert max(scores, key=scores.__getitem__) == means


def test_the_other_side_has_labels_of_its_own() -> None:
    assert taught().scores(Written(Side.STAFF, "", "uploaded")) == {}


def test_an_empty_text_has_no_features() -> None:
    at, values = taught().sides[Side.CUSTOMER].features("")

    assert len(at) == len(values) == 0


def test_a_file_keeps_it_to_half_precision() -> None:
    before, written = taught(), Written(Side.CUSTOMER, "", "the log is uploaded")
    after = Characters.loaded(before.dumped())

    assert after.sides[Side.CUSTOMER].places == before.sides[Side.CUSTOMER].places
    assert list(after.scores(written)) == list(before.scores(written))
    assert np.allclose(
        list(after.scores(written).values()), list(before.scores(written).values()), atol=0.01
    )
