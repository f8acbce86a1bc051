"""The demo's mail servers, driven by ordinary clients."""

import imaplib
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from imapclient import IMAPClient  # type: ignore[import-untyped]
from imapclient.exceptions import LoginError  # type: ignore[import-untyped]

from mailbot.demo.people import Note, Person
from mailbot.demo.programs import OUTLOOK_EN, OUTLOOK_ZH, QQ, Program, text_of
from mailbot.demo.servers import HOST, MailServers
from tests.patience import PATIENCE

SHANGHAI = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 3, 3, 8, 20, tzinfo=UTC)


@dataclass
class StoppedClock:
    at: datetime = AT

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def servers() -> Iterator[MailServers]:
    with MailServers(StoppedClock(), "mx.support.example", SHANGHAI) as servers:
        yield servers


def person(servers: MailServers, address: str, program: Program = OUTLOOK_EN) -> Person:
    return Person("Ada Lin", address, program, servers, StoppedClock(), SHANGHAI)


def test_a_mail_written_is_read_on_the_other_side(servers: MailServers) -> None:
    ada, ben = person(servers, "ada@one.example"), person(servers, "ben@two.example")

    ada.write(Note(("ben@two.example",), "日志在这里。", "日志"))
    (mail,) = ben.inbox()

    assert text_of(mail).strip() == "日志在这里。"
    assert mail["Subject"] == "日志"


def test_the_server_stamps_its_trace_with_the_simulated_time(servers: MailServers) -> None:
    ada, ben = person(servers, "ada@one.example"), person(servers, "ben@two.example")

    ada.write(Note(("ben@two.example",), "hello", "hello"))
    (mail,) = ben.inbox()

    assert "Tue, 03 Mar 2026 16:20:00 +0800" in mail["Received"]
    assert mail.keys()[0] == "Return-Path"


def test_internaldate_is_the_simulated_time(servers: MailServers) -> None:
    ada = person(servers, "ada@one.example")
    ada.write(Note(("ada@one.example",), "hello", "hello"))

    with IMAPClient(HOST, servers.imap_port, ssl=False) as imap:
        imap.normalise_times = False
        imap.login(ada.address, ada.password)
        imap.select_folder("INBOX")
        (found,) = imap.fetch(imap.search(), ["INTERNALDATE"]).values()

    assert found[b"INTERNALDATE"] == AT


@pytest.mark.parametrize(
    ("logged_in", "result"), [(True, "dmarc=pass"), (False, "dmarc=fail")], ids=["proven", "forged"]
)
def test_the_stamp_says_whether_the_writer_proved_himself(
    servers: MailServers, logged_in: bool, result: str
) -> None:
    ada, ben = person(servers, "ada@one.example"), person(servers, "ben@two.example")
    note = Note(("ben@two.example",), "hello", "hello")

    if logged_in:
        ada.write(note)
    else:
        ben.write_unproven(note, ("Ada Lin", "ada@one.example"))
    (mail,) = ben.inbox()

    assert result in mail["Authentication-Results"]
    assert mail["From"].addresses[0].addr_spec == "ada@one.example"


def test_a_login_under_another_domain_proves_nothing(servers: MailServers) -> None:
    ben = person(servers, "ben@two.example")
    note = Note(("ben@two.example",), "hello", "hello")
    mail = ben._compose(note)
    mail.replace_header("From", "ada@one.example")
    with smtplib.SMTP(HOST, servers.smtp_port) as smtp:
        smtp.login(ben.address, ben.password)
        smtp.send_message(mail)

    assert "dmarc=fail" in ben.inbox()[0]["Authentication-Results"]


def test_a_wrong_password_opens_no_mailbox(servers: MailServers) -> None:
    ada = person(servers, "ada@one.example")
    imap = IMAPClient(HOST, servers.imap_port, ssl=False)

    with pytest.raises(LoginError):
        imap.login(ada.address, "wrong")

    imap.logout()


def test_mail_to_nobody_is_refused_and_not_logged(servers: MailServers) -> None:
    ada = person(servers, "ada@one.example")

    with pytest.raises(smtplib.SMTPRecipientsRefused):
        ada.write(Note(("nobody@two.example",), "hello", "hello"))

    assert servers.log == []


def test_a_delivery_wakes_an_idle_client(servers: MailServers) -> None:
    ada, ben = person(servers, "ada@one.example"), person(servers, "ben@two.example")
    with imaplib.IMAP4(HOST, servers.imap_port, timeout=PATIENCE) as imap:
        imap.login(ben.address, ben.password)
        imap.select("INBOX")
        imap.send(b"idle IDLE\r\n")
        assert imap.readline().startswith(b"+")
        ada.write(Note((ben.address,), "hello", "hello"))
        told = imap.readline()
        imap.send(b"DONE\r\n")
        while not imap.readline().startswith(b"idle"):
            pass

    assert told == b"* 1 EXISTS\r\n"


def test_every_accepted_mail_stands_in_the_log_with_its_envelope(servers: MailServers) -> None:
    ada, ben = person(servers, "ada@one.example"), person(servers, "ben@two.example")

    ada.write(Note((ben.address,), "hello", "hello", cc=(ada.address,)))
    (accepted,) = servers.log

    assert accepted.recipients == (ben.address, ada.address)
    assert accepted.sender == ada.address
    assert accepted.at == AT


def test_a_written_mail_lies_in_sent(servers: MailServers) -> None:
    ada = person(servers, "ada@one.example")
    ada.write(Note((ada.address,), "hello", "hello"))

    assert [kept.mail["Subject"] for kept in ada.folder("Sent")] == ["hello"]


@pytest.mark.parametrize(
    ("program", "prefix", "mark"),
    [
        (QQ, "回复：", "------------------ 原始邮件 ------------------"),
        (OUTLOOK_ZH, "答复: ", "发件人: Ada Lin <ada@one.example>"),
        (OUTLOOK_EN, "RE: ", "From: Ada Lin <ada@one.example>"),
    ],
    ids=["qq", "outlook zh", "outlook en"],
)
def test_a_reply_is_threaded_and_quotes_like_its_program(
    servers: MailServers, program: Program, prefix: str, mark: str
) -> None:
    ada, ben = person(servers, "ada@one.example"), person(servers, "ben@two.example", program)
    asked = ada.write(Note((ben.address,), "请问完成了吗？", "上传"))

    ben.write(Note((ada.address,), "还没有。", answers=ben.inbox()[0]))
    (reply,) = ada.inbox()

    assert reply["Subject"] == f"{prefix}上传"
    assert reply["In-Reply-To"] == asked["Message-ID"]
    assert reply["References"] == asked["Message-ID"]
    assert mark in text_of(reply)
    assert "请问完成了吗？" in text_of(reply)


def test_an_absence_notice_has_a_null_sender_and_says_what_it_is(servers: MailServers) -> None:
    ada, ben = person(servers, "ada@one.example"), person(servers, "ben@two.example")
    ada.write(Note((ben.address,), "hello", "hello"))

    ben.answer_automatically(ben.inbox()[0], "I am away.")
    (notice,) = ada.inbox()

    assert notice["Auto-Submitted"] == "auto-replied"
    assert notice["Return-Path"] == "<>"


def test_the_servers_end_even_if_a_client_stays_connected() -> None:
    with MailServers(StoppedClock(), "mx.support.example", SHANGHAI) as servers:
        left = IMAPClient(HOST, servers.imap_port, ssl=False)

    left.shutdown()
    assert not servers._thread.is_alive()
