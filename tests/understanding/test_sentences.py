"""A mail's text is cut as its writer meant it."""

import pytest

from mailbot.understanding.normalise import plain
from mailbot.understanding.scopes import Scope, Span, clause, holds
from mailbot.understanding.sentences import is_machine_line, sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


CUTS = [
    ("第一句。第二句！第三句？", ["第一句。", "第二句！", "第三句？"]),
    ("One. Two! Three?", ["One.", "Two!", "Three?"]),
    ("Dear Mr. Zhou", ["Dear Mr. Zhou"]),
    ("See e.g. the log of v1.2.3 there.", ["See e.g. the log of v1.2.3 there."]),
    ("查看ntfs.sys属性", ["查看ntfs.sys属性"]),
    ("1. 收集日志\n2. 上传", ["1. 收集日志", "2. 上传"]),
    (
        "This line was wrapped by a mail program at seventy-two\ncolumns and goes on.",
        ["This line was wrapped by a mail program at seventy-two columns and goes on."],
    ),
    ("Short line\nAnother", ["Short line", "Another"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "2020-05-01 12:00:01 ERROR: upload failed",
        "Oct 12 09:13:22 sw1 kernel: panic",
        "PS C:\\> Get-WindowsUpdateLog",
        "3: kd> !address fffff807376ef014",
    ],
)
def test_a_line_a_machine_wrote_says_nothing(line: str) -> None:
    assert is_machine_line(line)
    assert texts(f"Hello\n{line}") == ["Hello"]


def test_the_number_of_a_list_is_known_and_its_mark_is_off() -> None:
    first, second = sentences("1）收集日志\n- 上传")
    assert (first.number, first.plain) == (1, "收集日志")
    assert (second.number, second.plain) == (1, "上传")


@pytest.mark.parametrize(
    "text",
    [
        "Let me know if you need anything else.",
        "如有问题请随时联系我们。",
        "If you have any questions, please contact us.",
    ],
)
def test_a_courtesy_is_no_condition(text: str) -> None:
    (sentence,) = sentences(text)
    assert not any(letter.isalnum() for letter in sentence.plain)
    assert sentence.raw


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("ＦＴＰ", "ftp"),
        ("請上傳記憶體傾印檔案", "请上传内存转储文件"),
        ("伺服器連線逾時", "服务器连接超时"),
        ("I’ve", "i've"),
        ("Already plain", "already plain"),
    ],
)
def test_one_thing_is_written_one_way(written: str, same: str) -> None:
    assert plain(written) == same


SCOPES = [
    ("negated", "we have not uploaded the log", "uploaded", True),
    ("negated", "not only the log, we uploaded the dump", "uploaded", False),
    ("negated", "没有问题，日志已上传", "已上传", False),
    ("negated", "日志还没上传", "上传", True),
    ("negated", "i uploaded the log but not the dump", "uploaded", False),
    ("future", "i will upload it", "upload", True),
    ("future", "i upload it tomorrow", "upload", True),
    ("future", "已将日志上传", "上传", False),
    ("future", "明天上传日志", "上传", True),
    ("question", "日志是否已上传？", "已上传", True),
    ("question", "日志已上传，收到了吗？", "已上传", False),
    ("question", "did you get the log i uploaded?", "uploaded", True),
    ("condition", "如果再次蓝屏，上传dump", "上传", True),
    ("condition", "日志如下，已上传", "已上传", False),
    ("condition", "once it crashes we upload the dump", "upload", True),
    ("supposed", "if it crashes again", "crashes", True),
    ("supposed", "当打开文件时崩溃", "崩溃", False),
    ("requested", "请上传日志", "上传", True),
    ("requested", "请问日志上传了吗", "上传", False),
    ("quoted", 'the dialog says "the upload failed"', "upload failed", True),
    ("quoted", "the upload failed", "upload failed", False),
]


@pytest.mark.parametrize(("scope", "text", "word", "expected"), SCOPES)
def test_a_scope_holds_for_a_word_of_its_clause(
    scope: str, text: str, word: str, expected: bool
) -> None:
    start = text.index(word)
    assert holds(Scope(scope), text, Span(start, start + len(word))) is expected


def test_a_comma_in_a_number_ends_no_clause() -> None:
    text = "we lost 10,000 rows, then it recovered"
    assert clause(text, 8, 12) == Span(0, text.index(", then"))


def test_a_sentence_without_an_end_is_cut_all_the_same() -> None:
    assert all(len(text) <= 500 for text in texts("字" * 20_000))


def test_a_text_said_over_and_over_is_read_once() -> None:
    assert len(texts("again. " * 9_000)) == 1


def test_an_address_with_a_query_is_no_question() -> None:
    text = "链接: https://pan.example/s/1abc?pwd=x7k2&a=b 已上传"
    assert [one.text for one in sentences(text)] == [text]
    assert len(sentences("可以吗?请回复")) == 2
