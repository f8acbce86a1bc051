"""The upload server's event loop: its connections and the folders of their cases."""

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
from mailbot.sftp.folders import Quota, UploadFolders
from mailbot.sftp.jail import CaseFolder, Jail, ReadOnlyJail
from mailbot.sftp.login_gate import Connection, LoginGate, OnLogin
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
    """Callbacks, called in the server's thread: they must return quickly and raise nothing.

    Each RUNNING is followed by one WHOLE, CUT or GONE of the same case, user and name, unless
    the process dies; a file may be reported as RUNNING several times. A file that was reported
    and renamed since is reported with both names.
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


class ServerLoop:
    """The connections of the server and their cases' folders, from start to end of one loop."""

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
        self._cases: dict[str, CaseFolder] = {}
        self._left = asyncio.Event()
        self._wake = asyncio.Event()
        self._is_ending = False
        self._gate = LoginGate(
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
            server_factory=lambda: Connection(self._gate),
            sftp_factory=self._jail,
            login_timeout=self._limits.login_timeout,
            keepalive_interval=self._limits.keepalive,
            **_PROTOCOL,
        )

    async def keep(self) -> None:
        """End the sessions of shut logins every few seconds, until `end` is called."""
        while not self._is_ending:
            await _within(self._limits.look_again, self._wake.wait())
            self._wake.clear()
            await self._gate.end_shut_logins()

    def look_again(self) -> None:
        self._wake.set()

    def end(self) -> None:
        self._is_ending = True
        self._wake.set()

    async def clear(self) -> None:
        """Drop all connections, and wait until their unfinished uploads are reported."""
        for connection in list(self._gate.connections):
            connection.hang_up()
        await _within(_ENDING, self._everybody_left())
        for _ in range(_TURNS):
            await asyncio.sleep(0)

    async def _everybody_left(self) -> None:
        while self._gate.connections or any(case.visits for case in self._cases.values()):
            self._left.clear()
            await self._left.wait()

    def _jail(self, channel: "asyncssh.SSHServerChannel[bytes]") -> Jail:
        case = self._case_folder(channel.get_extra_info("case_id"))
        jail = ReadOnlyJail if channel.get_extra_info("read_only") else Jail
        return jail(channel, case, channel.get_extra_info("username"))

    def _case_folder(self, case_id: str) -> CaseFolder:
        """The folder that all sessions of this case share, now and later."""
        if case_id not in self._cases:
            limits, folder = self._limits, self._folders.of(case_id)
            self._cases[case_id] = CaseFolder(
                folder,
                Quota(folder, limits.quota, limits.spare, limits.files),
                Tally(case_id, folder / UPLOAD[1:], self._listeners.on_upload, limits.settle),
                self._left.set,
            )
        return self._cases[case_id]


async def _within(seconds: float, what: Coroutine[Any, Any, object]) -> None:
    """Wait for ``what``, for so many seconds at most."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(what, seconds)
