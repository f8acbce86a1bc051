"""What every answer tells the browser: nothing of it may run, load, or be framed elsewhere."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
# of what others wrote: it is shown, and nothing else
NOTHING_MAY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
}
_CSP = b"content-security-policy"


class SafeHeaders:
    """Adds them to every answer that has not its own, stricter policy."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                known = {name for name, _ in headers}
                headers += [one for one in _HEADERS.items() if one[0] not in known]
                if _CSP not in known:
                    headers.append((_CSP, _POLICY.encode()))
                message = {**message, "headers": headers}
            await send(message)

        await self.app(scope, receive, safely)
