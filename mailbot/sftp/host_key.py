"""The key by which customers recognise the upload server: made once, never changed."""

import os
from pathlib import Path

import asyncssh

from mailbot.errors import ConfigError

_NAME = "upload_host_key"
_OWNER_ONLY = 0o600


def host_key(folder: Path) -> asyncssh.SSHKey:
    """The server's key in the state folder, made at the first start. Raises ConfigError."""
    path = folder / _NAME
    if not path.exists():
        _make(path)
    path.chmod(_OWNER_ONLY)
    try:
        return asyncssh.read_private_key(path)
    except (asyncssh.KeyImportError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path} is no SSH key ({error}): put the old one back; without it, delete the file,"
            " and customers will be warned of a new fingerprint"
        ) from error


def _make(path: Path) -> None:
    """Write to a temporary file, then link it: never half a key, never a second one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{_NAME}.{os.getpid()}")
    beside.touch(_OWNER_ONLY)
    beside.write_bytes(asyncssh.generate_private_key("ssh-ed25519").export_private_key())
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
