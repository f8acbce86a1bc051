import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest

from mailbot.channels.imap.channel import ImapChannel
from mailbot.channels.imap.login import ImapAccount
from mailbot.channels.smtp import SmtpAccount, SmtpSender
from mailbot.errors import ChannelDown, ConfigError
from mailbot.mail.mime.raw import PIECE, Large, Raw, pieces_of
from mailbot.ports import Arrival
from mailbot.store.sqlite import SqliteStore
from tests.servers.dovecot import HOST, PASSWORD, Dovecot, dovecot

GBK = "Subject: 蓝屏\r\n\r\n服务器又重启了。\r\n".encode("gb18030")
PLAIN = b"Message-ID: <one@x.example>\r\nSubject: one\r\n\r\nHello.\r\n"
# nobody waits as long: what comes back sooner was woken
AN_HOUR = 3600
# only to end a test that hangs
HANGS = 60
EARLY = datetime(2020, 5, 4, 1, 2, 3, tzinfo=UTC)


@pytest.fixture
def account(imap_server: Dovecot, user: str) -> ImapAccount:
    return ImapAccount(HOST, imap_server.tls_port, user, PASSWORD, ca_file=imap_server.ca_file)


@pytest.fixture
def channel(account: ImapAccount) -> Iterator[ImapChannel]:
    with_door = opened(account)
    yield with_door
    with_door.close()


def opened(account: ImapAccount) -> ImapChannel:
    return ImapChannel(account, SmtpSender(SmtpAccount(HOST, 1, security="none")))


def read(channel: ImapChannel, store: SqliteStore) -> list[Arrival]:
    came = list(channel.fetch("INBOX", store.mails.position("INBOX")))
    store.mails.keep(came)
    return came


def woken(channel: ImapChannel) -> bool:
    """What a wait of an hour answers. Raises TimeoutError where nothing ends it."""
    answer: Future[bool] = Future()

    def waits() -> None:
        try:
            answer.set_result(channel.wait(AN_HOUR))
        except ChannelDown as error:
            answer.set_exception(error)

    threading.Thread(target=waits, daemon=True).start()
    return answer.result(HANGS)


def mail(number: int) -> bytes:
    return b"Message-ID: <%d@x.example>\r\n\r\nMail %d.\r\n" % (number, number)


def whole(raw: Raw) -> bytes:
    return b"".join(pieces_of(raw))


def test_every_byte_of_a_mail_comes_as_it_was_stored(
    imap_server: Dovecot, user: str, channel: ImapChannel
) -> None:
    imap_server.deliver(user, PLAIN, EARLY)
    imap_server.deliver(user, GBK)
    imap_server.put_file(user, "9.empty", b"")

    came = list(channel.fetch("INBOX", None))

    assert [one.raw for one in came] == [PLAIN, GBK, b""]
    assert came[0].at == EARLY
    assert came[0].at.tzinfo is UTC


def test_reading_marks_nothing_as_seen(
    imap_server: Dovecot, user: str, channel: ImapChannel
) -> None:
    imap_server.deliver(user, PLAIN)

    list(channel.fetch("INBOX", None))

    with imap_server.login(user) as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search(["SEEN"]) == []


def test_only_what_came_after_the_position_is_read(
    imap_server: Dovecot, user: str, channel: ImapChannel, store: SqliteStore
) -> None:
    imap_server.deliver(user, mail(1))
    assert len(read(channel, store)) == 1

    assert read(channel, store) == []
    imap_server.deliver(user, mail(2))
    assert [one.raw for one in read(channel, store)] == [mail(2)]


def test_the_position_survives_a_restart(
    imap_server: Dovecot, user: str, account: ImapAccount, store: SqliteStore
) -> None:
    imap_server.deliver(user, mail(1))
    first = opened(account)
    read(first, store)
    first.close()
    imap_server.deliver(user, mail(2))

    second = opened(account)
    came = read(second, store)
    second.close()

    assert [one.raw for one in came] == [mail(2)]


def test_many_mails_come_in_order_and_whole(
    imap_server: Dovecot, user: str, channel: ImapChannel
) -> None:
    raws = [mail(number) + b"x" * (number * 1000) + b"\r\n" for number in range(120)]
    with imap_server.login(user) as client:
        for raw in raws:
            client.append("INBOX", raw)

    assert [one.raw for one in channel.fetch("INBOX", None)] == raws


def test_a_changed_uidvalidity_doubles_nothing_and_loses_nothing(
    imap_server: Dovecot, user: str, account: ImapAccount, channel: ImapChannel, store: SqliteStore
) -> None:
    imap_server.deliver(user, mail(1))
    imap_server.deliver(user, mail(2))
    before = opened(account)
    (old, _) = read(before, store)
    before.close()
    imap_server.renumber(user, old.position.uidvalidity + 7)
    imap_server.deliver(user, mail(3))

    again = read(channel, store)

    assert sorted(whole(one.raw) for one in again) == [mail(1), mail(2), mail(3)]
    assert again[0].position.uidvalidity != old.position.uidvalidity
    assert sorted(whole(one.raw) for one in store.verdicts.unhandled()) == [
        mail(1),
        mail(2),
        mail(3),
    ]


def test_a_mail_expunged_while_a_folder_is_read_is_left_out(
    imap_server: Dovecot, user: str, channel: ImapChannel
) -> None:
    for number in range(60):
        imap_server.deliver(user, mail(number))
    reading = channel.fetch("INBOX", None)
    came = [next(reading)]
    with imap_server.login(user) as client:
        client.select_folder("INBOX")
        client.delete_messages([55])
        client.expunge()

    came += reading

    assert [one.position.uid for one in came] == [n for n in range(1, 61) if n != 55]


def test_a_large_mail_comes_in_pieces_and_whole(
    imap_server: Dovecot, user: str, channel: ImapChannel, store: SqliteStore
) -> None:
    large = b"Subject: a dump\r\n\r\n" + b"%065536d\r\n" * 40 % tuple(range(40))
    for raw in (mail(1), large, mail(3)):
        imap_server.deliver(user, raw)

    came = read(channel, store)

    assert [isinstance(one.raw, Large) for one in came] == [False, True, False]
    assert [whole(one.raw) for one in store.verdicts.unhandled()] == [mail(1), large, mail(3)]
    assert isinstance(came[1].raw, Large)
    assert max(map(len, came[1].raw.pieces())) == PIECE


def test_a_large_mail_expunged_while_it_is_read_is_told_and_left_out_next_time(
    imap_server: Dovecot, user: str, account: ImapAccount, channel: ImapChannel, store: SqliteStore
) -> None:
    imap_server.deliver(user, b"Subject: x\r\n\r\n" + b"x\r\n" * PIECE)
    imap_server.deliver(user, mail(2))
    (large, _) = channel.fetch("INBOX", None)
    assert isinstance(large.raw, Large)
    pieces = large.raw.pieces()
    next(pieces)
    with imap_server.login(user) as client:
        client.select_folder("INBOX")
        client.delete_messages([1])
        client.expunge()
    channel._live().noop()

    with pytest.raises(ChannelDown):
        list(pieces)
    assert [one.raw for one in read(channel, store)] == [mail(2)]


def test_a_first_reading_goes_back_only_so_far(
    imap_server: Dovecot, user: str, account: ImapAccount
) -> None:
    imap_server.deliver(user, mail(1), datetime(2019, 1, 1, tzinfo=UTC))
    imap_server.deliver(user, mail(2), datetime(2020, 1, 1, tzinfo=UTC))
    channel = opened(replace(account, since=date(2019, 6, 1)))

    came = list(channel.fetch("INBOX", None))
    channel.close()

    assert [one.raw for one in came] == [mail(2)]


def test_idle_wakes_when_a_mail_comes(
    imap_server: Dovecot, user: str, channel: ImapChannel
) -> None:
    channel.wait(0)
    threading.Timer(0.2, imap_server.deliver, (user, PLAIN)).start()

    assert woken(channel)


def test_a_mail_that_came_between_two_waits_is_told_at_once(
    imap_server: Dovecot, user: str, channel: ImapChannel
) -> None:
    channel.wait(0)
    channel.wait(0.1)
    imap_server.deliver(user, PLAIN)

    assert woken(channel)


def test_the_first_wait_says_look_because_nobody_was_watching(channel: ImapChannel) -> None:
    assert woken(channel)


def test_a_quiet_mailbox_wakes_nobody(channel: ImapChannel) -> None:
    channel.wait(0)

    assert not channel.wait(0.3)


def test_a_wait_can_be_ended_from_outside(channel: ImapChannel) -> None:
    channel.wait(0)
    threading.Timer(0.2, channel.wake).start()

    assert not woken(channel)


def test_a_server_that_goes_while_we_wait_is_told_and_found_again(user: str) -> None:
    with dovecot() as server:
        channel = opened(ImapAccount(HOST, server.port, user, PASSWORD, tls=False))
        channel.wait(0)
        list(channel.fetch("INBOX", None))
        threading.Timer(0.2, server.stop).start()

        with pytest.raises(ChannelDown, match="broke off"):
            woken(channel)
        with pytest.raises(ChannelDown, match=r"refuses connections: check imap\.port"):
            list(channel.fetch("INBOX", None))

        server.start()
        assert woken(channel)
        assert list(channel.fetch("INBOX", None)) == []
        channel.close()


def test_sent_and_drafts_are_found_by_their_use_or_by_their_name(user: str) -> None:
    with dovecot(sent="已发送") as server:
        channel = opened(ImapAccount(HOST, server.port, user, PASSWORD, tls=False))

        assert channel.folders() == ("INBOX", "已发送")
        channel.close()


def test_a_copy_lies_in_sent_once_and_is_read_from_there(
    imap_server: Dovecot, user: str, channel: ImapChannel
) -> None:
    letter = EmailMessage()
    letter["Message-ID"] = "<mailbot.C-1.1.0@desk.example>"
    letter.set_content("Hello.")
    raw = letter.as_bytes().replace(b"\n", b"\r\n")

    channel.keep_sent(raw, EARLY)
    channel.keep_sent(raw, EARLY)

    assert imap_server.mails(user, "Sent") == [raw]
    assert [(one.raw, one.at) for one in channel.fetch("Sent", None)] == [(raw, EARLY)]


def test_a_draft_lies_in_drafts_marked_as_one(
    imap_server: Dovecot, user: str, channel: ImapChannel
) -> None:
    drafts = channel.drafts_folder()
    assert drafts is not None
    drafts.lay(PLAIN, EARLY)

    assert imap_server.mails(user, "Drafts") == [PLAIN]
    with imap_server.login(user) as client:
        client.select_folder("Drafts", readonly=True)
        assert client.search(["DRAFT"]) == [1]


def test_without_sent_and_drafts_nothing_is_kept(
    imap_server: Dovecot, user: str, account: ImapAccount
) -> None:
    channel = opened(account)
    channel._special.update({b"\\Sent": "", b"\\Drafts": ""})

    channel.keep_sent(PLAIN, EARLY)

    assert channel.drafts_folder() is None
    assert channel.folders() == ("INBOX",)
    assert imap_server.mails(user, "Sent") == []
    channel.close()


def test_a_desk_that_wants_no_drafts_in_its_mailbox_has_none(account: ImapAccount) -> None:
    channel = opened(replace(account, drafts=""))

    assert channel.drafts_folder() is None
    channel.close()


MENDS = [
    ({"password": "wrong"}, r"of \S+: \[AUTHENTICATIONFAILED\] \w.*imap\.user and its pass"),
    ({"ca_file": ""}, r"certificate that can't be trusted: .*imap\.ca_file"),
    ({"host": "localhost.invalid"}, r"has no address .*imap\.host"),
    ({"port": 1}, r"refuses connections: check imap\.port"),
]


@pytest.mark.parametrize(("wrong", "told"), MENDS)
def test_a_failure_names_the_server_and_the_mend(
    account: ImapAccount, wrong: dict[str, str], told: str
) -> None:
    channel = opened(replace(account, **wrong))  # type: ignore[arg-type]

    with pytest.raises(ChannelDown, match=told) as caught:
        channel.folders()

    assert PASSWORD not in str(caught.value).split()
    assert "wrong" not in str(caught.value).split()


def test_a_plain_port_asked_for_tls_is_told(imap_server: Dovecot, account: ImapAccount) -> None:
    with pytest.raises(ChannelDown, match=r"speaks no TLS .*imap\.port"):
        opened(replace(account, port=imap_server.port)).folders()


def test_a_folder_that_is_not_there_is_told(channel: ImapChannel) -> None:
    with pytest.raises(ChannelDown, match="Nowhere"):
        list(channel.fetch("Nowhere", None))


def test_a_password_never_leaves_the_machine_in_the_clear() -> None:
    account = ImapAccount("mail.example", 143, "desk", PASSWORD, tls=False)

    with pytest.raises(ConfigError, match=r"imap\.tls"):
        opened(account)
    opened(replace(account, plaintext=True))


def test_the_newest_heads_are_read_and_nothing_is_marked(
    imap_server: Dovecot, channel: ImapChannel, user: str
) -> None:
    for number in range(12):
        imap_server.deliver(user, mail(number))

    heads = channel.newest_heads("INBOX", 10)

    assert [head.splitlines()[0] for head in heads] == [
        b"Message-ID: <%d@x.example>" % number for number in range(11, 1, -1)
    ]
    assert all(b"Mail" not in head for head in heads)
    with imap_server.login(user) as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search(["UNSEEN"]) == list(range(1, 13))


def test_an_empty_folder_has_no_heads(channel: ImapChannel) -> None:
    assert channel.newest_heads("INBOX", 10) == []
