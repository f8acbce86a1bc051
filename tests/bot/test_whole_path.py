"""The whole path of a mail on real servers: Dovecot, SMTP, SFTP with the OpenSSH client."""

import subprocess
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from mailbot.bot.happenings import LetterMoved, Received
from mailbot.bot.orders import Orders
from mailbot.bot.wiring.build import build
from mailbot.clock import SettableClock
from mailbot.config import Config
from mailbot.desk.case.life import Status
from mailbot.errors import ChannelDown
from tests.bot.real_desk import CUSTOMER, DESK, ENGINEER, START, Desk, body
from tests.patience import PATIENCE
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtp import Accepted, Sink


def sftp(desk: Desk, password: str, *commands: str) -> "subprocess.CompletedProcess[str]":
    """The OpenSSH client, with the login from the letter."""
    assert desk.bot.uploads is not None
    return subprocess.run(
        [
            "sshpass", "-p", password, "sftp", "-q", "-P", str(desk.bot.uploads.port),
            "-oBatchMode=no", "-oStrictHostKeyChecking=no", "-oUserKnownHostsFile=/dev/null",
            "-b", "-", f"{desk.account.user}@127.0.0.1",
        ],
        input="\n".join(commands), capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


def password_in(letter: EmailMessage) -> str:
    line = next(line for line in body(letter).splitlines() if "密码：" in line)
    return line.partition("密码：")[2].strip()


def test_from_request_to_receipt_on_real_servers(desk: Desk, tmp_path: Path) -> None:
    asked = desk.writes(CUSTOMER, "日志已经准备好，请提供sftp账号。")
    (draft,) = [one.draft for one in desk.happened if isinstance(one, LetterMoved)][:1]
    assert desk.to(CUSTOMER) == []

    Orders(desk.bot.engine).approve(draft.id, ENGINEER)
    desk.bot.engine.run_once()

    (letter,) = desk.to(CUSTOMER)
    assert letter["In-Reply-To"] == f"<{asked}>"
    assert letter["Auto-Submitted"] is None
    password = password_in(letter)
    assert "sealed" not in password
    assert desk.bot.state.cases.load("C-1").status is Status.WAITING

    file = tmp_path / "MEMORY.zip"
    file.write_bytes(b"x" * 50_000)
    done = sftp(desk, password, "cd /upload", f"put {file}", "bye")
    assert done.returncode == 0, done.stderr
    assert desk.uploaded.wait(PATIENCE)
    desk.passes(minutes=2)

    receipt = desk.to(CUSTOMER)[-1]
    assert "MEMORY.zip" in body(receipt)
    assert receipt["Auto-Submitted"] == "auto-generated"
    assert receipt["X-Auto-Response-Suppress"] == "DR, RN, NRN, AutoReply"
    assert desk.bot.state.cases.load("C-1").status is Status.OPEN


def test_a_secret_is_in_one_mail_and_nowhere_else(desk: Desk, tmp_path: Path) -> None:
    desk.writes(CUSTOMER, "日志已经准备好，请提供sftp账号。")
    Orders(desk.bot.engine).approve("C-1/1", ENGINEER)
    desk.bot.engine.run_once()
    password = password_in(desk.to(CUSTOMER)[0])
    desk.bot.engine.run_once()

    holders = [mail for mail in desk.sink.accepted if password in _whole(mail)]
    assert len(holders) == 1
    assert holders[0].recipients == (CUSTOMER,)
    in_sent = desk.imap.mails(desk.user, "Sent")
    assert in_sent
    assert all(password not in _decoded(raw) for raw in in_sent)
    database = b"".join(path.read_bytes() for path in tmp_path.glob("mailbot.sqlite*"))
    assert password.encode() not in database


def test_our_own_copy_comes_back_as_proof_and_opens_nothing(desk: Desk) -> None:
    desk.sink.deliver_to = desk.imap
    desk.writes(CUSTOMER, "服务器昨天蓝屏了两次，请协助分析。")
    (copy,) = [mail for mail in desk.sink.accepted if CUSTOMER in mail.recipients]
    assert DESK in copy.recipients

    desk.imap.deliver(desk.user, copy.raw, desk.clock.now())
    desk.bot.engine.run_once()

    assert [one.id for one in desk.bot.state.case_lists.all()] == ["C-1"]
    assert len([one for one in desk.happened if isinstance(one, Received)]) == 1


def test_the_250_lost_after_data_is_settled_by_our_own_copy(desk: Desk) -> None:
    desk.sink.drop_at_dot = True
    desk.writes(CUSTOMER, "服务器昨天蓝屏了两次，请协助分析。")
    desk.sink.drop_at_dot = False
    (accepted,) = [mail for mail in desk.sink.accepted if CUSTOMER in mail.recipients]

    desk.imap.deliver(desk.user, accepted.raw, desk.clock.now())
    desk.passes(minutes=5)
    desk.passes(minutes=5)

    assert len(desk.to(CUSTOMER)) == 1
    assert not desk.bot.state.cases.load("C-1").drafts


def test_in_doubt_without_proof_a_human_is_asked(desk: Desk) -> None:
    desk.sink.drop_at_dot = True
    desk.writes(CUSTOMER, "服务器昨天蓝屏了两次，请协助分析。")
    desk.sink.drop_at_dot = False

    desk.passes(minutes=5)
    desk.passes(minutes=5)

    assert len(desk.to(CUSTOMER)) == 1
    assert any(
        "may or may not have left" in str(n.what)
        for n in desk.bot.state.cases.load("C-1").holds.needs
    )


def test_a_temporary_refusal_is_tried_again_and_a_permanent_one_asks_a_human(desk: Desk) -> None:
    desk.sink.at_rcpt = {CUSTOMER: "450 later"}
    desk.writes(CUSTOMER, "服务器昨天蓝屏了两次，请协助分析。")
    assert desk.to(CUSTOMER) == []
    desk.sink.at_rcpt = {}
    desk.passes(minutes=2)
    assert len(desk.to(CUSTOMER)) == 1

    desk.sink.at_rcpt = {CUSTOMER: "550 no such user"}
    desk.writes(CUSTOMER, "打印机无法打印，请协助。", subject="打印机故障")
    case = desk.bot.state.case_lists.all()[-1]

    assert any("did not leave" in str(need.what) for need in case.holds.needs)


def test_what_an_engineer_sends_from_the_desks_mailbox_is_learnt_from_the_sent_folder(
    desk: Desk,
) -> None:
    asked = desk.writes(CUSTOMER, "服务器昨天蓝屏了两次，请协助分析。")
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = DESK, CUSTOMER, "Re: 服务器蓝屏"
    mail["Message-ID"], mail["In-Reply-To"] = "<own@support.example>", f"<{asked}>"
    mail["Date"] = format_datetime(desk.clock.now())
    mail.set_content("周先生，您好\n\n请收集并上传最新的系统日志。")
    desk.imap.deliver(desk.user, mail.as_bytes(), desk.clock.now(), "Sent")

    desk.bot.engine.run_once()

    assert desk.bot.state.cases.load("C-1").status is Status.WAITING


def test_paused_nothing_leaves_until_resumed(desk: Desk) -> None:
    desk.bot.state.notes.pause()
    desk.writes(CUSTOMER, "服务器昨天蓝屏了两次，请协助分析。")
    assert desk.to(CUSTOMER) == []

    desk.bot.state.notes.resume()
    desk.bot.engine.run_once()

    assert len(desk.to(CUSTOMER)) == 1


def test_a_deaf_bot_reminds_nobody(desk: Desk) -> None:
    desk.writes(CUSTOMER, "服务器昨天蓝屏了两次，请协助分析。")
    desk.writes(
        ENGINEER,
        "请收集并上传最新的系统日志。",
        to=CUSTOMER,
        Cc=DESK,
        In_Reply_To="<1@partner.example>",
    )
    before = len(desk.sink.accepted)
    desk.imap.stop()
    try:
        desk.clock.advance(timedelta(days=30))
        with pytest.raises(ChannelDown, match=r"127\.0\.0\.1"):
            desk.bot.engine.run_once()
        desk.bot.engine.sweep()
        assert len(desk.sink.accepted) == before
    finally:
        desk.imap.start()


def test_a_first_start_answers_no_old_mail_then_or_later(
    imap_server: Dovecot,
    sink: Sink,
    user: str,
    settings: Config,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MAILBOT_IMAP_PASSWORD", PASSWORD)
    with imap_server.login(user) as client:
        for number in range(200):
            at = START - timedelta(days=number * 0.45, hours=1)
            raw = _old_mail(number, at)
            client.append("INBOX", raw, (), at)
    clock = SettableClock(START)
    bot = build(settings, clock=clock, state=tmp_path)
    try:
        for _ in range(31):
            bot.engine.run_once()
            today = bot.rules.calendar.local(clock.now()).date()
            bot.engine.announce(bot.rules.calendar.list_window(today)[1])
            clock.advance(timedelta(days=1))
        bot.engine.run_once()

        assert sink.accepted == []
        history = bot.state.case_lists.all()
        assert len(history) > 60
        assert {one.alive for one in history} == {False}
    finally:
        bot.close()


def _old_mail(number: int, at: datetime) -> bytes:
    mail = EmailMessage(policy=policy.SMTP)
    sender = f"user{number}@customer{number % 50}.example"
    domain = sender.partition("@")[2]
    mail["Authentication-Results"] = f"mx.support.example; dmarc=pass header.from={domain}"
    mail["From"], mail["To"], mail["Subject"] = sender, DESK, f"服务器 {number} 蓝屏"
    mail["Date"], mail["Message-ID"] = format_datetime(at), f"<old{number}@{domain}>"
    mail.set_content("请提供sftp账号，另外请问能否直接替换驱动文件？")
    return mail.as_bytes()


def _whole(mail: Accepted) -> str:
    return _decoded(mail.raw)


def _decoded(raw: bytes) -> str:
    message = message_from_bytes(raw, policy=policy.default)
    return "\n".join(
        str(part.get_content()) for part in message.walk() if part.get_content_maintype() == "text"
    )
