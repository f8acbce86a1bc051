"""How the data of a case comes: logins, uploads, and when to look for more."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from mailbot.desk.case.joined import both, earlier
from mailbot.desk.case.login_wanted import LoginWanted, wanted_by_both
from mailbot.desk.case.upload import Upload


class AccountOrigin(StrEnum):
    """Whether we opened a login, or read it in a mail: another server's."""

    OPENED = "opened"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Account:
    """A login on an upload server; ``password`` is a seal, never the secret.

    ``handed_over`` is when a letter with a password of it last left; ``read_only``: the second
    line's, which only fetches files.
    """

    user: str
    person: str
    origin: AccountOrigin
    opened: datetime
    password: str = ""
    host: str = ""
    port: int = 0
    folder: str = ""
    fingerprint: str = ""
    expires: datetime | None = None
    handed_over: datetime | None = None
    read_only: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether we opened it, on our own server."""
        return self.origin is AccountOrigin.OPENED


@dataclass(frozen=True, slots=True)
class Transfer:
    """``upload_check`` is when to look at the server, ``upload_claim`` the mail that said so."""

    accounts: tuple[Account, ...] = ()
    login_wanted: LoginWanted | None = None
    uploads: tuple[Upload, ...] = ()
    upload_check: datetime | None = None
    upload_claim: str = ""

    @property
    def waits_for_login(self) -> bool:
        """Whether a login is asked for that the customer can't do without."""
        return self.login_wanted is not None and not self.login_wanted.over

    def joined(self, other: Self) -> Self:
        """A login per server and person, none is shut; the server is looked at the earlier."""
        logins = {account.user for account in self.accounts}
        return replace(
            self,
            accounts=(*self.accounts, *(one for one in other.accounts if one.user not in logins)),
            login_wanted=wanted_by_both(self.login_wanted, other.login_wanted),
            uploads=tuple(sorted(both(self.uploads, other.uploads), key=lambda one: one.at)),
            upload_check=earlier(self.upload_check, other.upload_check),
            upload_claim=self.upload_claim or other.upload_claim,
        )

    def apart(self, before: Self, other: Self) -> Self:
        """Without what only the other case brought; ``before`` is ours before the join."""
        logins = {one.user for one in other.accounts} - {one.user for one in before.accounts}
        return replace(
            self,
            accounts=tuple(one for one in self.accounts if one.user not in logins),
            uploads=tuple(one for one in self.uploads if one not in other.uploads),
        )

    def with_account(self, account: Account) -> Self:
        """The login as it is now; when a password of it was handed over is known already."""
        known = next((one for one in self.accounts if one.user == account.user), account)
        others = (one for one in self.accounts if one.user != account.user)
        now = replace(account, handed_over=known.handed_over)
        return replace(self, accounts=(*others, now))

    def closed(self) -> Self:
        """Nothing more is waited for."""
        return replace(self, upload_check=None, upload_claim="", login_wanted=None)
