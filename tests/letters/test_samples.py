"""The text of every letter in every language and branch."""

import re
from collections.abc import Sequence
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

import mailbot
from mailbot.letters import check_letters
from mailbot.letters.page import Page
from mailbot.letters.samples import SEAL, samples
from mailbot.letters.shelf import Template, templates
from mailbot.letters.writer import Press
from mailbot.ports import Written

TEMPLATES = Path(mailbot.__file__).parent.parent / "templates"
PRESS = Press(TEMPLATES)
SHEETS = tuple(templates(TEMPLATES))

_KNOWN: dict[Path, Sequence[tuple[Page, Written]]] = {}
_CJK = re.compile("[\u3400-\u9fff]")
_GREETING = re.compile(r"^(?! ).{0,30}(?:您好！|Hello,|Dear .*,)$", re.MULTILINE)
_ENGLISH = re.compile(r"(?:\b[A-Za-z']{2,}[ ,]+){4}")


def name_of(value: object) -> str:
    return f"{value.spec.name}-{value.lang}" if isinstance(value, Template) else str(value)


def texts(sheet: Template) -> Sequence[tuple[Page, Written]]:
    """Every page of the samples, and its letter."""
    if sheet.path not in _KNOWN:
        pages = samples(sheet.spec, sheet.lang)
        _KNOWN[sheet.path] = [(page, PRESS.write(page)) for page in pages]
    return _KNOWN[sheet.path]


def test_the_shipped_letters_are_without_fault() -> None:
    assert check_letters(TEMPLATES) == ()


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
class TestEveryLetter:
    def test_has_no_blank_line_twice_and_none_at_its_ends(self, sheet: Template) -> None:
        for _, letter in texts(sheet):
            assert "\n\n\n" not in letter.text
            assert letter.text == letter.text.strip() + "\n"
            assert not re.search(r"[ \t]$", letter.text, re.MULTILINE)

    def test_has_no_sentence_in_the_other_language(self, sheet: Template) -> None:
        for _, letter in texts(sheet):
            prose = [one for one in letter.text.splitlines() if not one.startswith("    ")]
            stranger = _CJK if sheet.lang == "en" else _ENGLISH
            assert [one for one in [letter.subject, *prose] if stranger.search(one)] == []

    def test_shows_nothing_of_its_making(self, sheet: Template) -> None:
        for _, letter in texts(sheet):
            assert not re.search(r"None|undefined|\{\{|\{%|Absent|Written", letter.text)
            assert "\n" not in letter.subject

    def test_has_one_frame(self, sheet: Template) -> None:
        for page, letter in texts(sheet):
            assert len(_GREETING.findall(letter.text)) == 1
            assert letter.text.count(f"\n{page.letterhead.desk}") == 1

    def test_counts_its_lists_from_one(self, sheet: Template) -> None:
        for _, letter in texts(sheet):
            last = 0
            for number in map(int, re.findall(r"^(\d+)\. ", letter.text, re.MULTILINE)):
                assert number in (1, last + 1)
                last = number

    def test_shows_a_seal_only_where_it_is_marked_as_secret(self, sheet: Template) -> None:
        for _, letter in texts(sheet):
            assert SEAL not in letter.subject
            assert sheet.spec.secret or SEAL not in letter.text

    def test_has_every_sentence_in_one_of_its_branches(self, sheet: Template) -> None:
        """Else a branch is never tried before a customer gets it."""
        whole = "\n".join(letter.text for _, letter in texts(sheet))
        tree = jinja2.Environment(autoescape=True).parse(sheet.body)
        data = [part.data for part in tree.find_all(nodes.TemplateData)]
        lines = {line.strip() for part in data for line in part.split("\n")}
        assert [line for line in lines if line not in whole] == []
