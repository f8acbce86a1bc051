"""A customer's SFTP client: it knows only what stands in the letter they received."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Self

import asyncssh

from mailbot.errors import MailbotError

_FIELDS = {
    "host": r"(?:主机|Host)",
    "port": r"(?:端口|Port)",
    "user": r"(?:用户名|User)",
    "password": r"(?:密码|Password)",
    "folder": r"(?:目录|Folder)",
}
_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]+")


class LetterUnclear(MailbotError):
    """A letter does not say how to upload."""


@dataclass(frozen=True, slots=True)
class UploadLogin:
    """What a letter tells about the upload account."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    fingerprint: str

    @classmethod
    def read(cls, letter: str) -> Self:
        """The login as a person would read it out of the letter. Raises LetterUnclear."""
        values = {name: _value(label, letter) for name, label in _FIELDS.items()}
        if not values["port"].isdecimal():
            raise LetterUnclear(f"the port reads {values['port']!r}")
        fingerprint = _FINGERPRINT.search(letter)
        return cls(
            host=values["host"].removeprefix("sftp://"),
            port=int(values["port"]),
            user=values["user"],
            password=values["password"],
            folder=values["folder"],
            fingerprint=fingerprint.group() if fingerprint else "",
        )


def _value(label: str, letter: str) -> str:
    found = re.search(rf"^\s*{label}\s*[：:]\s*(\S+)", letter, re.MULTILINE)
    if found is None:
        raise LetterUnclear(f"nothing in the letter reads like {label}")
    return found.group(1)


def upload(login: UploadLogin, files: Mapping[str, bytes]) -> None:
    """Put these files into the folder the letter names. Raises asyncssh.Error."""
    asyncio.run(_upload(login, files))


def lets_in(login: UploadLogin) -> bool:
    """Whether the server still accepts this login."""
    try:
        asyncio.run(_upload(login, {}))
    except asyncssh.PermissionDenied:
        return False
    return True


async def _upload(login: UploadLogin, files: Mapping[str, bytes]) -> None:
    connection = await asyncssh.connect(
        login.host,
        login.port,
        username=login.user,
        password=login.password,
        known_hosts=None,
        client_keys=None,
        agent_path=None,
        config=None,
    )
    async with connection:
        _check_host_key(connection, login.fingerprint)
        async with connection.start_sftp_client() as sftp:
            for name, content in files.items():
                path = str(PurePosixPath(login.folder) / name)
                async with sftp.open(path, "wb") as file:
                    await file.write(content)


def _check_host_key(connection: asyncssh.SSHClientConnection, told: str) -> None:
    """As a careful person does: the key shown must be the one in the letter."""
    key = connection.get_server_host_key()
    shown = key.get_fingerprint() if key is not None else ""
    if told and shown != told:
        raise LetterUnclear(f"the letter says {told}, the server shows {shown}")
