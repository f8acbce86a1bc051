"""Tries every letter in every language and branch before the first mail."""

from collections.abc import Iterator
from pathlib import Path

from mailbot.errors import ConfigError, TemplateError
from mailbot.letters.samples import samples
from mailbot.letters.shelf import LANGUAGES, read_letters, sheets
from mailbot.letters.snippets import FOLDER, PreparedAnswers
from mailbot.letters.writer import Press


def check_letters(folder: Path) -> tuple[str, ...]:
    """What is wrong with the letters in `folder`, each problem with its file and line."""
    try:
        read_letters(folder)
        press = Press(folder)
        answers = PreparedAnswers.read(folder)
    except ConfigError as error:
        return (str(error),)
    problems = [*_missing(folder), *_unanswered(folder, answers), *_unwritable(folder, press)]
    return tuple(dict.fromkeys(problems))


def _missing(folder: Path) -> Iterator[str]:
    """A letter that one language lacks."""
    found = {one.path for one in sheets(folder)}
    for path in sorted(found):
        for lang in LANGUAGES:
            sibling = path.parent.parent / lang / path.name
            if sibling not in found:
                yield f"{sibling} is missing: write the letter in this language too"


def _unanswered(folder: Path, answers: PreparedAnswers) -> Iterator[str]:
    """A prepared answer that one language lacks."""
    for topic in answers.topics():
        for lang in LANGUAGES:
            if not answers.text(topic, lang):
                path = folder / FOLDER / f"{topic}.{lang}.txt"
                yield f"{path} is missing: write the answer in this language too"


def _unwritable(folder: Path, press: Press) -> Iterator[str]:
    first = next(sheets(folder))
    yield from press.unknown_names(next(samples(first.spec, first.lang)))
    for sheet in sheets(folder):
        for page in samples(sheet.spec, sheet.lang):
            try:
                press.write(page)
            except TemplateError as error:
                yield str(error)
