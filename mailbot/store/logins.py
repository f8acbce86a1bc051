"""The logins on our own SFTP server, in SQLite."""

from collections.abc import Sequence
from datetime import datetime

from mailbot.repositories.logins import AccountRow
from mailbot.store.moments import moment, written
from mailbot.store.room import Room

_COLUMNS = "user, case_id, person, password_hash, opened, expires, shut, next_hash, read_only"


class SqliteLogins(Room):
    """The logins on our own SFTP server."""

    def keep(self, row: AccountRow) -> None:
        self.db.write(
            f"INSERT OR REPLACE INTO account ({_COLUMNS})"  # noqa: S608 - they stand above
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row.user,
            row.case_id,
            row.person,
            row.password_hash,
            written(row.opened),
            written(row.expires),
            written(row.shut),
            row.next_hash,
            int(row.read_only),
        )

    def find(self, user: str) -> AccountRow | None:
        return next(iter(self._accounts("user = ?", user)), None)

    def of_case(self, case_id: str) -> list[AccountRow]:
        return self._accounts("case_id = ? ORDER BY user", case_id)

    def case_of_user(self, user: str) -> str:
        return self.db.value("SELECT case_id FROM account WHERE user = ?", user) or ""

    def shut(self, users: Sequence[str], at: datetime) -> None:
        for user in users:
            self.db.write(
                "UPDATE account SET shut = ? WHERE user = ? AND shut IS NULL", written(at), user
            )

    def take_next_password(self, users: Sequence[str]) -> None:
        for user in users:
            self.db.write(
                "UPDATE account SET password_hash = next_hash, next_hash = ''"
                " WHERE user = ? AND next_hash <> ''",
                user,
            )

    def drop_next_password(self, users: Sequence[str]) -> None:
        for user in users:
            self.db.write("UPDATE account SET next_hash = '' WHERE user = ?", user)

    def unshut(self, users: Sequence[str]) -> None:
        for user in users:
            self.db.write("UPDATE account SET shut = NULL WHERE user = ?", user)

    def _accounts(self, condition: str, value: str) -> list[AccountRow]:
        sql = f"SELECT {_COLUMNS} FROM account WHERE {condition}"  # noqa: S608 - both stand above
        return [_account_row(*row) for row in self.db.all(sql, value)]


def _account_row(  # noqa: PLR0913 - a column each
    user: str,
    case_id: str,
    person: str,
    password_hash: str,
    opened: str,
    expires: str | None,
    shut: str | None,
    next_hash: str,
    read_only: int,
) -> AccountRow:
    at = moment(opened)
    assert at is not None
    return AccountRow(
        user, case_id, person, password_hash, at, moment(expires), moment(shut), next_hash,
        bool(read_only),
    )  # fmt: skip
