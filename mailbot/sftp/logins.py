"""What is asked of the store that keeps the upload logins."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mailbot.ports import AccountRow


class Login(Protocol):
    """What the server has to know of a login."""

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
    """Where the server looks a login up, from threads of its own. May raise StoreBusy."""

    def account(self, user: str) -> Login | None: ...


class LoginBook(Protocol):
    """Where logins are kept, beside the cases: both change together or not at all."""

    def keep_account(self, row: AccountRow) -> None: ...
    def account(self, user: str) -> AccountRow | None: ...
    def accounts_of(self, case_id: str) -> Sequence[AccountRow]: ...
    def take_next_password(self, users: Sequence[str]) -> None: ...
    def drop_next_password(self, users: Sequence[str]) -> None: ...
    def shut(self, users: Sequence[str], at: datetime) -> None: ...


def is_open(login: Login, now: datetime) -> bool:
    """Whether this login lets anybody in at this hour."""
    return login.shut is None and (login.expires is None or now < login.expires)
