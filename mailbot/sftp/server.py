"""The built-in upload server: SFTP in a thread of its own, with its own event loop."""

import asyncio
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Thread

from mailbot.errors import ConfigError
from mailbot.ports import Clock
from mailbot.sftp.folders import UploadFolders
from mailbot.sftp.hall import EVERYWHERE, GENEROUS, Hall, Limits, Listeners, Place
from mailbot.sftp.host_key import host_key
from mailbot.sftp.logins import LoginLookup


class UploadServer:
    """SFTP for the logins of all cases, each shut into the folder of his case."""

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
        self._new_hall = partial(Hall, self.folders, logins, clock, listeners, limits)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._hall: Hall | None = None
        self._thread: Thread | None = None

    @property
    def fingerprint(self) -> str:
        """By which customers recognise the server: `SHA256:…`."""
        return self._key.get_fingerprint()

    def start(self) -> None:
        """Listen; `port` is the one that was found. Raises ConfigError if it is taken."""
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
        """Hang up on everybody; what was on its way is told as cut before this returns."""
        if self._hall is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._hall.end)
        if self._thread is not None:
            self._thread.join()
        self._thread = self._hall = self._loop = None

    def look_again(self) -> None:
        """End the sessions of logins that were shut, now instead of in a few seconds."""
        if self._hall is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._hall.look_again)

    def _run(self, started: "Future[int]") -> None:
        with asyncio.Runner() as runner:
            runner.run(self._serve(started))

    async def _serve(self, started: "Future[int]") -> None:
        hall = self._new_hall()
        try:
            acceptor = await hall.open(self._place, self._key)
        except OSError as error:
            started.set_exception(error)
            return
        self._hall, self._loop = hall, asyncio.get_running_loop()
        started.set_result(acceptor.get_port())
        await hall.keep()
        acceptor.close()
        await hall.clear()
        await acceptor.wait_closed()
