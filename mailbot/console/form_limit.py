"""No form is read whose size is unknown or too large, whoever sends it."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from mailbot.console.printing import outside

_MOST_BYTES = 2 << 20
# more of them are no length that anybody means
_MOST_DIGITS = 12


class FormLimit:
    """Refuses such a request before a page of ours sees it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            return await self.app(scope, receive, send)
        request = Request(scope, receive)
        if not _is_too_long(request.headers.get("content-length", "")):
            return await self.app(scope, receive, send)
        refused = outside("refused", request, 413, key="too_long", why=None, back="/")
        return await refused(scope, receive, send)


def _is_too_long(length: str) -> bool:
    """A length that nobody tells might be any; the server reads no more than was told."""
    if not length.isdecimal() or len(length) > _MOST_DIGITS:
        return True
    return int(length) > _MOST_BYTES
