"""Writes letters: several parts in one frame, one salutation, one signature, one subject."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from mailbot.because import Because
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.errors import TemplateError
from mailbot.letters.letterhead import Letterhead
from mailbot.letters.names import names, with_password
from mailbot.letters.page import Page
from mailbot.letters.printer import Printer
from mailbot.letters.shelf import FRAME, LANGUAGES, Files, Template, files_of, read_text, templates
from mailbot.letters.snippets import read_snippets
from mailbot.letters.speech import speech
from mailbot.letters.wording import one_line, without_seals
from mailbot.ports import Prepared, Written
from mailbot.reasons import Wording
from mailbot.understanding.item import Item

_FRAME = f"{FRAME}.txt"
_BODY = "body"
# a character that no template holds
_HERE = "\x00"
_BLANK_LINES = re.compile(r"\n{3,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


class TemplateLetters:
    """The Letters port over a folder of templates, read once."""

    def __init__(
        self,
        folder: Path,
        letterhead: Letterhead,
        calendar: WorkCalendar,
        items: Mapping[str, Item],
        brought: Iterable[Wording] = (),
    ) -> None:
        """``brought``: what guards and intents bring to be said."""
        self._press = press_of(folder)
        self._letterhead = letterhead
        self._calendar = calendar
        self._items = items
        self._speech = speech(brought, self._press.called)

    def write(self, draft: Draft, case: Case, waiting: Mapping[str, Written]) -> Written:
        """The letter of `draft`. Raises TemplateError naming the template, line and mend."""
        return self._press.write(self._page(draft, case, waiting))

    def frame(self, draft: Draft, case: Case) -> tuple[str, str]:
        """What stands above and below the words of `draft`. Raises TemplateError."""
        return self._press.frame(self._page(draft, case, {}))

    def prepared(self, draft: Draft, case: Case) -> Sequence[Prepared]:
        """The prepared answers in the language of `draft`. Raises TemplateError."""
        return self._press.prepared(self._page(draft, case, {}))

    def _page(self, draft: Draft, case: Case, waiting: Mapping[str, Written]) -> Page:
        lang = draft.lang if draft.lang in LANGUAGES else LANGUAGES[-1]
        head = self._letterhead.in_language(lang)
        return Page(draft, case, waiting, lang, head, self._calendar, self._items, self._speech)


def press_of(folder: Path) -> "Press":
    """The templates of a folder as they are now; those that have not changed are read once."""
    return _press_of(folder, files_of(folder))


@lru_cache(maxsize=4)
def _press_of(folder: Path, _files: Files) -> "Press":
    return Press(folder)


class Press:
    """All templates of a folder, ready to be printed. Raises ConfigError where one is broken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._templates = {(one.spec.name, one.lang): one for one in templates(folder)}
        self.called: dict[str, dict[str, str]] = {}
        for (name, lang), template in self._templates.items():
            self.called.setdefault(name, {})[lang] = template.called
        folders = sorted({one.path.parent for one in self._templates.values()})
        self._snippets = [one for lang in LANGUAGES for one in read_snippets(folder, lang)]
        self._frames = {one / _FRAME: read_text(one / _FRAME) for one in folders}
        self._printers: dict[tuple[str, int, WorkCalendar], Printer] = {}

    def write(self, page: Page) -> Written:
        """The letter of this page. Raises TemplateError."""
        draft, printer, seen = page.draft, self._printer(page), names(page)
        parts = [self._template(name, page) for name in draft.letters]
        _check_addressees(draft, page.case)
        bodies = (printer.print(one.path, one.body, _seen_by(one, seen, page)) for one in parts)
        body = "\n\n".join(filter(None, map(_tidy, bodies)))
        first = parts[0]
        frame = first.path.with_name(_FRAME)
        text = _tidy(printer.print(frame, self._frames[frame], {**seen, _BODY: body}))
        secret = any(part.spec.secret for part in parts)
        return Written(
            subject=_threaded(one_line(printer.print(first.path, first.subject, seen)), draft),
            text=without_seals(text, _own_seal(page) if secret else "") + "\n",
        )

    def frame(self, page: Page) -> tuple[str, str]:
        """What the frame of this page says above and below the body. Raises TemplateError."""
        path = self._template(page.draft.letters[0], page).path.with_name(_FRAME)
        seen = {**names(page), _BODY: _HERE}
        above, _, below = self._printer(page).print(path, self._frames[path], seen).partition(_HERE)
        return _tidy(above), _tidy(below)

    def prepared(self, page: Page) -> tuple[Prepared, ...]:
        """The prepared answers of this page's language. Raises TemplateError."""
        printer, seen = self._printer(page), names(page)
        return tuple(
            Prepared(
                one.topic,
                one.called,
                one.questions,
                _tidy(printer.print(one.path, one.body, seen)),
            )
            for one in self._snippets
            if one.lang == page.lang
        )

    def unknown_names(self, page: Page) -> Iterator[str]:
        """Names in the templates that no letter knows, in branches nobody may reach too."""
        known, printer = names(page).keys(), self._printer(page)
        for template in self._templates.values():
            yield from printer.unknown(template.path, template.subject, known)
            yield from printer.unknown(template.path, template.body, known)
        for one in self._snippets:
            yield from printer.unknown(one.path, one.body, known)
        for path, text in self._frames.items():
            yield from printer.unknown(path, text, known | {_BODY})

    def _template(self, name: str, page: Page) -> Template:
        audience = page.draft.audience
        template = self._templates.get((name, page.lang))
        if template is None:
            path = self._folder / audience.value / page.lang / f"{name}.txt"
            raise TemplateError(Because.TEMPLATE_MISSING(path=str(path)))
        if template.spec.audience is not audience:
            raise TemplateError(
                Because.OTHER_AUDIENCE(
                    path=str(template.path),
                    audience=template.spec.audience.value,
                    other=audience.value,
                )
            )
        return template

    def _printer(self, page: Page) -> Printer:
        here = page.lang, page.calendar.local(page.draft.written).year, page.calendar
        if here not in self._printers:
            self._printers[here] = Printer(*here)
        return self._printers[here]


def _seen_by(part: Template, seen: Mapping[str, object], page: Page) -> Mapping[str, object]:
    return {**seen, "account": with_password(page)} if part.spec.secret else seen


def _own_seal(page: Page) -> str:
    """The one seal that becomes a secret when the letter is composed: that of its account."""
    account = with_password(page)
    return str(account.password) if account else ""


def _check_addressees(draft: Draft, case: Case) -> None:
    """Nothing said among us ever goes to a customer, and no letter to a customer to one of us."""
    if draft.audience is Audience.CUSTOMER:
        strangers = set(draft.to) & (_inside(case) - set(case.parties.customers))
    else:
        strangers = set(draft.to + draft.cc) & set(case.parties.customers)
    if strangers:
        raise TemplateError(
            Because.OTHER_ADDRESSEE(
                letters="+".join(draft.letters),
                audience=draft.audience.value,
                to=", ".join(sorted(strangers)),
            )
        )


def _inside(case: Case) -> set[str]:
    admin = case.transfer.login_wanted.admin if case.transfer.login_wanted is not None else ""
    return {case.parties.engineer, case.parties.second_line, admin}


def _threaded(subject: str, draft: Draft) -> str:
    """An answer says so, once: mail programs thread by it."""
    answers = draft.audience is Audience.CUSTOMER and draft.answers
    return f"Re: {subject}" if answers else subject


def _tidy(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip("\n")
