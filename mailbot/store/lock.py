"""A lock on the state folder: a second bot is refused."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mailbot.errors import StoreBusy


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Holds the lock until the process ends, however it ends. Raises StoreBusy."""
    held = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreBusy(f"another mailbot looks after {folder}: stop that one first") from error
        yield
    finally:
        os.close(held)


def is_held(folder: Path) -> bool:
    """Whether a bot is running on this state; creates no file and blocks nobody."""
    try:
        held = os.open(folder / "lock", os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        # a shared lock, so that two status checks don't take each other for a bot
        fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(held)
    return False
