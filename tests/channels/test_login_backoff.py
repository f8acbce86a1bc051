"""Refused logins are tried ever more seldom, and at once when somebody says so."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mailbot.channels.imap.channel import ImapChannel
from mailbot.channels.imap.login import ImapAccount
from mailbot.channels.login_backoff import BackOff
from mailbot.channels.smtp import SmtpAccount, SmtpSender
from mailbot.clock import SettableClock
from mailbot.errors import ChannelDown, LoginRefused
from mailbot.store.sqlite import SqliteStore
from tests.servers.dovecot import HOST, dovecot

TURN = timedelta(seconds=20)
TWENTY_MINUTES = 60


class Server:
    """Counts who knocks, and refuses them as long as it is told to."""

    def __init__(self) -> None:
        self.tries = 0
        self.refuses = True

    def login(self, logins: BackOff) -> str:
        try:
            with logins.knock():
                self.tries += 1
                if self.refuses:
                    raise LoginRefused("the login of bot was refused: check imap.user")
        except LoginRefused as error:
            return str(error)
        return ""


def turns(server: Server, logins: BackOff, clock: SettableClock, count: int) -> list[int]:
    """In which turns it was tried."""
    tried = []
    for turn in range(count):
        before = server.tries
        server.login(logins)
        if server.tries > before:
            tried.append(turn)
        clock.advance(TURN)
    return tried


def test_tries_grow_apart_to_one_in_five_minutes(clock: SettableClock) -> None:
    tried = turns(Server(), BackOff(clock.now), clock, TWENTY_MINUTES + 1)

    assert tried == [0, 1, 3, 7, 15, 30, 45, 60]


def test_what_was_said_is_said_again_without_a_try(clock: SettableClock) -> None:
    server, logins = Server(), BackOff(clock.now)

    assert server.login(logins) == server.login(logins) != ""
    assert server.tries == 1


def test_a_login_that_succeeds_ends_the_waiting(clock: SettableClock) -> None:
    server, logins = Server(), BackOff(clock.now)
    turns(server, logins, clock, 15)
    server.refuses = False
    assert turns(server, logins, clock, 3) == [0, 1, 2]

    server.refuses = True
    assert turns(server, logins, clock, 4) == [0, 1, 3]


def test_resume_has_it_tried_at_once_and_waits_anew(
    clock: SettableClock, store: SqliteStore
) -> None:
    server = Server()
    logins = BackOff(clock.now, lambda: store.notes.noted_moment("resumed"))
    assert turns(server, logins, clock, 20) == [0, 1, 3, 7, 15]

    store.notes.resume(clock.now())

    assert turns(server, logins, clock, 8) == [0, 1, 3, 7]


def test_a_server_that_is_gone_is_asked_every_time(clock: SettableClock, tmp_path: Path) -> None:
    logins, gone = BackOff(clock.now), tmp_path / "gone"
    tries: list[datetime] = []
    for _ in range(3):
        try:
            with logins.knock():
                tries.append(clock.now())
                gone.read_bytes()
        except OSError:
            pass

    assert len(tries) == 3


def test_a_mailbox_that_refused_us_is_left_alone_for_a_while(clock: SettableClock) -> None:
    with dovecot() as server:
        account = ImapAccount(HOST, server.port, "lin", "wrong", tls=False)
        sender = SmtpSender(SmtpAccount(HOST, 1, security="none"))
        channel = ImapChannel(account, sender, BackOff(clock.now))
        with pytest.raises(LoginRefused, match="refused the login of lin"):
            channel.folders()

        # it is gone now: whoever asked it would be told so
        server.stop()
        for asks in (channel.folders, lambda: channel.wait(1)):
            with pytest.raises(LoginRefused, match="refused the login of lin"):
                asks()
        clock.advance(TURN)
        with pytest.raises(ChannelDown, match="refuses connections"):
            channel.folders()
        channel.close()
