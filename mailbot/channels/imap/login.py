"""Where the mailbox is, and how to log in to it over IMAP."""

import socket
from dataclasses import dataclass
from datetime import date
from typing import Any

from imapclient import IMAPClient, SocketTimeout  # type: ignore[import-untyped]
from imapclient.exceptions import LoginError  # type: ignore[import-untyped]

from mailbot.channels.failure import Server, as_channel_down, trusted, wrong_login

_TIMEOUT = SocketTimeout(10, 60)
_HELLO = {"name": "mailbot", "version": "1", "vendor": "mailbot"}


@dataclass(frozen=True, slots=True)
class ImapAccount:
    """Where the mailbox is. ``since`` limits what is read of a folder never read before.

    ``sent`` and ``drafts`` are used where the server marks no such folder itself (RFC 6154).
    """

    host: str
    port: int
    user: str
    password: str
    tls: bool = True
    ca_file: str = ""
    folders: tuple[str, ...] = ("INBOX",)
    sent: str = "Sent"
    drafts: str = "Drafts"
    since: date | None = None
    plaintext: bool = False

    @property
    def server(self) -> Server:
        return Server("imap", self.host, self.port, self.user)


def connect(account: ImapAccount) -> Any:
    """A connection that is logged in. Raises ChannelDown."""
    context = trusted(account.ca_file, "imap") if account.tls else None
    with as_channel_down(account.server):
        client: Any = IMAPClient(
            account.host, account.port, ssl=account.tls, ssl_context=context, timeout=_TIMEOUT
        )
        # small commands and Nagle's algorithm wait 40 ms for one another (RFC 896)
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # keep times timezone-aware
        client.normalise_times = False
        try:
            client.login(account.user, account.password)
        except LoginError as error:
            client.shutdown()
            raise wrong_login(account.server, error) from error
        if client.has_capability("ID"):
            # 163 and 126 open no folder for a client that does not say who it is (RFC 2971)
            client.id_(_HELLO)
        return client


def special_folder(client: Any, flag: bytes, name: str) -> str:
    """The folder with this special use (RFC 6154), else the one of this name, else ''."""
    for flags, _, folder in client.list_folders():
        if flag.lower() in (one.lower() for one in flags):
            return str(folder)
    return name if name and client.folder_exists(name) else ""
