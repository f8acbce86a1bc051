"""The demo's people: each has a mailbox, a mail program, and talks to the real servers."""

import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, make_msgid
from zoneinfo import ZoneInfo

from imapclient import IMAPClient  # type: ignore[import-untyped]

from mailbot.demo.programs import Program
from mailbot.demo.servers import HOST, MailServers
from mailbot.ports import Clock

_TIMEOUT = 120


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody writes; `answers` is the mail it replies to."""

    to: tuple[str, ...]
    text: str
    subject: str = ""
    cc: tuple[str, ...] = ()
    answers: EmailMessage | None = None
    files: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A mail as it lies in a folder, and when it came there."""

    at: datetime
    mail: EmailMessage


@dataclass(slots=True)
class Person:
    """Somebody with a mailbox on the demo's servers."""

    name: str
    address: str
    program: Program
    servers: MailServers
    clock: Clock
    zone: ZoneInfo
    password: str = field(init=False)

    def __post_init__(self) -> None:
        self.password = self.servers.open_mailbox(self.address)

    def write(self, note: Note) -> EmailMessage:
        """Write a mail and hand it to the server, logged in; the copy goes to Sent."""
        mail = self._compose(note)
        with self._smtp() as smtp:
            smtp.login(self.address, self.password)
            smtp.send_message(mail)
        with self._imap() as imap:
            imap.append("Sent", mail.as_bytes(), (b"\\Seen",), self.clock.now())
        return mail

    def write_unproven(self, note: Note, claimed: tuple[str, str]) -> EmailMessage:
        """Write without a login, under somebody else's name and address."""
        mail = self._compose(note)
        mail.replace_header("From", formataddr(claimed))
        with self._smtp() as smtp:
            smtp.send_message(mail, claimed[1])
        return mail

    def answer_automatically(self, mail: EmailMessage, text: str) -> EmailMessage:
        """What an absence notice does: answer whatever comes (RFC 3834)."""
        note = Note((str(mail["From"]),), text, f"{self.program.away}{mail['Subject']}")
        notice = self._compose(note)
        notice["In-Reply-To"] = notice["References"] = str(mail["Message-ID"])
        notice["Auto-Submitted"] = "auto-replied"
        with self._smtp() as smtp:
            smtp.login(self.address, self.password)
            # the null envelope sender keeps two machines from answering each other
            smtp.send_message(notice, "", [mail["From"].addresses[0].addr_spec])
        return notice

    def folder(self, name: str) -> list[Kept]:
        """Every mail in a folder, oldest first, as the server hands it out."""
        with self._imap() as imap:
            imap.normalise_times = False
            imap.select_folder(name, readonly=True)
            uids = imap.search("ALL")
            found = imap.fetch(uids, ["INTERNALDATE", "BODY.PEEK[]"]) if uids else {}
        return [
            Kept(found[uid][b"INTERNALDATE"], _parsed(found[uid][b"BODY[]"]))
            for uid in sorted(found)
        ]

    def inbox(self, writer: str = "", since: datetime | None = None) -> list[EmailMessage]:
        """The mails in the INBOX, or only `writer`'s, or only those that came since then."""
        return [
            kept.mail
            for kept in self.folder("INBOX")
            if writer in ("", written_by(kept.mail)) and (since is None or kept.at >= since)
        ]

    def _compose(self, note: Note) -> EmailMessage:
        mail = EmailMessage(policy=policy.SMTP)
        mail["From"] = formataddr((self.name, self.address))
        mail["To"] = ", ".join(note.to)
        if note.cc:
            mail["Cc"] = ", ".join(note.cc)
        mail["Subject"] = self._subject(note)
        mail["Date"] = format_datetime(self.clock.now().astimezone(self.zone))
        mail["Message-ID"] = make_msgid(domain=self.address.rpartition("@")[2])
        mail["X-Mailer"] = self.program.name
        quote = ""
        if note.answers is not None:
            mail["In-Reply-To"] = str(note.answers["Message-ID"])
            mail["References"] = _references(note.answers)
            quote = self.program.quote(note.answers)
        mail.set_content(note.text + quote, charset=self.program.charset)
        for name, content in note.files:
            mail.add_attachment(content, "application", "octet-stream", filename=name)
        return mail

    def _subject(self, note: Note) -> str:
        if note.subject or note.answers is None:
            return note.subject
        return self.program.subject(note.answers)

    @contextmanager
    def _smtp(self) -> Iterator[smtplib.SMTP]:
        with smtplib.SMTP(HOST, self.servers.smtp_port, timeout=_TIMEOUT) as smtp:
            yield smtp

    @contextmanager
    def _imap(self) -> Iterator[IMAPClient]:
        imap = IMAPClient(HOST, self.servers.imap_port, ssl=False, timeout=_TIMEOUT)
        # imapclient sends a command in pieces; each would wait for the other side's delayed ACK
        imap.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            imap.login(self.address, self.password)
            yield imap
        finally:
            imap.logout()


def _references(answered: EmailMessage) -> str:
    return " ".join(filter(None, (str(answered["References"] or ""), str(answered["Message-ID"]))))


def _parsed(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=policy.default)


def written_by(mail: EmailMessage) -> str:
    """The address in From, or ''."""
    header = mail["From"]
    return str(header.addresses[0].addr_spec).lower() if header and header.addresses else ""
