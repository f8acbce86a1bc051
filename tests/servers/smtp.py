"""A real SMTP server that records every mail at its final dot, and fails where it is told to."""

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.patience import PATIENCE
from tests.servers.dovecot import Dovecot

HOST = "127.0.0.1"
USER, PASSWORD = "desk", "pw"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A mail as it stood at its final dot."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes


@dataclass(slots=True)
class Sink:
    """What the server does at each step; empty answers mean that it agrees.

    ``at_mail``, ``at_rcpt`` (by recipient) and ``at_data`` are answers like "450 later".
    ``drop_at_dot`` closes the connection after the final dot; the mail counts as accepted
    if ``keep_dropped``.
    """

    port: int = 0
    accepted: list[Accepted] = field(default_factory=list)
    at_mail: str = ""
    at_rcpt: dict[str, str] = field(default_factory=dict)
    at_data: str = ""
    drop_at_dot: bool = False
    keep_dropped: bool = True
    deliver_to: Dovecot | None = None
    stamp: Callable[[Accepted], bytes] = lambda mail: mail.raw

    async def handle_MAIL(  # noqa: N802 - the name aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.at_mail or "250 ok"

    async def handle_RCPT(  # noqa: N802 - the name aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.at_rcpt.get(address, "250 ok")
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.at_data:
            return self.at_data
        mail = Accepted(
            envelope.mail_from or "", tuple(envelope.rcpt_tos), envelope.original_content or b""
        )
        if self.keep_dropped or not self.drop_at_dot:
            self.accepted.append(mail)
            if self.deliver_to is not None:
                await asyncio.to_thread(self._deliver, self.deliver_to, mail)
        if self.drop_at_dot and server.transport is not None:
            server.transport.close()
        return "250 kept"

    def _deliver(self, dovecot: Dovecot, mail: Accepted) -> None:
        for one in mail.recipients:
            dovecot.deliver(one, self.stamp(mail))

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        known = LoginPassword(USER.encode(), PASSWORD.encode())
        return AuthResult(success=data == known, handled=False)


@contextmanager
def smtp(certificate: tuple[Path, Path] | None = None, security: str = "none") -> Iterator[Sink]:
    """A server for the length of a block. ``security`` is none, starttls or tls."""
    sink, loop = Sink(), asyncio.new_event_loop()
    context = None
    if certificate is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*certificate)

    def session() -> SMTP:
        return SMTP(
            sink,
            hostname="sink",
            enable_SMTPUTF8=True,
            tls_context=context if security == "starttls" else None,
            auth_require_tls=False,
            authenticator=sink.authenticate,
            loop=loop,
        )

    outer = context if security == "tls" else None
    server = loop.run_until_complete(loop.create_server(session, HOST, 0, ssl=outer))
    sink.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield sink
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result(PATIENCE)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE)
        loop.close()


async def _end(server: asyncio.Server) -> None:
    server.close()
    left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
