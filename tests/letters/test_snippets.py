"""Prepared answers: in both languages, asked about in many ways, and good to read in any desk."""

from pathlib import Path

import pytest

from mailbot.errors import ConfigError
from mailbot.letters.snippets import FOLDER, read_snippets
from mailbot.shipped import SHIPPED_LETTERS

SHIPPED = {lang: read_snippets(SHIPPED_LETTERS, lang) for lang in ("zh", "en")}
EVERY = [one for lang in SHIPPED.values() for one in lang]


def written(folder: Path, text: str) -> Path:
    (folder / FOLDER).mkdir()
    (folder / FOLDER / "topic.en.txt").write_text(text, encoding="utf-8")
    return folder


def test_every_topic_is_there_in_both_languages() -> None:
    zh, en = ({one.topic for one in SHIPPED[lang]} for lang in ("zh", "en"))

    assert zh == en
    assert len(zh) == 10


@pytest.mark.parametrize("one", EVERY, ids=lambda one: f"{one.topic}.{one.lang}")
def test_each_names_several_ways_it_is_asked(one: object) -> None:
    snippet = next(each for each in EVERY if each is one)

    assert len(set(snippet.questions)) == len(snippet.questions) >= 6
    assert snippet.called
    assert snippet.body.count("\n") >= 4


def test_no_question_asks_for_two_answers() -> None:
    asked = [question for one in EVERY for question in one.questions]

    assert len(asked) == len(set(asked))


def test_a_folder_without_any_has_none(tmp_path: Path) -> None:
    assert read_snippets(tmp_path, "en") == ()


@pytest.mark.parametrize(
    "text",
    ["Name: a\n\nbody\n", "Question: a?\n\nbody\n", "Name: a\nQuestion: b?\n\n", "body only\n"],
)
def test_a_file_without_its_parts_is_named_with_the_mend(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=r"topic\.en\.txt.*Question"):
        read_snippets(written(tmp_path, text), "en")


def test_its_parts_are_read(tmp_path: Path) -> None:
    text = "Name: the dump\nQuestion: How?\nQuestion: Where?\n\nPress F8.\n\nWait.\n"
    (one,) = read_snippets(written(tmp_path, text), "en")

    assert (one.topic, one.called, one.questions) == ("topic", "the dump", ("How?", "Where?"))
    assert one.body == "Press F8.\n\nWait.\n"
