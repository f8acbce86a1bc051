"""The bot on real servers, and what people do around it: Dovecot, SMTP, the upload server."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime

from mailbot.bot.happenings import Happening
from mailbot.bot.wiring.build import Bot
from mailbot.clock import SettableClock
from mailbot.desk.case.transfer import Account
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import Sink

CUSTOMER = "zhou@partner.example"
ENGINEER = "lin@support.example"
DESK = "support@support.example"
START = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)

CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
second_line = ["escalation.example"]
authserv_id = "mx.support.example"
notify = ["lead@support.example"]
[imap]
host = "127.0.0.1"
port = {imap}
user = "{user}"
tls = false
[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
[sftp]
listen = "127.0.0.1"
public_host = "127.0.0.1"
port = 0
"""


@dataclass
class Desk:
    """The bot on its servers, and what people do around it."""

    bot: Bot
    clock: SettableClock
    imap: Dovecot
    sink: Sink
    user: str
    happened: list[Happening]
    uploaded: threading.Event
    number: int = 0

    def writes(self, sender: str, text: str, to: str = DESK, **headers: str) -> str:
        """A mail arrives in the desk's mailbox, stamped by our own server; its id."""
        self.number += 1
        mail = EmailMessage(policy=policy.SMTP)
        domain = sender.partition("@")[2]
        mail["Authentication-Results"] = f"mx.support.example; dmarc=pass header.from={domain}"
        mail["From"], mail["To"] = sender, to
        mail["Subject"] = headers.pop("subject", "服务器蓝屏")
        mail["Date"] = format_datetime(self.clock.now())
        mail["Message-ID"] = f"<{self.number}@{domain}>"
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content(text)
        self.imap.deliver(self.user, mail.as_bytes(), self.clock.now())
        self.bot.engine.run_once()
        return f"{self.number}@{domain}"

    def to(self, address: str) -> list[EmailMessage]:
        """What the SMTP server accepted for somebody, in order."""
        return [
            message_from_bytes(mail.raw, policy=policy.default)
            for mail in self.sink.accepted
            if address in mail.recipients
        ]

    @property
    def account(self) -> Account:
        return self.bot.state.cases.load("C-1").transfer.accounts[0]

    def passes(self, **length: float) -> None:
        self.clock.advance(timedelta(**length))
        self.bot.engine.run_once()


def body(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())
