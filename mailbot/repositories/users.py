"""Who may use the pages, and who is signed in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


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


class Users(Protocol):
    """Who may use the pages."""

    def keep(self, user: User) -> None:
        """A new user, or a known one as they are now."""

    def find(self, email: str) -> User | None:
        """The user of that address."""

    def all(self) -> list[User]:
        """All of them, by address."""

    def remove(self, email: str) -> bool:
        """Whoever is removed is signed out at once; False if there is no such user."""


class Sessions(Protocol):
    """Who is signed in."""

    def begin(self, token: str, email: str, at: datetime) -> None:
        """Sign a user in; the token itself is kept nowhere."""

    def signed_in(self, token: str, *, began_after: datetime, seen_after: datetime) -> User | None:
        """Whose session this is; None where there is none, or it has ended."""

    def see(self, token: str, at: datetime) -> None:
        """Remember that it is in use."""

    def end(self, token: str) -> None: ...
    def end_all_of(self, email: str) -> None:
        """Sign a user out everywhere: after a new password, say."""
