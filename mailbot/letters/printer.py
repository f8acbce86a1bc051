"""Prints one template: jinja in a sandbox, strict about names, every error with its line."""

import re
import traceback
from collections.abc import Callable, Iterator, Mapping, Set
from datetime import datetime
from pathlib import Path

import jinja2
from jinja2 import meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.because import Because
from mailbot.complaint import no_such
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.errors import TemplateError
from mailbot.letters.wording import day, size
from mailbot.reasons import Reason

_UNDEFINED = re.compile(r"'(\w+)' is undefined")


class Printer:
    """Renders templates in one language; dates are written as seen from one year."""

    def __init__(self, lang: str, year: int, calendar: WorkCalendar) -> None:
        # plain text: `to_html` escapes what has to be escaped
        self._jinja = ImmutableSandboxedEnvironment(
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        self._jinja.filters |= _filters(lang, year, calendar)
        self._known: dict[tuple[Path, str], jinja2.Template] = {}

    def print(self, path: Path, source: str, seen: Mapping[str, object]) -> str:
        """The template in `source`, which stands in `path`. Raises TemplateError."""
        try:
            if (path, source) not in self._known:
                self._known[path, source] = self._compiled(path, source)
            return self._known[path, source].render(seen)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(
                Because.AT_LINE(path=str(path), line=error.lineno, reason=error.message or "")
            ) from error
        except Exception as error:  # whatever a template does, the case needs a human
            raise TemplateError(
                Because.AT_LINE(path=str(path), line=_line(error, path), reason=_mend(error, seen))
            ) from error

    def unknown(self, path: Path, source: str, known: Set[str]) -> Iterator[str]:
        """The names in a template that no letter knows, each with its line."""
        try:
            tree = self._jinja.parse(source)
            wrong = sorted(meta.find_undeclared_variables(tree) - known)
        except jinja2.TemplateSyntaxError as error:
            yield f"{path}:{error.lineno}: {error.message}"
            return
        for name in wrong:
            line = min(one.lineno for one in tree.find_all(nodes.Name) if one.name == name)
            yield f"{path}:{line}: {no_such(name, known)}"

    def _compiled(self, path: Path, source: str) -> jinja2.Template:
        code = self._jinja.compile(source, path.name, str(path))
        return jinja2.Template.from_code(self._jinja, code, self._jinja.globals)


def _filters(lang: str, year: int, calendar: WorkCalendar) -> dict[str, Callable[..., str]]:
    def date(moment: datetime) -> str:
        return day(calendar.local(moment), lang, year)

    def time(moment: datetime) -> str:
        here = calendar.local(moment)
        return f"{day(here, lang, year)} {here:%H:%M}"

    return {"date": date, "time": time, "size": size}


def _line(error: Exception, path: Path) -> int:
    """The line of the template on which it went wrong: jinja writes it into the traceback."""
    places = traceback.extract_tb(error.__traceback__)
    return next((one.lineno or 1 for one in reversed(places) if one.filename == str(path)), 1)


def _mend(error: Exception, seen: Mapping[str, object]) -> Reason:
    undefined = _UNDEFINED.search(str(error))
    return no_such(undefined[1], seen.keys()) if undefined else Reason(str(error) or repr(error))
