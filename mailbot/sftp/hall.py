"""The inside of the upload server: everything that lives in its event loop."""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Any

import asyncssh

from mailbot.ports import Clock
from mailbot.sftp.brake import Brake
from mailbot.sftp.doorman import Door, Doorman, OnLogin
from mailbot.sftp.folders import Room, UploadFolders
from mailbot.sftp.jail import CaseYard, Jail, ReadOnlyJail
from mailbot.sftp.logins import LoginLookup
from mailbot.sftp.names import UPLOAD
from mailbot.sftp.tally import OnUpload, Tally

_PROTOCOL = MappingProxyType(
    {
        # The client's order counts (RFC 4253, 7.1): with ChaCha20 offered, OpenSSH takes it and is
        # slower by a third. AES in counter mode is known to every client
        "encryption_algs": (
            "aes128-gcm@openssh.com",
            "aes256-gcm@openssh.com",
            "aes256-ctr",
            "aes192-ctr",
            "aes128-ctr",
        ),
        "mac_algs": (
            "hmac-sha2-256-etm@openssh.com",
            "hmac-sha2-512-etm@openssh.com",
            "hmac-sha2-256",
            "hmac-sha2-512",
        ),
        "compression_algs": ("none",),
        "password_auth": True,
        "public_key_auth": False,
        "kbdint_auth": False,
        "host_based_auth": False,
        "gss_host": None,
        "allow_pty": False,
        "allow_scp": False,
        "agent_forwarding": False,
        "x11_forwarding": False,
    }
)
_ENDING = 10.0
_TURNS = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """How much, how long and how often; bytes and seconds."""

    quota: int = 500 << 30
    spare: int = 2 << 30
    files: int = 2000
    connections: int = 100
    tries: int = 5
    pause: timedelta = timedelta(minutes=5)
    login_timeout: float = 30
    keepalive: float = 30
    settle: float = 2
    look_again: float = 5


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who is told, from the server's thread: hand it on quickly and raise nothing.

    Each RUNNING is followed by one WHOLE, CUT or GONE of the same case, user and name, unless
    the process dies; several RUNNING of one file in between count as one. What was told by one
    name and has another now is told with both.
    """

    on_upload: OnUpload
    on_login: OnLogin = lambda user, peer, ok: None


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen; port 0 is any free one."""

    address: str = "0.0.0.0"  # noqa: S104 - customers come from everywhere
    port: int = 0


EVERYWHERE = Place()
GENEROUS = Limits()


class Hall:
    """Guests and their cases' folders, from the first to the last turn of one loop."""

    def __init__(
        self,
        folders: UploadFolders,
        logins: LoginLookup,
        clock: Clock,
        listeners: Listeners,
        limits: Limits,
    ) -> None:
        self._folders = folders
        self._listeners = listeners
        self._limits = limits
        self._yards: dict[str, CaseYard] = {}
        self._left = asyncio.Event()
        self._wake = asyncio.Event()
        self._is_ending = False
        self._door = Door(
            logins,
            clock,
            Brake(limits.tries, limits.pause),
            limits.connections,
            listeners.on_login,
            self._left.set,
        )

    async def open(self, place: Place, key: asyncssh.SSHKey) -> asyncssh.SSHAcceptor:
        """Begin to listen. Raises OSError."""
        asyncssh.set_log_level(logging.WARNING)  # below it, names and addresses are logged
        return await asyncssh.listen(
            place.address,
            place.port,
            server_host_keys=[key],
            server_factory=lambda: Doorman(self._door),
            sftp_factory=self._jail,
            login_timeout=self._limits.login_timeout,
            keepalive_interval=self._limits.keepalive,
            **_PROTOCOL,
        )

    async def keep(self) -> None:
        """Look now and then who has to go, until the end is called."""
        while not self._is_ending:
            await _within(self._limits.look_again, self._wake.wait())
            self._wake.clear()
            await self._door.shut_out()

    def look_again(self) -> None:
        self._wake.set()

    def end(self) -> None:
        self._is_ending = True
        self._wake.set()

    async def clear(self) -> None:
        """Hang up on everybody, and let what they leave behind be told."""
        for guest in list(self._door.guests):
            guest.hang_up()
        await _within(_ENDING, self._everybody_left())
        for _ in range(_TURNS):
            await asyncio.sleep(0)

    async def _everybody_left(self) -> None:
        while self._door.guests or any(yard.visits for yard in self._yards.values()):
            self._left.clear()
            await self._left.wait()

    def _jail(self, channel: "asyncssh.SSHServerChannel[bytes]") -> Jail:
        yard = self._yard(channel.get_extra_info("case_id"))
        jail = ReadOnlyJail if channel.get_extra_info("read_only") else Jail
        return jail(channel, yard, channel.get_extra_info("username"))

    def _yard(self, case_id: str) -> CaseYard:
        """What all sessions of this case share, whenever they come."""
        if case_id not in self._yards:
            limits, folder = self._limits, self._folders.of(case_id)
            self._yards[case_id] = CaseYard(
                folder,
                Room(folder, limits.quota, limits.spare, limits.files),
                Tally(case_id, folder / UPLOAD[1:], self._listeners.on_upload, limits.settle),
                self._left.set,
            )
        return self._yards[case_id]


async def _within(seconds: float, what: Coroutine[Any, Any, object]) -> None:
    """Wait for it, but no longer."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(what, seconds)
