"""One database connection: durable writes, nested transactions, one thread at a time."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from mailbot.errors import ConfigError, StoreBusy

_PATIENCE = 10.0
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = FAST",
    "PRAGMA cache_size = -65536",
    "PRAGMA wal_autocheckpoint = 4000",
)


class Connection:
    """A database that is written only in ``BEGIN IMMEDIATE``.

    A deferred transaction that reads and then writes fails at once when another process
    wrote in between, whatever the busy timeout says.
    """

    def __init__(self, path: Path | None) -> None:
        self._lock = threading.RLock()
        name = ":memory:" if path is None else _private_file(path)
        with _told(), _is_a_state(name):
            # autocommit: the transactions here are our own
            self._raw = sqlite3.connect(
                name, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            for pragma in _PRAGMAS:
                self._raw.execute(pragma)
            self.db = Database(self._raw, execute_plugins=False)

    def all(self, sql: str, *values: Any) -> list[Any]:
        """Every row of a query."""
        with self._lock, _told():
            return self._raw.execute(sql, values).fetchall()

    def one(self, sql: str, *values: Any) -> Any:
        """The first row, or None."""
        with self._lock, _told():
            return self._raw.execute(sql, values).fetchone()

    def value(self, sql: str, *values: Any) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, *values)
        return None if row is None else row[0]

    def write(self, sql: str, *values: Any) -> int:
        """Run one statement; returns how many rows it changed."""
        with self._lock, _told():
            return self._raw.execute(sql, values).rowcount

    def insert(self, sql: str, *values: Any) -> int | None:
        """Insert one row; returns its number, or None if it existed already."""
        with self._lock, _told():
            done = self._raw.execute(sql, values)
            return done.lastrowid if done.rowcount == 1 else None

    def write_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        with self._lock, _told():
            self._raw.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A transaction; a nested one is a savepoint that is rolled back alone if it fails."""
        with self._lock:
            inner = self._raw.in_transaction
            begin, commit, undo = _INNER if inner else _OUTER
            self.write(begin)
            try:
                yield
                self.write(commit)
            except BaseException:
                # SQLite may have rolled back already, for example on a full disk
                if self._raw.in_transaction:
                    for statement in undo:
                        self._raw.execute(statement)
                raise

    def care(self) -> None:
        """Nightly maintenance of the database."""
        self.write("PRAGMA optimize")
        self.all("PRAGMA wal_checkpoint (TRUNCATE)")

    def close(self) -> None:
        with self._lock:
            self._raw.close()


_OUTER = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_INNER = (
    "SAVEPOINT inner_one",
    "RELEASE inner_one",
    ("ROLLBACK TO inner_one", "RELEASE inner_one"),
)


@contextmanager
def _told() -> Iterator[None]:
    """Turn SQLite's errors about locks and disks into our own."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreBusy(
            f"the state can't be used now: {error}. Is the disk full, the folder writable, "
            "or another program holding the database?"
        ) from error


@contextmanager
def _is_a_state(name: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise ConfigError(f"{name} can't be read ({error}): put the last backup back") from error


def _private_file(path: Path) -> str:
    """Create it readable by the owner alone; its -wal and -shm files inherit the mode.

    One that is there is never opened here: closing it again would take the locks of every other
    connection of this process (POSIX), and the next command to end would delete their -wal file.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        pass
    except OSError as error:
        raise StoreBusy(f"{path}: {error.strerror}. Name a writable folder in [state]") from error
    return str(path)
