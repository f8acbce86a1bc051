"""Writes letters: several parts in one frame, one salutation, one signature, one subject."""

import re
import traceback
from collections.abc import Callable, Mapping
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.desk.case import Audience, Case, Draft
from mailbot.desk.rulebook import Item
from mailbot.desk.workdays import WorkCalendar
from mailbot.errors import TemplateError
from mailbot.letters.letterhead import Letterhead
from mailbot.letters.names import Page, names, with_password
from mailbot.letters.shelf import FRAME, LANGUAGES, Sheet, read_text, sheets
from mailbot.letters.wording import day, one_line, size, without_seals
from mailbot.ports import Written

_FRAME = f"{FRAME}.txt"
_UNKNOWN = re.compile(r"'(\w+)' is undefined")
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
    ) -> None:
        self._folder = folder
        self._letterhead = letterhead
        self._calendar = calendar
        self._items = items
        self._sheets = {(one.spec.name, one.lang): one for one in sheets(folder)}
        folders = {one.path.parent for one in self._sheets.values()}
        self._frames = {one / _FRAME: read_text(one / _FRAME) for one in folders}
        self._printers: dict[tuple[str, int], _Printer] = {}

    def write(self, draft: Draft, case: Case, waiting: Mapping[str, Written]) -> Written:
        """The letter of `draft`. Raises TemplateError naming the template, line and mend."""
        lang = draft.lang if draft.lang in LANGUAGES else LANGUAGES[-1]
        parts = [self._sheet(name, lang, draft.audience) for name in draft.letters]
        _check_addressees(draft, case)
        page = Page(draft, case, waiting, lang, self._letterhead, self._calendar, self._items)
        printer = self._printer(lang, self._calendar.local(draft.written).year)
        seen = names(page)
        bodies = [printer.print(part.path, part.body, _seen_by(part, seen, page)) for part in parts]
        frame = parts[0].path.with_name(_FRAME)
        body = "\n\n".join(filter(None, map(_tidy, bodies)))
        text = printer.print(frame, self._frames[frame], {**seen, "body": body})
        subject = one_line(printer.print(parts[0].path, parts[0].subject, seen))
        seal = "" if not any(part.spec.secret for part in parts) else _own_seal(page)
        return Written(
            _threaded(without_seals(subject), draft), without_seals(_tidy(text), seal) + "\n"
        )

    def _sheet(self, name: str, lang: str, audience: Audience) -> Sheet:
        sheet = self._sheets.get((name, lang))
        path = self._folder / audience.value / lang / f"{name}.txt"
        if sheet is None:
            raise TemplateError(f"{path} is missing: write the letter in this language too")
        if sheet.spec.audience is not audience:
            raise TemplateError(
                f"{sheet.path} is a letter to {sheet.spec.audience.value}: "
                f"it can't be addressed to {audience.value}"
            )
        return sheet

    def _printer(self, lang: str, year: int) -> "_Printer":
        known = self._printers.get((lang, year))
        if known is None:
            known = self._printers[lang, year] = _Printer(lang, year, self._calendar)
        return known


class _Printer:
    """Renders templates in one language; dates are written as seen from one year."""

    def __init__(self, lang: str, year: int, calendar: WorkCalendar) -> None:
        # plain text: what is escaped for HTML is escaped by `to_html`
        self._jinja = ImmutableSandboxedEnvironment(
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # noqa: S701
        )
        self._jinja.filters |= _filters(lang, year, calendar)
        self._known: dict[str, jinja2.Template] = {}

    def print(self, path: Path, source: str, seen: Mapping[str, object]) -> str:
        try:
            if source not in self._known:
                self._known[source] = self._compiled(path, source)
            return self._known[source].render(seen)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(f"{path}:{error.lineno}: {error.message}: mend it") from error
        except Exception as error:  # whatever a template does, the case needs a human
            line = _line(error, path)
            raise TemplateError(f"{path}:{line}: {_mend(error, seen)}") from error

    def _compiled(self, path: Path, source: str) -> jinja2.Template:
        code = self._jinja.compile(source, path.name, str(path))
        return jinja2.Template.from_code(self._jinja, code, self._jinja.globals)


def _filters(
    lang: str, year: int, calendar: WorkCalendar
) -> dict[str, Callable[..., str]]:
    def date(moment: datetime) -> str:
        return day(calendar.local(moment), lang, year)

    def time(moment: datetime) -> str:
        here = calendar.local(moment)
        return f"{day(here, lang, year)} {here:%H:%M}"

    return {"date": date, "time": time, "size": size}


def _seen_by(part: Sheet, seen: Mapping[str, object], page: Page) -> Mapping[str, object]:
    return {**seen, "account": with_password(page)} if part.spec.secret else seen


def _own_seal(page: Page) -> str:
    """The one seal that may become a secret at the door: that of the account handed over."""
    account = with_password(page)
    return str(account.password) if account else ""


def _check_addressees(draft: Draft, case: Case) -> None:
    """Nothing said among us ever goes to a customer."""
    strangers = set(draft.to + draft.cc) & set(case.customers)
    if draft.audience is not Audience.CUSTOMER and strangers:
        name = "+".join(draft.letters)
        raise TemplateError(
            f"{name} is a letter to {draft.audience.value} and can't go to the customer "
            f"{', '.join(sorted(strangers))}: address it anew"
        )


def _threaded(subject: str, draft: Draft) -> str:
    """An answer says so, once: mail programs thread by it."""
    answers = draft.audience is Audience.CUSTOMER and draft.answers
    return f"Re: {subject}" if answers else subject


def _tidy(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip("\n")


def _line(error: Exception, path: Path) -> int:
    """The line of the template on which it went wrong: jinja writes it into the traceback."""
    places = traceback.extract_tb(error.__traceback__)
    return next((one.lineno or 1 for one in reversed(places) if one.filename == str(path)), 1)


def _mend(error: Exception, seen: Mapping[str, object]) -> str:
    unknown = _UNKNOWN.search(str(error))
    if unknown is None:
        return f"{error or type(error).__name__}"
    near = get_close_matches(unknown[1], tuple(seen), 1)
    known = ", ".join(sorted(seen))
    return f"there is no {unknown[1]}. " + (
        f"Did you mean {near[0]}?" if near else f"Known here: {known}"
    )
