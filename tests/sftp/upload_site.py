"""A real upload server on loopback, its logins in memory, and the real sftp client."""

import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import argon2
import asyncssh

from mailbot.clock import SettableClock
from mailbot.desk.case.upload import UploadState
from mailbot.repositories.logins import AccountRow
from mailbot.sftp.server import UploadServer
from mailbot.sftp.tally import Told
from tests.patience import PATIENCE

NOW = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
HASHER = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
RIGHT = "right"


@dataclass
class Logins:
    """Rows in memory."""

    rows: dict[str, AccountRow] = field(default_factory=dict)

    def keep(self, row: AccountRow) -> None:
        self.rows[row.user] = row

    def find(self, user: str) -> AccountRow | None:
        return self.rows.get(user)

    def of_case(self, case_id: str) -> Sequence[AccountRow]:
        return [row for row in self.rows.values() if row.case_id == case_id]

    def take_next_password(self, users: Sequence[str]) -> None:
        for user in users:
            row = self.rows[user]
            new = row.next_hash or row.password_hash
            self.rows[user] = replace(row, password_hash=new, next_hash="")

    def drop_next_password(self, users: Sequence[str]) -> None:
        for user in users:
            self.rows[user] = replace(self.rows[user], next_hash="")

    def shut(self, users: Sequence[str], at: datetime) -> None:
        for user in users:
            if user in self.rows:
                self.rows[user] = replace(self.rows[user], shut=at)


class Ear:
    """Remembers what the server told, and lets a test wait for it."""

    def __init__(self) -> None:
        self.uploads: list[Told] = []
        self.logins: list[tuple[str, str, bool]] = []
        self._heard = threading.Condition()

    def on_upload(self, told: Told) -> None:
        with self._heard:
            self.uploads.append(told)
            self._heard.notify_all()

    def on_login(self, user: str, peer: str, ok: bool) -> None:
        with self._heard:
            self.logins.append((user, peer, ok))
            self._heard.notify_all()

    def wait_for(self, what: Callable[[], object]) -> None:
        with self._heard:
            assert self._heard.wait_for(what, PATIENCE), self.uploads

    def first_logins(self) -> list[tuple[str, str, bool]]:
        """The server tells of a login in a turn of its own, maybe after the client has left."""
        self.wait_for(lambda: self.logins)
        return list(self.logins)

    def ends(self) -> list[tuple[str, int, UploadState]]:
        """What became of each file."""
        return [
            (one.name, one.size, one.state)
            for one in self.uploads
            if one.state is not UploadState.RUNNING
        ]

    def wait_for_ends(self, count: int) -> list[tuple[str, int, UploadState]]:
        self.wait_for(lambda: len(self.ends()) >= count)
        return self.ends()


@dataclass
class Site:
    """A server, who may log in, what it told, and a customer's desk."""

    server: UploadServer
    logins: Logins
    ear: Ear
    clock: SettableClock
    desk: Path

    def let_in(self, user: str, password: str, case_id: str = "C-12") -> None:
        row = AccountRow(
            user, case_id, f"{user}@hanhai.example", HASHER.hash(password), NOW,
            NOW + timedelta(days=30),
        )  # fmt: skip
        self.logins.keep(row)

    def folder(self, case_id: str = "C-12") -> Path:
        return self.server.folders.of(case_id) / "upload"

    def command(self, program: str, password: str, *more: str) -> list[str]:
        port = "-P" if program == "sftp" else "-p"
        return [
            "sshpass", "-p", password, program, port, str(self.server.port),
            "-oBatchMode=no", "-oStrictHostKeyChecking=no", "-oUserKnownHostsFile=/dev/null",
            "-oPubkeyAuthentication=no", "-oLogLevel=ERROR", "-F/dev/null", *more,
        ]  # fmt: skip

    def sftp(
        self, lines: str, user: str = "c12", password: str = RIGHT
    ) -> subprocess.CompletedProcess[str]:
        """Run these commands with OpenSSH's sftp."""
        batch = self.desk / "batch"
        batch.write_text(lines)
        command = self.command("sftp", password, "-b", str(batch), f"{user}@127.0.0.1")
        return subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=self.desk
        )

    def file(self, name: str, content: bytes) -> str:
        """A file on the customer's desk."""
        (self.desk / name).write_bytes(content)
        return name


NewSite = Callable[..., Site]


async def cut_line(site: Site, path: str, content: bytes, user: str = "c12") -> None:
    """Write `content` into a file on the server, then drop the line with the file still open."""
    connection = await line(site, user)
    sftp = await connection.start_sftp_client()
    file = await sftp.open(path, "wb")
    await file.write(content)
    connection.abort()
    await connection.wait_closed()


async def line(
    site: Site, user: str = "c12", password: str = RIGHT
) -> asyncssh.SSHClientConnection:
    """A connection of a program, not of OpenSSH."""
    return await asyncssh.connect(
        "127.0.0.1",
        site.server.port,
        username=user,
        password=password,
        known_hosts=None,
        client_keys=None,
        agent_path=None,
        config=None,
    )
