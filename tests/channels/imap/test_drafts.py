"""The Drafts folder on a real Dovecot: laid, read, taken away, asked only where it moved."""

from datetime import UTC, datetime

from mailbot.channels.imap.drafts import ImapDrafts
from mailbot.channels.imap.login import ImapAccount
from tests.channels.imap.test_channel import opened
from tests.servers.dovecot import HOST, PASSWORD, Dovecot

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MAIL = b"Message-ID: <one@x>\r\nReferences: <two@x>\r\n <three@x>\r\nSubject: a\r\n\r\nHello\r\n"


def drafts_of(server: Dovecot, user: str) -> ImapDrafts:
    account = ImapAccount(HOST, server.port, user, PASSWORD, tls=False)
    folder = opened(account).drafts_folder()
    assert folder is not None
    return folder


def test_what_is_laid_is_found_by_its_ids_and_read(imap_server: Dovecot, user: str) -> None:
    drafts = drafts_of(imap_server, user)
    assert drafts.laid() == []

    key = drafts.lay(MAIL, AT)

    (one,) = drafts.laid()
    assert (one.key, one.ids) == (key, ("one@x", "two@x", "three@x"))
    assert drafts.read(key) == MAIL


def test_taken_away_it_is_gone(imap_server: Dovecot, user: str) -> None:
    drafts = drafts_of(imap_server, user)
    key = drafts.lay(MAIL, AT)
    drafts.lay(MAIL.replace(b"one@x", b"other@x"), AT)

    drafts.take(key)
    drafts.take(key)

    assert [one.ids[0] for one in drafts.laid()] == ["other@x"]
    assert drafts.read(key) == b""
    assert len(imap_server.mails(user, "Drafts")) == 1


def test_what_a_person_lays_there_is_seen(imap_server: Dovecot, user: str) -> None:
    drafts = drafts_of(imap_server, user)
    drafts.laid()
    imap_server.deliver(user, MAIL, AT, "Drafts")
    assert [one.ids[0] for one in drafts.laid()] == ["one@x"]


def test_a_key_of_another_count_names_nothing(imap_server: Dovecot, user: str) -> None:
    drafts = drafts_of(imap_server, user)
    drafts.lay(MAIL, AT)
    drafts.take("1/1")
    assert drafts.read("1/1") == b""
    assert len(drafts.laid()) == 1
