"""Tries every letter in every language and branch before the first mail."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from mailbot.errors import ConfigError, TemplateError
from mailbot.letters.letterhead import Letterhead
from mailbot.letters.names import Page, names
from mailbot.letters.samples import Sample, calendar, items, samples
from mailbot.letters.shelf import FRAME, LANGUAGES, Sheet, read_letters, read_text, sheets
from mailbot.letters.writer import TemplateLetters
from mailbot.ports import Written

_BODY = "body"


def check_letters(folder: Path) -> tuple[str, ...]:
    """What is wrong with the letters in `folder`, each problem with its file and line."""
    try:
        read_letters(folder)
        TemplateLetters(folder, _letterhead(folder), calendar(), items())
    except ConfigError as error:
        return (str(error),)
    found = [*_missing(folder), *_unknown_names(folder), *_unwritable(folder)]
    return tuple(dict.fromkeys(found))


def write_sample(folder: Path, sample: Sample) -> Written:
    """The letter of a sample, from the templates in `folder`."""
    letters = TemplateLetters(folder, sample.letterhead, calendar(), items())
    return letters.write(sample.draft, sample.case, sample.waiting)


def _letterhead(folder: Path) -> Letterhead:
    first = next(sheets(folder))
    return next(samples(first.spec, first.lang)).letterhead


def _missing(folder: Path) -> Iterator[str]:
    """A letter that one language lacks."""
    found = {(one.spec.name, one.lang): one for one in sheets(folder)}
    for (name, lang), sheet in found.items():
        for other in LANGUAGES:
            if (name, other) not in found:
                path = sheet.path.parent.parent / other / sheet.path.name
                yield f"{path} is missing: {sheet.path} has no letter beside it in {other}"
        del lang


def _unknown_names(folder: Path) -> Iterator[str]:
    """Names no template knows, in branches that no sample may reach too."""
    for sheet in sheets(folder):
        known = set(_names(sheet))
        for source in (sheet.subject, sheet.body):
            yield from _unknown(sheet.path, source, known)
    for frame in sorted({one.path.with_name(f"{FRAME}.txt") for one in sheets(folder)}):
        yield from _unknown(frame, read_text(frame), known | {_BODY})


def _names(sheet: Sheet) -> dict[str, object]:
    sample = next(samples(sheet.spec, sheet.lang))
    page = Page(
        sample.draft, sample.case, {}, sheet.lang, sample.letterhead, calendar(), items()
    )
    return names(page)


def _unknown(path: Path, source: str, known: set[str]) -> Iterator[str]:
    try:
        tree = Environment(autoescape=True).parse(source)
    except TemplateSyntaxError:
        return  # writing it names the line
    for name in sorted(meta.find_undeclared_variables(tree) - known):
        line = min(one.lineno for one in tree.find_all(nodes.Name) if one.name == name)
        yield f"{path}:{line}: there is no {name}. Known here: {', '.join(sorted(known))}"


def _unwritable(folder: Path) -> Iterator[str]:
    for sheet in sheets(folder):
        for sample in samples(sheet.spec, sheet.lang):
            try:
                write_sample(folder, sample)
            except TemplateError as error:
                yield str(error)
