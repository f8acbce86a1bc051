"""The logins on our own SFTP server."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A login of one person in one case; of its password only the hash is kept.

    ``next_hash`` is that of a new password, until the letter that brings it has left.
    """

    user: str
    case_id: str
    person: str
    password_hash: str
    opened: datetime
    expires: datetime | None = None
    shut: datetime | None = None
    next_hash: str = ""
    read_only: bool = False


class Logins(Protocol):
    """The logins on our own SFTP server."""

    def keep(self, row: AccountRow) -> None:
        """A new login, or a known one with a new password."""

    def find(self, user: str) -> AccountRow | None:
        """The login of that name, shut or not."""

    def of_case(self, case_id: str) -> list[AccountRow]: ...
    def case_of_user(self, user: str) -> str:
        """The case a login belongs to, or ''."""

    def shut(self, users: Sequence[str], at: datetime) -> None:
        """Nobody logs in by these names any more."""

    def take_next_password(self, users: Sequence[str]) -> None:
        """The new password counts alone from now on."""

    def drop_next_password(self, users: Sequence[str]) -> None:
        """The old password goes on alone."""

    def unshut(self, users: Sequence[str]) -> None:
        """They log in again, with the password they had."""
