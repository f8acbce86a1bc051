"""Who may use the pages, and who is signed in."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.store.moments import written
from mailbot.store.room import Room

_COLUMNS = "email, name, role, password_hash, lang"


class UserRole(StrEnum):
    """What a user may do."""

    READER = "reader"
    ENGINEER = "engineer"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class User:
    """One of our people; ``password_hash`` is argon2's, '' where another server signs them in.

    ``lang`` is the language of their pages, '' for the browser's.
    """

    email: str
    name: str
    role: UserRole
    password_hash: str = ""
    lang: str = ""

    @property
    def may_order(self) -> bool:
        """Readers look on."""
        return self.role is not UserRole.READER


class Users(Room):
    """Users by their address; sessions by the hash of a token that only the browser knows."""

    def keep_user(self, user: User) -> None:
        """A new user, or a known one as they are now."""
        self.db.write(
            f"INSERT INTO user ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608 - they stand above
            " ON CONFLICT (email) DO UPDATE SET name = excluded.name, role = excluded.role,"
            " password_hash = excluded.password_hash, lang = excluded.lang",
            user.email,
            user.name,
            user.role.value,
            user.password_hash,
            user.lang,
        )

    def user(self, email: str) -> User | None:
        """The user of that address."""
        return next(iter(self._users("WHERE email = ?", email.lower())), None)

    def users(self) -> list[User]:
        """All of them, by address."""
        return self._users("ORDER BY email")

    def remove_user(self, email: str) -> bool:
        """Whoever is removed is signed out at once; False if there is no such user."""
        return self.db.write("DELETE FROM user WHERE email = ?", email.lower()) == 1

    def begin_session(self, token: str, email: str, at: datetime) -> None:
        """Sign a user in; the token itself is kept nowhere."""
        self.db.write(
            "INSERT INTO session VALUES (?, ?, ?, ?)",
            _hashed(token), email, written(at), written(at),
        )  # fmt: skip

    def signed_in(self, token: str, *, began_after: datetime, seen_after: datetime) -> User | None:
        """Whose session this is; None where there is none, or it has ended."""
        row = self.db.one(
            "SELECT email FROM session WHERE token_hash = ? AND began > ? AND seen > ?",
            _hashed(token), written(began_after), written(seen_after),
        )  # fmt: skip
        return None if row is None else self.user(row[0])

    def see_session(self, token: str, at: datetime) -> None:
        """Remember that it is in use."""
        self.db.write(
            "UPDATE session SET seen = ? WHERE token_hash = ?", written(at), _hashed(token)
        )

    def end_session(self, token: str) -> None:
        self.db.write("DELETE FROM session WHERE token_hash = ?", _hashed(token))

    def end_sessions_of(self, email: str) -> None:
        """Sign a user out everywhere: after a new password, say."""
        self.db.write("DELETE FROM session WHERE email = ?", email)

    def _users(self, condition: str, *values: str) -> list[User]:
        rows: Sequence[Sequence[str]] = self.db.all(
            f"SELECT {_COLUMNS} FROM user {condition}",  # noqa: S608 - conditions stand above
            *values,
        )
        return [
            User(email, name, UserRole(role), password_hash, lang)
            for email, name, role, password_hash, lang in rows
        ]


def _hashed(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
