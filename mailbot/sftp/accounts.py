"""Opens and shuts upload logins: one folder for each case, one login for each person."""

import hashlib
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count, product

from mailbot.desk.case.rulebook import Server
from mailbot.desk.case.transfer import Account, AccountOrigin
from mailbot.ports import Seals
from mailbot.repositories.logins import AccountRow
from mailbot.sftp.logins import Chance, Hasher, LoginBook, draw_password, is_open

LASTS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class BuiltInAccounts:
    """Logins on our own server: the Accounts port."""

    server: Server
    seals: Seals
    logins: LoginBook
    chance: Chance
    hasher: Hasher
    lasts: timedelta = LASTS

    def open(self, case_id: str, person: str, at: datetime) -> Account:
        """A login for this person in this case; an existing one gets a new password."""
        return self._open(_row(self.logins, case_id, person, at), at)

    def open_read_only(self, case_id: str, person: str, at: datetime) -> Account:
        """A login that can fetch the files of the case but change nothing."""
        return self._open(_read_only_row(self.logins, case_id, person, at), at)

    def _open(self, row: AccountRow, at: datetime) -> Account:
        password = draw_password(self.chance)
        new = self.hasher.hash(password)
        works = bool(row.password_hash) and is_open(row, at)
        row = replace(row, next_hash=new) if works else replace(row, password_hash=new)
        row = replace(row, expires=at + self.lasts, shut=None)
        self.logins.keep(row)
        return _account(row, self.seals.seal(password), self.server, at)

    def take_new(self, users: Sequence[str]) -> None:
        """The new passwords have left: the old ones count no more."""
        self.logins.take_next_password(users)

    def keep_old(self, users: Sequence[str]) -> None:
        """The new passwords will not leave: the old ones go on."""
        self.logins.drop_next_password(users)

    def shut(self, users: Sequence[str], at: datetime) -> None:
        """Shut these logins; unknown users are ignored."""
        self.logins.shut(users, at)


@dataclass(frozen=True, slots=True)
class PaperAccounts:
    """The Accounts port without a server: nobody can log in, and a replay repeats exactly."""

    server: Server
    seals: Seals
    logins: LoginBook
    lasts: timedelta = LASTS

    def open(self, case_id: str, person: str, at: datetime) -> Account:
        """The login that a server would have made."""
        return self._open(_row(self.logins, case_id, person, at), at)

    def open_read_only(self, case_id: str, person: str, at: datetime) -> Account:
        """The read-only login that a server would have made."""
        return self._open(_read_only_row(self.logins, case_id, person, at), at)

    def _open(self, row: AccountRow, at: datetime) -> Account:
        row = replace(row, expires=at + self.lasts, shut=None)
        self.logins.keep(row)
        password = draw_password(_Paper(f"{row.user} {at.isoformat()}"))
        return _account(row, self.seals.seal(password), self.server, at)

    def take_new(self, users: Sequence[str]) -> None:
        """The new passwords have left: the old ones count no more."""
        self.logins.take_next_password(users)

    def keep_old(self, users: Sequence[str]) -> None:
        """The new passwords will not leave: the old ones go on."""
        self.logins.drop_next_password(users)

    def shut(self, users: Sequence[str], at: datetime) -> None:
        self.logins.shut(users, at)


class _Paper:
    """A deterministic Chance: its choices follow from the words it was given."""

    def __init__(self, words: str) -> None:
        self._steps = count()
        self._words = words

    def choice(self, symbols: str, /) -> str:
        step = hashlib.sha256(f"{self._words} {next(self._steps)}".encode()).digest()
        return symbols[int.from_bytes(step, "big") % len(symbols)]


def _row(logins: LoginBook, case_id: str, person: str, at: datetime) -> AccountRow:
    """The row of this person in this case, or a new one with an unused user name."""
    known = next((row for row in logins.of_case(case_id) if row.person == person), None)
    if known is not None:
        return known
    user = next(name for name in user_names(case_id) if logins.find(name) is None)
    return AccountRow(user, case_id, person, password_hash="", opened=at)


def _read_only_row(logins: LoginBook, case_id: str, person: str, at: datetime) -> AccountRow:
    return replace(_row(logins, case_id, person, at), read_only=True)


def user_names(case_id: str) -> Iterator[str]:
    """`c12`, `c12b`, `c12c`, … for the first, second, third person of case `C-12`."""
    word = re.sub(r"[^a-z0-9]", "", case_id.lower())
    name = word if word[:1].isalpha() else f"c{word}"
    yield name
    for length in count(1):
        for letters in product(string.ascii_lowercase, repeat=length):
            if letters != ("a",):
                yield name + "".join(letters)


def _account(row: AccountRow, seal: str, server: Server, at: datetime) -> Account:
    return Account(
        user=row.user,
        person=row.person,
        origin=AccountOrigin.OPENED,
        opened=at,
        password=seal,
        host=server.host,
        port=server.port,
        folder=server.folder,
        fingerprint=server.fingerprint,
        expires=row.expires,
        read_only=row.read_only,
    )
