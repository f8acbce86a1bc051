"""SSH logins: passwords only, checked slowly, and nothing but SFTP behind them."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import argon2
import asyncssh

from mailbot.errors import WorldError
from mailbot.ports import Clock
from mailbot.sftp.brake import Brake
from mailbot.sftp.logins import Hasher, Login, LoginLookup, is_open, is_right

OnLogin = Callable[[str, str, bool], None]

_AT_ONCE = 4  # an argon2 check takes tens of megabytes
_NOBODY = "nobody has this password"


@dataclass(slots=True)
class LoginGate:
    """Checks passwords, and knows the open connections: shared by all of them."""

    logins: LoginLookup
    clock: Clock
    brake: Brake
    most: int
    on_login: OnLogin
    on_left: Callable[[], None]
    hasher: Hasher = field(default_factory=argon2.PasswordHasher)
    connections: dict["Connection", Login | None] = field(default_factory=dict)
    _decoy: str = ""
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def admits(self, user: str, password: str, peer: str) -> Login | None:
        """The login this password opens, or None; an unknown user takes just as long."""
        if self.brake.holds(user, peer, self.clock.now()):
            return None
        async with self._turn:
            login, fits = await asyncio.to_thread(self._check, user, password)
        now = self.clock.now()
        ok = fits and login is not None and is_open(login, now)
        if ok:
            self.brake.right(user, peer)
        else:
            self.brake.wrong(user, peer, now)
        if login is not None:
            asyncio.get_running_loop().call_soon(self.on_login, user, peer, ok)
        return login if ok else None

    def _check(self, user: str, password: str) -> tuple[Login | None, bool]:
        self._decoy = self._decoy or self.hasher.hash(_NOBODY)
        try:
            login = self.logins.find(user)
        except WorldError:
            return None, False
        known = login is not None and bool(login.password_hash)
        if login is None or not known:
            return login, is_right(self.hasher, self._decoy, password) and False
        # until the letter with a new password has been sent, the old one works as well
        hashes = filter(None, (login.password_hash, login.next_hash))
        return login, any(is_right(self.hasher, one, password) for one in hashes)

    async def end_shut_logins(self) -> None:
        """End the sessions of logins that were shut since they began."""
        for connection, login in list(self.connections.items()):
            if login is not None and await asyncio.to_thread(self._is_shut, login.user):
                connection.disconnect()

    def _is_shut(self, user: str) -> bool:
        try:
            login = self.logins.find(user)
        except WorldError:
            return False
        return login is None or login.shut is not None


class Connection(asyncssh.SSHServer):
    """One connection; everything but password and SFTP is refused by the library's defaults."""

    def __init__(self, gate: LoginGate) -> None:
        self._gate = gate
        self._connection: asyncssh.SSHServerConnection | None = None
        self._peer = ""

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self._connection = conn
        self._peer = str((conn.get_extra_info("peername") or ("",))[0])
        if len(self._gate.connections) >= self._gate.most:
            conn.abort()
            return
        self._gate.connections[self] = None

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        self._gate.connections.pop(self, None)
        self._gate.on_left()

    def begin_auth(self, username: str) -> bool:
        del username
        return True

    def password_auth_supported(self) -> bool:
        return True

    async def validate_password(self, username: str, password: str) -> bool:
        login = await self._gate.admits(username, password, self._peer)
        if login is None or self._connection is None or self not in self._gate.connections:
            return False
        self._gate.connections[self] = login
        self._connection.set_extra_info(case_id=login.case_id, read_only=login.read_only)
        return True

    def disconnect(self) -> None:
        """Tell the client that the account was closed, and end the connection."""
        if self._connection is not None:
            self._connection.disconnect(
                asyncssh.DISC_BY_APPLICATION, "this upload account was closed"
            )

    def hang_up(self) -> None:
        """Drop the connection now."""
        if self._connection is not None:
            self._connection.abort()
