"""Mail servers on loopback for the length of a demo: IMAP and SMTP over the same mailboxes."""

import asyncio
import logging
import secrets
import ssl
import threading
from argparse import Namespace
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

from aiosmtpd.smtp import SMTP
from proxyprotocol.reader import ProxyProtocolReader
from proxyprotocol.version import ProxyProtocolVersion
from pymap.backend.dict import Config, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxSet
from pymap.concurrent import Subsystem
from pymap.imap import IMAPServer
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

from mailbot.demo.mx import Accepted, Exchanger
from mailbot.errors import WorldError
from mailbot.ports import Clock

HOST = "127.0.0.1"
_FOLDERS = ("Sent", "Drafts")
_PATIENCE = 120.0

# aiosmtpd warns of its own old names here; on a terminal that would stand between the lines
logging.getLogger("mail.log").setLevel(logging.ERROR)


class MailServers:
    """One thread, one loop, two servers; inside `with` they can be reached on HOST.

    Both servers share the loop, so that a delivery wakes an IDLE. Passwords live for one run.
    """

    def __init__(self, clock: Clock, name: str, zone: ZoneInfo) -> None:
        self.passwords: dict[str, str] = {}
        self.imap_port = 0
        self.smtp_port = 0
        self._mailboxes: dict[str, MailboxSet] = {}
        self._exchanger = Exchanger(name, clock, zone, self.passwords, self._mailboxes)
        self._config = _imap_config()
        self._login = Login(self._config)
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="demo mail servers", daemon=True)

    @property
    def log(self) -> list[Accepted]:
        """Every mail accepted so far, oldest first."""
        return self._exchanger.log

    def open_mailbox(self, address: str) -> str:
        """A mailbox for `address` with INBOX, Sent and Drafts; its password."""
        if address not in self.passwords:
            opening = asyncio.run_coroutine_threadsafe(self._open(address), self._loop)
            opening.result(_PATIENCE)
        return self.passwords[address]

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._up.wait(_PATIENCE):
            raise WorldError("the demo's mail servers did not start: is loopback usable here?")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        async with AsyncExitStack() as stack:
            imap = await asyncio.start_server(self._imap(), HOST, 0)
            stack.push_async_callback(_shut, imap)
            smtp = await self._loop.create_server(self._smtp, HOST, 0)
            stack.push_async_callback(_shut, smtp)
            self.imap_port, self.smtp_port = _port(imap), _port(smtp)
            self._up.set()
            await self._stop.wait()
        await self._end_connections()

    async def _end_connections(self) -> None:
        """Connections a client left open end with the servers."""
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def _imap(self) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
        reader = ProxyProtocolReader(ProxyProtocolVersion.get(None))
        return reader.get_callback(IMAPServer(self._login, self._config))

    def _smtp(self) -> SMTP:
        return SMTP(
            self._exchanger,
            hostname=self._exchanger.name,
            enable_SMTPUTF8=True,
            auth_require_tls=False,
            authenticator=self._exchanger.authenticate,
            loop=self._loop,
        )

    async def _open(self, address: str) -> None:
        password = secrets.token_urlsafe(9)
        mailboxes = MailboxSet()
        for folder in _FOLDERS:
            await mailboxes.add_mailbox(folder)
        self._config.set_cache[address] = (mailboxes, FilterSet())
        self._login.users_dict[address] = UserMetadata(self._config, address, password=password)
        self._mailboxes[address] = mailboxes
        self.passwords[address] = password


def _imap_config() -> Config:
    # TLS and slow password hashes would prove nothing on loopback
    return Config(
        Namespace(passlib_cfg=None, proxy_protocol=None),
        demo_data=False,
        demo_user="",
        demo_password="",
        host=HOST,
        port=0,
        tls_enabled=False,
        ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),
        hash_context=Cleartext(),
        cpu_subsystem=Subsystem.for_asyncio(),
        invalid_user_sleep=0.0,
    )


async def _shut(server: asyncio.AbstractServer) -> None:
    server.close()


def _port(server: asyncio.Server) -> int:
    return int(server.sockets[0].getsockname()[1])
