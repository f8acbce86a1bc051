"""The built-in upload server: SFTP in a thread of its own, with its own event loop."""

import asyncio
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Thread

from mailbot.errors import ConfigError
from mailbot.ports import Clock
from mailbot.sftp.folders import UploadFolders
from mailbot.sftp.host_key import host_key
from mailbot.sftp.logins import LoginLookup
from mailbot.sftp.server_loop import EVERYWHERE, GENEROUS, Limits, Listeners, Place, ServerLoop


class UploadServer:
    """SFTP for the logins of all cases, each confined to the folder of its case."""

    def __init__(
        self,
        state: Path,
        logins: LoginLookup,
        clock: Clock,
        listeners: Listeners,
        place: Place = EVERYWHERE,
        limits: Limits = GENEROUS,
    ) -> None:
        """Reads the host key, or makes it at the first start. Raises ConfigError."""
        self.folders = UploadFolders(state / "uploads")
        self.port = place.port
        self._place = place
        self._key = host_key(state)
        self._new_loop = partial(ServerLoop, self.folders, logins, clock, listeners, limits)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server_loop: ServerLoop | None = None
        self._thread: Thread | None = None

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the host key, given to customers: `SHA256:…`."""
        return self._key.get_fingerprint()

    def start(self) -> None:
        """Start to listen; sets `port`. Raises ConfigError if the port is taken."""
        started: Future[int] = Future()
        self._thread = Thread(target=self._run, args=(started,), name="uploads", daemon=True)
        self._thread.start()
        try:
            self.port = started.result()
        except OSError as error:
            self._thread.join()
            place = f"{self._place.address}:{self._place.port}"
            raise ConfigError(
                f"[sftp] can't listen on {place} ({error.strerror}): is another server there?"
            ) from error

    def stop(self) -> None:
        """Drop all connections; unfinished uploads are reported as cut before this returns."""
        if self._server_loop is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._server_loop.end)
        if self._thread is not None:
            self._thread.join()
        self._thread = self._server_loop = self._loop = None

    def look_again(self) -> None:
        """End the sessions of logins that were shut, now instead of within a few seconds."""
        if self._server_loop is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._server_loop.look_again)

    def _run(self, started: "Future[int]") -> None:
        with asyncio.Runner() as runner:
            runner.run(self._serve(started))

    async def _serve(self, started: "Future[int]") -> None:
        server_loop = self._new_loop()
        try:
            acceptor = await server_loop.open(self._place, self._key)
        except OSError as error:
            started.set_exception(error)
            return
        self._server_loop, self._loop = server_loop, asyncio.get_running_loop()
        started.set_result(acceptor.get_port())
        await server_loop.keep()
        acceptor.close()
        await server_loop.clear()
        await acceptor.wait_closed()
