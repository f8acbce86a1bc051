"""Prints pages: templates that escape what others wrote, times, reasons and names in words."""

import re
from datetime import datetime, timedelta
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse, Response

from mailbot.console.times import exact, length, said
from mailbot.console.visit import Visit, language_of
from mailbot.console.wording import words
from mailbot.desk.people.role import Role
from mailbot.letters.wording import size
from mailbot.reasons import Reason

SAID_COOKIE = "mailbot_said"
_SECONDS_SHOWN = 60
_COMMAND = re.compile(r" ?[（(][^（()）]*`mailbot[^`]*`[^（()）]*[)）]")


def _environment() -> Environment:
    pages = Environment(
        loader=PackageLoader("mailbot.console", "pages"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["size"] = size
    return pages


_PAGES = _environment()


def page(name: str, visit: Visit, status: int = 200, **seen: object) -> Response:
    """A page for a user; ``seen`` is what its template names."""
    html = _PAGES.get_template(f"{name}.html").render(**_frame(visit), **seen)
    response = HTMLResponse(html, status, headers={"Cache-Control": "no-store"})
    if visit.request.cookies.get(SAID_COOKIE):
        response.delete_cookie(SAID_COOKIE, path="/")
    return response


def outside(name: str, request: Any, status: int = 200, **seen: object) -> Response:
    """A page for nobody in particular: signing in, an error before that."""
    lang = language_of(request)
    html = _PAGES.get_template(f"{name}.html").render(
        lang=lang, t=lambda key, **parts: words(key, lang, **parts), user=None, here="", **seen
    )
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


def _frame(visit: Visit) -> dict[str, object]:
    """What every page shows around itself."""
    lang, desk, now = visit.lang, visit.desk, visit.desk.now()
    local = desk.bot.rules.calendar.local
    return {
        "lang": lang,
        "t": lambda key, **parts: words(key, lang, **parts),
        "user": visit.user,
        "csrf": visit.csrf,
        "here": visit.request.url.path,
        "version": desk.version(),
        "ago": lambda at: _time(local(at), now, lang) if at is not None else "",
        "age": lambda at: length(now - local(at), lang),
        "because": lambda reason: without_commands(desk.speech.worded(reason, lang)),
        "called": lambda name: desk.speech.worded(Reason(name), lang),
        "letters_called": lambda names: desk.speech.names_of(names, lang),
        "done": _done(visit),
        "Role": Role,
    }


def without_commands(reason: str) -> str:
    """A reason without the command it names in brackets: here a button does that."""
    return _COMMAND.sub("", reason)


def _time(at: datetime, now: datetime, lang: str) -> Markup:
    return Markup('<time datetime="{}" title="{}">{}</time>').format(
        at.isoformat(timespec="seconds"), exact(at), said(at, now, lang)
    )


def _done(visit: Visit) -> dict[str, str]:
    """What the last order did: kind, its words, and the draft that can still be taken back."""
    kind, _, rest = visit.request.cookies.get(SAID_COOKIE, "").partition("|")
    key, _, what = rest.partition("|")
    try:
        told = words(key, visit.lang, what=what, seconds=visit.desk.undo // timedelta(seconds=1))
    except KeyError:
        return {}
    return {"kind": kind, "words": told, "undo": what if key == "done_approve" else ""}


def done(to: str, key: str, what: str = "", kind: str = "good") -> Response:
    """Go on to a page of ours, which says what was done."""
    response = RedirectResponse(to, 303)
    response.set_cookie(
        SAID_COOKIE, f"{kind}|{key}|{what}", max_age=_SECONDS_SHOWN, httponly=True,
        samesite="strict", path="/",
    )  # fmt: skip
    return response
