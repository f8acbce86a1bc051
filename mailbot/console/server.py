"""Serves the pages: a thread of the running bot, or a process of its own."""

import socket
import threading
from datetime import timedelta
from pathlib import Path

import structlog
import uvicorn

from mailbot.bot.prepared import read_beforehand
from mailbot.bot.wiring.assembly import letters_folder
from mailbot.bot.wiring.build import Bot, build_desk
from mailbot.clock import SystemClock
from mailbot.config import Config
from mailbot.console.desk import ConsoleDesk, SingleSignOn, Wake
from mailbot.console.site import site
from mailbot.errors import ConfigError
from mailbot.letters.speech import speech
from mailbot.letters.writer import press_of
from mailbot.ports import Clock

log = structlog.get_logger()

# open streams of news end with the server
_GRACE = 3


def console_desk(bot: Bot, folder: Path, wake: Wake) -> ConsoleDesk:
    """The pages' desk over a bot that only gives orders."""
    console = bot.config.console
    called = press_of(letters_folder(bot.config)).called
    return ConsoleDesk(
        bot=bot,
        speech=speech(bot.rules.wordings, called),
        folder=folder,
        undo=timedelta(seconds=int(console.undo.removesuffix("s"))),
        sign_on=SingleSignOn(console.sign_on_header, console.sign_on_proxy),
        wake=wake,
    )


class ConsoleServer:
    """The pages on one address; `begin` serves them in a thread, `serve` until it is stopped."""

    def __init__(self, desk: ConsoleDesk, listen: str) -> None:
        """Listens from here on. Raises ConfigError where something else does."""
        self._desk = desk
        self._socket = _listening(listen)
        self._server = uvicorn.Server(
            uvicorn.Config(
                site(desk), log_config=None, access_log=False, server_header=False,
                timeout_graceful_shutdown=_GRACE, lifespan="off", proxy_headers=False,
            )
        )  # fmt: skip
        self._thread = threading.Thread(target=self.serve, name="console", daemon=True)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        host, port = self._socket.getsockname()[:2]
        return f"http://{host}:{port}/"

    def begin(self) -> None:
        """Serve in a thread; what goes wrong there stops nobody else."""
        self._thread.start()
        # no daemon: an interpreter that ends while the libraries load is aborted by them
        threading.Thread(target=read_beforehand, args=(self._desk.bot.engine,)).start()

    def serve(self) -> None:
        """Serve until Ctrl-C or `stop`."""
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        # streams of news see it within a second, and end by themselves
        self._desk.closing.set()
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(_GRACE * 10)
        self._socket.close()
        self._desk.bot.close()


def _listening(listen: str) -> socket.socket:
    """A socket on that address. Raises ConfigError."""
    host, port = place_of(listen)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ConfigError(
            f"console.listen: the pages can't be served on {listen} ({error.strerror}): end what "
            'listens there, choose another port, or "" for no pages'
        ) from error


def console_of(
    config: Config, state: Path, wake: Wake, clock: Clock | None = None, listen: str = ""
) -> ConsoleServer:
    """The pages of this configuration, with a connection of their own to its state."""
    bot = build_desk(config, clock or SystemClock(), state)
    return ConsoleServer(console_desk(bot, state, wake), listen or config.console.listen)


def place_of(listen: str) -> tuple[str, int]:
    """Host and port of ``127.0.0.1:8088``. Raises ConfigError."""
    host, _, port = listen.rpartition(":")
    if not host or not port.isdigit():
        raise ConfigError(f'console.listen: {listen!r}: write host:port, as in "127.0.0.1:8088"')
    return host.strip("[]"), int(port)
