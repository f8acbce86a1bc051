"""The loop on real servers and the real clock: a mail wakes it, a stop ends it."""

import threading
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from mailbot.bot.happenings import Happening, LetterMoved
from mailbot.bot.loop import Loop
from mailbot.bot.wiring.build import build
from mailbot.clock import SystemClock
from mailbot.config import parse_config
from mailbot.errors import StoreBusy
from mailbot.store.lock import only_one
from tests.patience import PATIENCE
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtp import Sink

CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
authserv_id = "mx.support.example"
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
enabled = false
"""


def mail() -> bytes:
    message = EmailMessage()
    message["Authentication-Results"] = "mx.support.example; dmarc=pass"
    message["From"], message["To"] = "zhou@partner.example", "support@support.example"
    message["Subject"], message["Message-ID"] = "服务器蓝屏", "<1@partner.example>"
    message.set_content("服务器昨天蓝屏了两次，请协助分析。")
    return message.as_bytes()


def test_a_mail_wakes_the_bot_and_a_stop_ends_it(
    imap_server: Dovecot, sink: Sink, user: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAILBOT_IMAP_PASSWORD", PASSWORD)
    settings = parse_config(CONFIG.format(imap=imap_server.port, smtp=sink.port, user=user))
    sent = threading.Event()

    def watch(happening: Happening) -> None:
        if isinstance(happening, LetterMoved) and happening.mode == "sent":
            sent.set()

    bot = build(settings, clock=SystemClock(), state=tmp_path, watch=watch)
    loop = Loop(bot, timedelta(hours=1))
    thread = threading.Thread(target=loop.run)
    thread.start()
    try:
        assert loop.is_waiting.wait(PATIENCE)
        imap_server.deliver(user, mail())
        assert sent.wait(PATIENCE)
    finally:
        loop.stop()
        thread.join(PATIENCE)
        bot.close()

    assert not thread.is_alive()
    assert [one.recipients[0] for one in sink.accepted] == ["zhou@partner.example"]


def test_a_second_bot_on_the_same_state_is_told_who_holds_it(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(StoreBusy, match="another mailbot"), only_one(tmp_path):
        pass
