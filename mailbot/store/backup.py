"""A copy of the state folder that is whole and of one moment, taken while a bot may write to it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from mailbot.errors import ConfigError, OrderError, StoreBusy
from mailbot.store.connection import Connection
from mailbot.store.keyfile import read_key
from mailbot.store.sqlite import DATABASE, KEY, must_hold_key, must_hold_state
from mailbot.store.vault import Vault

UPLOADS = "uploads"
_LOCK = "lock"
# the database has a way of its own, the key comes last, a lock is of no use elsewhere
_NOT_AS_FILES = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", KEY, _LOCK, UPLOADS)
_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Copied:
    """What a backup holds, by name, and how much it leaves where it is."""

    names: tuple[str, ...]
    uploads: int
    upload_bytes: int


def back_up(state: Path, into: Path) -> Copied:
    """Copy the state into a folder of its own. Raises ConfigError, OrderError, StoreBusy."""
    _is_whole(state)
    made = _emptied(state, into)
    try:
        with _told(into):
            copy_database(state / DATABASE, into / DATABASE)
            others = tuple(_copied_files(state, into))
            _check_database(into / DATABASE)
            # last, since no bot starts on a database without a key: half a copy can't be mistaken
            _copy_private(state / KEY, into / KEY)
        _check_key(into)
    except BaseException:
        _clear(into, altogether=made)
        raise
    sizes = [file.stat().st_size for file in (state / UPLOADS).rglob("*") if file.is_file()]
    return Copied((DATABASE, KEY, *others), len(sizes), sum(sizes))


def copy_database(source: Path, target: Path) -> None:
    """All pages in one step: writers go on, and what they write from now on is not in it."""
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    name = f"{source.resolve().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(name, uri=True, timeout=_PATIENCE)) as kept,
        closing(sqlite3.connect(target)) as copy,
    ):
        kept.backup(copy)


def _is_whole(state: Path) -> None:
    must_hold_state(state)
    must_hold_key(state)
    read_key(state / KEY)


def _emptied(state: Path, into: Path) -> bool:
    """Make the folder, or take an empty one; whether it was made. Raises OrderError."""
    if into.resolve().is_relative_to(state.resolve()):
        raise OrderError(f"{into} lies in the state folder itself: name one outside {state}")
    made = not into.exists()
    try:
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(into.iterdir()):
            raise OrderError(f"{into} is not empty: name a folder that is empty or not there yet")
        into.chmod(0o700)
    except OSError as error:
        raise OrderError(f"{into}: {error.strerror}. Name a folder that can be written") from error
    return made


def _copied_files(state: Path, into: Path) -> Iterator[str]:
    for one in sorted(state.iterdir()):
        # a file named like the key with an ending is a key that is only being made
        if one.name in _NOT_AS_FILES or one.name.startswith(f"{KEY}."):
            continue
        if one.is_dir():
            shutil.copytree(one, into / one.name)
        elif one.is_file():
            _copy_private(one, into / one.name)
        yield one.name


def _copy_private(source: Path, target: Path) -> None:
    """Its owner's alone from the first byte, and on the disk when this returns."""
    held = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with source.open("rb") as kept, os.fdopen(held, "wb") as copy:
        shutil.copyfileobj(kept, copy)
        copy.flush()
        os.fsync(copy.fileno())


def _check_database(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as db:
        (found,) = db.execute("PRAGMA integrity_check (1)").fetchone()
    if found != "ok":
        raise ConfigError(f"the state is damaged ({found}): keep the last backup, and restore it")


def _check_key(into: Path) -> None:
    with closing(Connection(into / DATABASE)) as db:
        Vault(read_key(into / KEY), db).check()


def _clear(into: Path, *, altogether: bool) -> None:
    """A copy that failed leaves nothing that could be taken for a backup."""
    for one in into.iterdir():
        if one.is_dir():
            shutil.rmtree(one, ignore_errors=True)
        else:
            one.unlink(missing_ok=True)
    if altogether:
        into.rmdir()


@contextmanager
def _told(into: Path) -> Iterator[None]:
    """Turn errors of disks and databases into our own."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise StoreBusy(
            f"the state can't be copied to {into}: {error}. Is the disk full, or are the files "
            "another user's?"
        ) from error
    except sqlite3.DatabaseError as error:
        raise ConfigError(f"the state can't be read ({error}): restore the last backup") from error
