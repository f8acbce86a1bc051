"""The key of the state: a file of its own, made once, readable by nobody else."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from mailbot.errors import ConfigError

_BYTES = 32


def read_key(path: Path) -> bytes:
    """The key in `path`, made there if there is none. Raises ConfigError."""
    if not path.exists():
        _make(path)
    try:
        mode, text = path.stat().st_mode, path.read_text(encoding="ascii")
        key = bytes.fromhex(text)
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path} can't be read as a key ({error}): put the copy back") from error
    if stat.S_IMODE(mode) & 0o077:
        raise ConfigError(f"{path} is open to others: chmod 600 {path}")
    if len(key) != _BYTES:
        raise ConfigError(f"{path} holds {len(key)} bytes, not {_BYTES}: put the copy back")
    return key


def _make(path: Path) -> None:
    """Write to a temporary file, then link it: two programs starting at once can't clash."""
    aside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(aside, path)
        aside.unlink()
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}. Name a writable folder in [state]") from error
