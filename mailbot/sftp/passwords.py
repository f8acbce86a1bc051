"""Passwords of upload logins: drawn from symbols nobody mistakes, kept as argon2 hashes."""

from typing import Protocol

from argon2.exceptions import Argon2Error, InvalidHashError

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
    """A new password: 104 bits, none of which looks like another on paper."""
    return "".join(chance.choice(SYMBOLS) for _ in range(LENGTH))


def is_right(hasher: Hasher, password_hash: str, password: str) -> bool:
    """Whether this is the password; what can't be read as a hash fits none."""
    try:
        return hasher.verify(password_hash, password)
    except (Argon2Error, InvalidHashError, UnicodeEncodeError):
        return False
