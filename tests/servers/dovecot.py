"""A real Dovecot with a configuration of its own, on loopback and free ports."""

import errno
import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from imapclient import IMAPClient  # type: ignore[import-untyped]

from tests.patience import PATIENCE
from tests.servers.certificate import write_certificate

HOST = "127.0.0.1"
PASSWORD = "pw"
# only to end what hangs

_CONFIG = """
base_dir = {home}/run
state_dir = {home}/state
instance_name = {instance}
login_greeting = {instance}
log_path = {home}/dovecot.log
protocols = imap
listen = {host}
ssl = yes
ssl_cert = <{home}/cert.pem
ssl_key = <{home}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_uid = {user}
mail_gid = {group}
first_valid_uid = 1
default_login_user = {login_user}
default_internal_user = {internal_user}
default_internal_group = {internal_group}
mail_fsync = never
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
  chroot =
}}
service anvil {{
  chroot =
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}/mail/%u
}}
namespace inbox {{
  inbox = yes
  mailbox {sent} {{
    auto = create
    special_use = \\Sent
  }}
  mailbox Drafts {{
    auto = create
    special_use = \\Drafts
  }}
}}
"""


@dataclass(slots=True)
class Dovecot:
    """A running server. Every user exists, with the password `PASSWORD`."""

    home: Path
    port: int
    tls_port: int
    sent: str
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def ca_file(self) -> str:
        return str(self.home / "cert.pem")

    @contextmanager
    def login(self, user: str) -> Iterator[Any]:
        """A client of that user, logged in."""
        with IMAPClient(HOST, self.port, ssl=False, timeout=PATIENCE) as client:
            client.login(user, PASSWORD)
            yield client

    def deliver(
        self, user: str, raw: bytes, at: datetime | None = None, folder: str = "INBOX"
    ) -> None:
        """Lay a mail into a folder, as if it had arrived at ``at``."""
        with self.login(user) as client:
            client.append(folder, raw, (), at)

    def put_file(self, user: str, name: str, raw: bytes) -> None:
        """Lay a file into the INBOX on disk: APPEND takes no mail of 0 bytes."""
        with self.login(user):
            (self._maildir(user) / "new" / name).write_bytes(raw)

    def renumber(self, user: str, uidvalidity: int) -> None:
        """Give the INBOX this UIDVALIDITY and new UIDs, as a restore from a backup does."""
        for file in self._maildir(user).glob("dovecot*"):
            file.unlink()
        (self._maildir(user) / "dovecot-uidlist").write_text(f"3 V{uidvalidity} N1\n")

    def _maildir(self, user: str) -> Path:
        return self.home / "mail" / user / "Maildir"

    def mails(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """The raw mails of a folder, oldest first."""
        with self.login(user) as client:
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search(), ["BODY.PEEK[]"])
            return [found[uid][b"BODY[]"] or b"" for uid in sorted(found)]

    def start(self) -> None:
        command = [_program(), "-F", "-c", str(self.home / "dovecot.conf")]
        self._process = subprocess.Popen(command, start_new_session=True)
        self._await()

    def _await(self) -> None:
        """Until the server listens and greets by its own name."""
        for _ in range(6000):
            with closing(socket.socket()) as sock:
                sock.settimeout(PATIENCE)
                if sock.connect_ex((HOST, self.port)) == 0:
                    assert self.home.name.encode() in sock.recv(512)
                    return
            threading.Event().wait(0.01)
        raise AssertionError("Dovecot did not start")

    def stop(self) -> None:
        """At once and wholly: left to itself it would keep open connections alive."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(PATIENCE)
            self._await_silence()

    def _await_silence(self) -> None:
        """Until nobody listens: the children die after the master whom we wait for."""
        for _ in range(6000):
            with closing(socket.socket()) as sock:
                sock.settimeout(PATIENCE)
                if sock.connect_ex((HOST, self.port)) == errno.ECONNREFUSED:
                    return
            threading.Event().wait(0.01)
        raise AssertionError("Dovecot did not stop")


@contextmanager
def dovecot(sent: str = "Sent") -> Iterator[Dovecot]:
    """A server for the length of a block. ``sent`` is how it calls its Sent folder."""
    # a folder of pytest's is closed to the user Dovecot delivers as
    home = Path(tempfile.mkdtemp(prefix="dovecot-"))
    try:
        with _own_port() as port, _own_port() as tls_port:
            server = Dovecot(home, port, tls_port, sent)
            _configure(server)
            server.start()
            try:
                yield server
            finally:
                server.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _configure(server: Dovecot) -> None:
    home = server.home
    write_certificate(home)
    (home / "mail").mkdir()
    home.chmod(0o755)
    (home / "mail").chmod(0o777)
    is_root = os.geteuid() == 0
    me, group = getpass.getuser(), str(os.getegid())
    text = _CONFIG.format(
        home=home,
        host=HOST,
        instance=home.name,
        port=server.port,
        tls_port=server.tls_port,
        password=PASSWORD,
        sent=server.sent,
        user="mail" if is_root else me,
        group="mail" if is_root else group,
        login_user="dovenull" if is_root else me,
        internal_user="dovecot" if is_root else me,
        internal_group="dovecot" if is_root else group,
    )
    (home / "dovecot.conf").write_text(text)


def _program() -> str:
    return shutil.which("dovecot") or "/usr/sbin/dovecot"


@contextmanager
def _own_port() -> Iterator[int]:
    """A port that the kernel gives to nobody else as long as the block lasts.

    A socket keeps it that never listens; Dovecot may listen beside it, since both allow reuse.
    """
    with closing(socket.socket()) as keeper:
        keeper.bind((HOST, 0))
        keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        yield int(keeper.getsockname()[1])
