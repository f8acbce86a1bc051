"""The way out over SMTP: each step checked, and exact about whether a letter may have left."""

import re
import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from enum import StrEnum

from mailbot.because import Because
from mailbot.channels.failure import (
    WORLD,
    Server,
    as_channel_down,
    down,
    is_loopback,
    trusted,
    wrong_login,
)
from mailbot.channels.login_backoff import BackOff
from mailbot.errors import ConfigError, SendInDoubt, SendRefused
from mailbot.ports import Envelope, SendingBegins

_CONNECT = 30.0
# RFC 5321, 4.5.3.2.6: the answer to the final dot may take ten minutes
_AFTER_DOT = 600.0
_GO_AHEAD = 354
_PERMANENT = 500
_LINE_END = re.compile(rb"\r\n|\r|\n")
_DOT = re.compile(rb"(?m)^\.")


class Security(StrEnum):
    """How the connection is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """Where letters leave; without ``user`` nobody logs in."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    security: str = "tls"
    ca_file: str = ""
    plaintext: bool = False
    patience: float = _AFTER_DOT

    @property
    def server(self) -> Server:
        return Server("smtp", self.host, self.port, self.user)


class SmtpSender:
    """One connection a letter."""

    def __init__(self, account: SmtpAccount, logins: BackOff | None = None) -> None:
        if (
            account.security == Security.NONE
            and not account.plaintext
            and not is_loopback(account.host)
        ):
            raise ConfigError(
                f"smtp.security is none and {account.host} is another machine: letters could be "
                'read on the way. Set smtp.security = "tls", or smtp.plaintext = true if it must be'
            )
        self._account = account
        self._logins = logins

    @property
    def place(self) -> str:
        """The host that letters go to."""
        return self._account.host

    def check(self) -> None:
        """Log in and leave again. Raises ChannelDown."""
        with self._session():
            pass

    def send(self, envelope: Envelope, sending_begins: SendingBegins) -> None:
        """Send a letter. Raises SendRefused, SendInDoubt, or ChannelDown if it did not leave."""
        with self._session() as session:
            with as_channel_down(self._account.server):
                self._address(session, envelope)
            sending_begins()
            self._hand_over(session, envelope)

    @contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        session: smtplib.SMTP | None = None
        try:
            knock = self._logins.knock() if self._logins is not None else nullcontext()
            with knock, as_channel_down(self._account.server):
                session = self._connected()
                self._log_in(session)
            yield session
        finally:
            if session is not None:
                _leave(session)

    def _connected(self) -> smtplib.SMTP:
        account = self._account
        if account.security == Security.TLS:
            context = trusted(account.ca_file, "smtp")
            session: smtplib.SMTP = smtplib.SMTP_SSL(
                account.host, account.port, timeout=_CONNECT, context=context
            )
        else:
            session = smtplib.SMTP(account.host, account.port, timeout=_CONNECT)
        if session.sock is not None:
            # small commands and Nagle's algorithm wait 40 ms for one another (RFC 896)
            session.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return session

    def _log_in(self, session: smtplib.SMTP) -> None:
        account = self._account
        session.ehlo_or_helo_if_needed()
        if account.security == Security.STARTTLS:
            session.starttls(context=trusted(account.ca_file, "smtp"))
            session.ehlo()
        if account.user:
            try:
                session.login(account.user, account.password)
            except smtplib.SMTPAuthenticationError as error:
                raise wrong_login(account.server, error) from error

    def _address(self, session: smtplib.SMTP, envelope: Envelope) -> None:
        """MAIL and every RCPT; a letter goes to all recipients or to none."""
        for one in (envelope.sender, *envelope.recipients):
            if not one.isprintable() or not (one.isascii() or session.has_extn("smtputf8")):
                raise SendRefused(
                    Because.NO_ADDRESS_OF_THE_SERVER(address=repr(one)), permanent=True
                )
        _must(session.mail(envelope.sender, _options(session, envelope)), "the sender")
        for one in envelope.recipients:
            answer = session.rcpt(one)
            # our own copy only proves that the letter left: a refused one must not stop the letter
            if one != envelope.sender or len(envelope.recipients) == 1:
                _must(answer, one)

    def _hand_over(self, session: smtplib.SMTP, envelope: Envelope) -> None:
        with as_channel_down(self._account.server):
            _must(session.docmd("DATA"), "the letter", _GO_AHEAD)
            # without the final dot a server must not deliver (RFC 5321, 4.1.1.4)
            session.send(_stuffed(envelope.raw))
        answer = self._after_the_dot(session, envelope)
        _must(answer, "the letter")

    def _after_the_dot(self, session: smtplib.SMTP, envelope: Envelope) -> tuple[int, bytes]:
        try:
            if session.sock is not None:
                session.sock.settimeout(self._account.patience)
            session.send(b".\r\n")
            return session.getreply()
        except WORLD as error:
            raise SendInDoubt(
                f"{envelope.message_id}: {down(self._account.server, error)}; it may have left"
            ) from error


def _must(answer: tuple[int, bytes], what: str, wanted: int = 250) -> None:
    """Check the server's reply. Raises SendRefused unless it agrees."""
    code, text = answer
    if code == -1:
        raise smtplib.SMTPServerDisconnected("no answer")
    if code == wanted or (wanted == 250 and code in (251, 252)):  # noqa: PLR2004
        return
    said = " ".join(text.decode("utf-8", "replace").split())[:300]
    raise SendRefused(
        Because.REFUSED(part=what, code=code, said=said),
        permanent=code >= _PERMANENT,
    )


def _options(session: smtplib.SMTP, envelope: Envelope) -> list[str]:
    options = []
    if session.has_extn("size"):
        options.append(f"SIZE={len(envelope.raw)}")
    if not envelope.raw.isascii() and session.has_extn("8bitmime"):
        options.append("BODY=8BITMIME")
    if not "".join((envelope.sender, *envelope.recipients)).isascii():
        options.append("SMTPUTF8")
    return options


def _stuffed(raw: bytes) -> bytes:
    """Dot-stuffed, lines ended by CRLF: no content can end the letter early (RFC 5321, 4.5.2)."""
    lines = _DOT.sub(b"..", _LINE_END.sub(b"\r\n", raw))
    return lines if lines.endswith(b"\r\n") else lines + b"\r\n"


def _leave(session: smtplib.SMTP) -> None:
    with suppress(*WORLD):
        if session.sock is not None:
            session.sock.settimeout(_CONNECT)
            session.quit()
    session.close()
