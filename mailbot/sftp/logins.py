"""Logins of the upload server: where they are kept, and their passwords."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from argon2.exceptions import Argon2Error, InvalidHashError

from mailbot.repositories.logins import AccountRow


class Login(Protocol):
    """What the server needs to know about a login."""

    @property
    def user(self) -> str: ...
    @property
    def case_id(self) -> str: ...
    @property
    def password_hash(self) -> str: ...
    @property
    def next_hash(self) -> str: ...
    @property
    def read_only(self) -> bool: ...
    @property
    def expires(self) -> datetime | None: ...
    @property
    def shut(self) -> datetime | None: ...


class LoginLookup(Protocol):
    """Looks up logins; called from worker threads. May raise StoreBusy."""

    def find(self, user: str) -> Login | None: ...


class LoginBook(Protocol):
    """Where logins are kept: in the same transaction as the cases."""

    def keep(self, row: AccountRow) -> None: ...
    def find(self, user: str) -> AccountRow | None: ...
    def of_case(self, case_id: str) -> Sequence[AccountRow]: ...
    def take_next_password(self, users: Sequence[str]) -> None: ...
    def drop_next_password(self, users: Sequence[str]) -> None: ...
    def shut(self, users: Sequence[str], at: datetime) -> None: ...


def is_open(login: Login, now: datetime) -> bool:
    """Whether this login is neither shut nor expired."""
    return login.shut is None and (login.expires is None or now < login.expires)


SYMBOLS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 18


class Chance(Protocol):
    """Where passwords come from: `secrets.SystemRandom()`, or a seeded source in tests."""

    def choice(self, symbols: str, /) -> str: ...


class Hasher(Protocol):
    """`argon2.PasswordHasher`, as slow as its parameters say."""

    def hash(self, password: str) -> str: ...
    def verify(self, hash: str, password: str) -> bool: ...  # noqa: A002 - argon2's own word


def draw_password(chance: Chance) -> str:
    """A new password: 104 bits, without letters and digits that are easily confused."""
    return "".join(chance.choice(SYMBOLS) for _ in range(LENGTH))


def is_right(hasher: Hasher, password_hash: str, password: str) -> bool:
    """Whether the password matches; an unreadable hash matches none."""
    try:
        return hasher.verify(password_hash, password)
    except (Argon2Error, InvalidHashError, UnicodeEncodeError):
        return False
