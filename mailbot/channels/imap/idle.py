"""Watches a folder over a connection of its own (IDLE, RFC 2177), so that a mail wakes the bot."""

import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from mailbot.channels.failure import WORLD, Server, as_channel_down

_LOOK_UP = 1.0


class Watch:
    """One `wait` at a time; the session stays open between them, so no mail is missed."""

    def __init__(self, connect: Callable[[], Any], folder: str, server: Server) -> None:
        self._connect = connect
        self._folder = folder
        self._server = server
        self._client: Any = None
        self._woken = threading.Event()

    def wait(self, seconds: float) -> bool:
        """Wait for new mail (True), or until time is up or `wake` (False). Raises ChannelDown."""
        try:
            with as_channel_down(self._server):
                return self._wait(seconds)
        except BaseException:
            self._drop()
            raise
        finally:
            self._woken.clear()

    def wake(self) -> None:
        self._woken.set()

    def close(self) -> None:
        self.wake()
        self._drop()

    def _wait(self, seconds: float) -> bool:
        if self._client is None:
            self._client = self._connect()
            self._client.select_folder(self._folder, readonly=True)
            # the server does not report to this connection what came before
            return True
        if not self._client.has_capability("IDLE"):
            self._woken.wait(seconds)
            return False
        return self._idle(seconds)

    def _idle(self, seconds: float) -> bool:
        """Start IDLE and end it: only the answer to DONE tells a quiet connection from a dead one.

        `idle_check` answers [] at once when the server has gone; the turns then pass quickly.
        """
        client, left = self._client, seconds
        # what follows the continuation at once is in a buffer that `idle_check` does not see
        _, waiting = client.noop()
        news = _tells_of_mail(waiting)
        client.idle()
        while left > 0 and not news and not self._woken.is_set():
            news = _tells_of_mail(client.idle_check(min(left, _LOOK_UP)))
            left -= _LOOK_UP
        _, late = client.idle_done()
        return news or _tells_of_mail(late)

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            with suppress(*WORLD):
                client.shutdown()


def _tells_of_mail(responses: Iterable[Any]) -> bool:
    return any(len(one) > 1 and one[1] in (b"EXISTS", b"RECENT") for one in responses)
