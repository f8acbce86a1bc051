"""The demo's mail exchanger: takes mail by SMTP, stamps it as a real one does, delivers it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword, Session
from aiosmtpd.smtp import Envelope as Handed
from pymap.backend.dict.mailbox import MailboxSet
from pymap.parsing.message import AppendMessage

from mailbot.ports import Clock

_CRLF = b"\r\n"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A mail the exchanger took: when, from whom to whom, and its bytes as delivered."""

    at: datetime
    sender: str
    recipients: tuple[str, ...]
    raw: bytes

    @property
    def mail(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)


@dataclass(slots=True)
class Exchanger:
    """What aiosmtpd asks at each step of a delivery; `log` is every mail it accepted."""

    name: str
    clock: Clock
    zone: ZoneInfo
    passwords: Mapping[str, str]
    mailboxes: Mapping[str, MailboxSet]
    log: list[Accepted] = field(default_factory=list)

    def authenticate(
        self, server: SMTP, session: Session, envelope: Handed, mechanism: str, data: object
    ) -> AuthResult:
        """Whether the login is one of ours."""
        del server, session, envelope, mechanism
        if not isinstance(data, LoginPassword):
            return AuthResult(success=False, handled=False)
        user, password = data.login.decode(), data.password.decode()
        return AuthResult(success=self.passwords.get(user) == password, auth_data=user)

    async def handle_RCPT(  # noqa: N802 - the name aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Handed, address: str, options: list[str]
    ) -> str:
        """Take mail only for mailboxes that exist (RFC 5321, 3.3)."""
        del server, session, options
        if address.lower() not in self.mailboxes:
            return "550 5.1.1 no such mailbox here"
        envelope.rcpt_tos.append(address.lower())
        return "250 2.1.5 ok"

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Handed
    ) -> str:
        """Stamp the mail, put it into every recipient's INBOX, remember it.

        Runs on the loop the IMAP server runs on: only then does its IDLE notice.
        """
        del server
        at = self.clock.now()
        login = str(session.auth_data or "")
        raw = self._stamps(envelope, login, at) + _original(envelope)
        for address in envelope.rcpt_tos:
            inbox = await self.mailboxes[address].get_mailbox("INBOX")
            await inbox.append(AppendMessage(raw, at))
        self.log.append(Accepted(at, _sender(envelope), tuple(envelope.rcpt_tos), raw))
        return "250 2.0.0 delivered"

    def _stamps(self, envelope: Handed, login: str, at: datetime) -> bytes:
        """Our own trace on top (RFC 5321, 4.4) and what we know of the writer (RFC 8601)."""
        writer = _writer(_original(envelope))
        domain = writer.rpartition("@")[2]
        result = "pass" if login and login.rpartition("@")[2] == domain else "fail"
        lines = (
            f"Return-Path: <{_sender(envelope)}>",
            f"Authentication-Results: {self.name}; dmarc={result} header.from={domain}",
            f"Received: from {domain} by {self.name} with ESMTP;",
            f"\t{format_datetime(at.astimezone(self.zone))}",
        )
        return _CRLF.join(line.encode() for line in lines) + _CRLF


def _sender(envelope: Handed) -> str:
    """The envelope sender; aiosmtpd hands the null one on as "<>"."""
    return (envelope.mail_from or "").strip("<>")


def _original(envelope: Handed) -> bytes:
    return envelope.original_content or b""


def _writer(raw: bytes) -> str:
    """The address in From, or ''."""
    header = message_from_bytes(raw, policy=policy.default)["From"]
    addresses = header.addresses if header is not None else ()
    return str(addresses[0].addr_spec).lower() if addresses else ""
