"""Who may use the pages, and who is signed in, in SQLite."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from mailbot.repositories.users import User, UserRole
from mailbot.store.connection import Connection
from mailbot.store.moments import written
from mailbot.store.room import Room

_COLUMNS = "email, name, role, password_hash, lang"


class SqliteUsers(Room):
    """Who may use the pages."""

    def keep(self, user: User) -> None:
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

    def find(self, email: str) -> User | None:
        return next(iter(_users(self.db, "WHERE email = ?", email.lower())), None)

    def all(self) -> list[User]:
        return _users(self.db, "ORDER BY email")

    def remove(self, email: str) -> bool:
        return self.db.write("DELETE FROM user WHERE email = ?", email.lower()) == 1


class SqliteSessions(Room):
    """Who is signed in."""

    def begin(self, token: str, email: str, at: datetime) -> None:
        self.db.write(
            "INSERT INTO session VALUES (?, ?, ?, ?)",
            _hashed(token), email, written(at), written(at),
        )  # fmt: skip

    def signed_in(self, token: str, *, began_after: datetime, seen_after: datetime) -> User | None:
        row = self.db.one(
            "SELECT email FROM session WHERE token_hash = ? AND began > ? AND seen > ?",
            _hashed(token), written(began_after), written(seen_after),
        )  # fmt: skip
        found = () if row is None else _users(self.db, "WHERE email = ?", row[0])
        return next(iter(found), None)

    def see(self, token: str, at: datetime) -> None:
        self.db.write(
            "UPDATE session SET seen = ? WHERE token_hash = ?", written(at), _hashed(token)
        )

    def end(self, token: str) -> None:
        self.db.write("DELETE FROM session WHERE token_hash = ?", _hashed(token))

    def end_all_of(self, email: str) -> None:
        self.db.write("DELETE FROM session WHERE email = ?", email)


def _hashed(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _users(db: Connection, condition: str, *values: str) -> list[User]:
    rows: Sequence[Sequence[str]] = db.all(
        f"SELECT {_COLUMNS} FROM user {condition}",  # noqa: S608 - conditions stand above
        *values,
    )
    return [
        User(email, name, UserRole(role), password_hash, lang)
        for email, name, role, password_hash, lang in rows
    ]
