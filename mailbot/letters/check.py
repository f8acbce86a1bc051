"""Tries every letter in every language and branch before the first mail."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from mailbot.because import Because
from mailbot.errors import ConfigError, TemplateError
from mailbot.letters.samples import samples
from mailbot.letters.shelf import LANGUAGES, Files, files_of, read_letters, templates
from mailbot.letters.writer import Press, press_of


def check_letters(folder: Path) -> tuple[str, ...]:
    """What is wrong with the letters in `folder`, each problem with its file and line."""
    return _checked(folder, files_of(folder))


@lru_cache(maxsize=4)
def _checked(folder: Path, _files: Files) -> tuple[str, ...]:
    """Letters that have not changed are tried once in a life: that takes a second or more."""
    try:
        read_letters(folder)
        press = press_of(folder)
    except ConfigError as error:
        return (str(error),)
    return tuple(dict.fromkeys([*_missing(folder), *_unwritable(folder, press)]))


def _missing(folder: Path) -> Iterator[str]:
    """A letter that one language lacks."""
    found = {one.path for one in templates(folder)}
    for path in sorted(found):
        for lang in LANGUAGES:
            sibling = path.parent.parent / lang / path.name
            if sibling not in found:
                yield str(Because.TEMPLATE_MISSING(path=str(sibling)))


def _unwritable(folder: Path, press: Press) -> Iterator[str]:
    first = next(templates(folder))
    yield from press.unknown_names(next(samples(first.spec, first.lang)))
    for template in templates(folder):
        for page in samples(template.spec, template.lang):
            try:
                press.write(page)
            except TemplateError as error:
                yield str(error)
