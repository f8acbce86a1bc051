"""Explains failed connections in plain words, with the remedy."""

import ast
import imaplib
import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address

from mailbot.errors import ChannelDown, ConfigError, LoginRefused

# what our mail connections raise when network or server fail; imapclient's own errors are
# imaplib's, and a malformed answer ends in a ValueError
WORLD = (OSError, imaplib.IMAP4.error, smtplib.SMTPException, ValueError, EOFError)


# b'…' as repr() writes bytes, alone or as the one entry of a list
_ESCAPED = r"\\(?:[\\'\"nrt]|x[0-9a-f]{2})"
_BYTES = re.compile(
    rf"(?<![\w\\])\[?(b(?:'(?:[ -&(-\[\]-~]|{_ESCAPED})*'|\"(?:[ !#-\[\]-~]|{_ESCAPED})*\"))\]?"
)


@dataclass(frozen=True, slots=True)
class Server:
    """The server we connect to; ``section`` is its section in the configuration."""

    section: str
    host: str
    port: int
    user: str

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@contextmanager
def as_channel_down(server: Server) -> Iterator[None]:
    """Turn any connection failure into ChannelDown that names the server and the remedy."""
    try:
        yield
    except WORLD as error:
        raise down(server, error) from error


def down(server: Server, error: Exception) -> ChannelDown:
    """ChannelDown for this failure, with the remedy."""
    mend = next((says for kind, says in _MENDS if isinstance(error, kind)), _lost)
    return ChannelDown(f"{server} {mend(server, error)}")


def wrong_login(server: Server, error: Exception) -> LoginRefused:
    """LoginRefused, with what the server said."""
    return LoginRefused(
        f"{server} refused the login of {server.user}: {_plain(error)}. Check "
        f"{server.section}.user and its password; many servers want an app password instead"
    )


def trusted(ca_file: str, section: str) -> ssl.SSLContext:
    """A TLS context that verifies; ``ca_file`` names the authority of a private server."""
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except OSError as error:
        raise ConfigError(f"{section}.ca_file: {ca_file} can't be read: {error}") from error


def is_loopback(host: str) -> bool:
    """Whether the connection never leaves this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _unknown_host(server: Server, error: Exception) -> str:
    return f"has no address ({_plain(error)}): check {server.section}.host and the network"


def _refused(server: Server, error: Exception) -> str:
    del error
    return f"refuses connections: check {server.section}.port, and that the server runs"


def _silent(server: Server, error: Exception) -> str:
    del error
    return f"does not answer: check {server.section}.host, the network and the firewall"


def _certificate(server: Server, error: Exception) -> str:
    reason = getattr(error, "verify_message", "") or _plain(error)
    return (
        f"shows a certificate that can't be trusted: {reason}. Name its authority in "
        f"{server.section}.ca_file, or the host the certificate is for in {server.section}.host"
    )


def _no_tls(server: Server, error: Exception) -> str:
    return f"speaks no TLS as asked ({_plain(error)}): check {server.section}.port"


def _lost(server: Server, error: Exception) -> str:
    return f"broke off: {_plain(error)}. It is tried again; if it stays, ask who runs it"


def _plain(error: Exception) -> str:
    """What the server said, without Python's b'…' around it: libraries pass on its repr()."""
    if isinstance(error, smtplib.SMTPResponseException):
        text = f"{error.smtp_code} {_decoded(error.smtp_error)}"
    else:
        text = _BYTES.sub(lambda found: _decoded(ast.literal_eval(found[1])), str(error))
    return " ".join(text.split())[:300] or type(error).__name__


def _decoded(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said


_MENDS: tuple[tuple[type[Exception], Callable[[Server, Exception], str]], ...] = (
    (socket.gaierror, _unknown_host),
    (ConnectionRefusedError, _refused),
    (TimeoutError, _silent),
    (ssl.SSLCertVerificationError, _certificate),
    (ssl.SSLEOFError, _lost),
    (ssl.SSLError, _no_tls),
)
