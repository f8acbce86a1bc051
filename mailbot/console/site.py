"""The pages as one application: who may see what, and what every answer carries."""

import asyncio
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import structlog
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from mailbot.bot.fault import place
from mailbot.console import (
    case_pages,
    draft_pages,
    figure_pages,
    health_pages,
    letter_pages,
    me_pages,
    search_pages,
    today_pages,
)
from mailbot.console.desk import ConsoleDesk
from mailbot.console.form_limit import FormLimit
from mailbot.console.headers import SafeHeaders
from mailbot.console.printing import outside, page
from mailbot.console.signing_in import SESSION_COOKIE, Door
from mailbot.console.visit import LANG_COOKIE, LANGUAGES, Visit
from mailbot.errors import MailbotError, OrderError
from mailbot.reasons import Reason

log = structlog.get_logger()

Handler = Callable[[Visit], Response]

_STATIC = Path(__file__).parent / "static"
_LOOKED_EVERY = 1.0
_YEAR = 365 * 86_400
_CSRF = "csrf"


def site(desk: ConsoleDesk) -> Starlette:
    """The application over this desk."""
    door = Door(desk)
    routes = [
        Mount("/static", StaticFiles(directory=_STATIC), name="static"),
        Route("/sign-in", _signing_in(door), methods=["GET", "POST"]),
        Route("/sign-out", _signing_out(door), methods=["POST"]),
        Route("/language", _language, methods=["POST"]),
        Route("/news", _news(door), methods=["GET"]),
        *(Route(path, _seen(door, one), methods=["GET"]) for path, one in _PAGES.items()),
        *(Route(path, _ordered(door, one), methods=["POST"]) for path, one in _ORDERS.items()),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(SafeHeaders), Middleware(FormLimit)],
        exception_handlers={404: _not_found(door), 405: _not_found(door)},
    )


_PAGES: dict[str, Handler] = {
    "/": today_pages.today_page,
    "/cases": case_pages.cases_page,
    "/cases/{case}": case_pages.case_page,
    "/cases/{case}/files/{number:int}": case_pages.file,
    "/mails/{case}/{mail:int}/{number:int}": case_pages.attachment,
    "/drafts/{case}/{number:int}": draft_pages.draft_page,
    "/drafts/{case}/{number:int}/as-seen": draft_pages.as_seen,
    "/search": search_pages.search_page,
    "/letters": letter_pages.letters_page,
    "/letters/{audience}/{name}": letter_pages.letter_page,
    "/figures": figure_pages.figures_page,
    "/health": health_pages.health_page,
    "/me": me_pages.me_page,
}
_ORDERS: dict[str, Handler] = {
    "/me": me_pages.save,
    "/cases/{case}/{order}": case_pages.order,
    "/drafts/{case}/{number:int}/{order}": draft_pages.order,
    "/health/{order}": health_pages.order,
}


def _seen(door: Door, handler: Handler) -> Callable[[Request], object]:
    """A page for whoever is signed in."""

    async def endpoint(request: Request) -> Response:
        visit = await run_in_threadpool(_visit, door, request, FormData())
        if visit is None:
            return _to_sign_in()
        return await run_in_threadpool(_handled, visit, handler)

    return endpoint


def _ordered(door: Door, handler: Handler) -> Callable[[Request], object]:
    """An order: from a form of ours, by somebody who may give it."""

    async def endpoint(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=500)
        visit = await run_in_threadpool(_visit, door, request, form)
        if visit is None:
            return _to_sign_in()
        if not hmac.compare_digest(visit.said(_CSRF), visit.csrf) or not _is_from_here(request):
            return _refused(visit, 403, "stale_form")
        if not visit.user.may_order:
            return _refused(visit, 403, "not_allowed")
        return await run_in_threadpool(_handled, visit, handler)

    return endpoint


def _visit(door: Door, request: Request, form: FormData) -> Visit | None:
    who = door.who(request)
    return None if who is None else Visit(request, door.desk, *who, form)


def _handled(visit: Visit, handler: Handler) -> Response:
    """What the handler answers; an order that can't be done says why."""
    try:
        return handler(visit)
    except OrderError as error:
        return _refused(visit, 409, "went_wrong", error.reason, visit.said("back"))
    except LookupError:
        return _refused(visit, 404, "not_found")
    except MailbotError as error:
        return _refused(visit, 503, "went_wrong", error.reason)
    except Exception as error:
        log.error("console.failed", error=type(error).__name__, place=place(error))
        return _refused(visit, 500, "our_fault")


def is_local(path: str) -> bool:
    """Whether it leads to a page of ours, and nowhere else."""
    return path.startswith("/") and not path.startswith(("//", "/\\"))


def _is_from_here(request: Request) -> bool:
    """Browsers say where a form stood; another site's page is none of ours."""
    origin = request.headers.get("origin", "")
    return not origin or origin.partition("://")[2] == request.headers.get("host", "")


def _to_sign_in() -> Response:
    return RedirectResponse("/sign-in", 303)


def _refused(
    visit: Visit, status: int, key: str, why: Reason | None = None, back: str = "/"
) -> Response:
    """The page that says why something is not there, or was not done."""
    return page("refused", visit, status, key=key, why=why, back=back if is_local(back) else "/")


def _refused_outside(request: Request, status: int, key: str) -> Response:
    """The same for nobody in particular."""
    return outside("refused", request, status, key=key, why=None, back="/")


def _not_found(door: Door) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(request: Request, error: Exception) -> Response:
        del error
        visit = await run_in_threadpool(_visit, door, request, FormData())
        if visit is None:
            return _refused_outside(request, 404, "not_found")
        return _refused(visit, 404, "not_found")

    return handler


def _signing_in(door: Door) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        has_users = await run_in_threadpool(_has_users, door.desk)
        if request.method == "GET":
            return outside("sign_in", request, failed=False, has_users=has_users)
        form = await request.form(max_files=0, max_fields=10)
        email, password = (str(form.get(name, "")) for name in ("email", "password"))
        address = request.client.host if request.client is not None else ""
        token = None
        if _is_from_here(request):
            token = await run_in_threadpool(door.sign_in, email, password, address)
        if token is None:
            return outside("sign_in", request, 403, failed=True, has_users=has_users)
        response = RedirectResponse("/", 303)
        response.set_cookie(
            SESSION_COOKIE, token, httponly=True, samesite="strict", path="/",
            secure=request.url.scheme == "https",
        )  # fmt: skip
        return response

    return endpoint


def _has_users(desk: ConsoleDesk) -> bool:
    with desk.alone():
        return bool(desk.bot.state.users.all())


def _signing_out(door: Door) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        if _is_from_here(request):
            token = request.cookies.get(SESSION_COOKIE, "")
            await run_in_threadpool(door.sign_out, token)
        response = RedirectResponse("/sign-in", 303)
        response.delete_cookie(SESSION_COOKIE, path="/")
        return response

    return endpoint


async def _language(request: Request) -> Response:
    """The reader's choice of language, on whatever page they are."""
    form = await request.form(max_files=0, max_fields=5)
    lang, back = str(form.get("lang", "")), str(form.get("back", "/"))
    response = RedirectResponse(back if is_local(back) else "/", 303)
    if lang in LANGUAGES and _is_from_here(request):
        response.set_cookie(LANG_COOKIE, lang, max_age=_YEAR, samesite="strict", path="/")
    return response


def _news(door: Door) -> Callable[[Request], object]:
    """A stream that says when something happened: server-sent events."""

    async def endpoint(request: Request) -> Response:
        if await run_in_threadpool(door.who, request) is None:
            return Response(status_code=403)
        return StreamingResponse(_events(request, door.desk), media_type="text/event-stream")

    return endpoint


async def _events(request: Request, desk: ConsoleDesk) -> AsyncIterator[str]:
    known = await run_in_threadpool(desk.version)
    yield f"retry: 3000\nevent: at\ndata: {known}\n\n"
    while not (desk.closing.is_set() or await request.is_disconnected()):
        await asyncio.sleep(_LOOKED_EVERY)
        version = await run_in_threadpool(desk.version)
        if version != known:
            known = version
            yield f"event: at\ndata: {known}\n\n"
