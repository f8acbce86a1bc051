"""The Drafts folder on a real Dovecot: laid, read, taken away, asked only where it moved."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from mailbot.channels.imap.drafts import ImapDrafts
from mailbot.channels.imap.login import ImapAccount
from tests.channels.imap.test_channel import opened
from tests.servers.dovecot import HOST, PASSWORD, Dovecot

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MAIL = b"Message-ID: <one@x>\r\nReferences: <two@x>\r\n <three@x>\r\nSubject: a\r\n\r\nHello\r\n"


@pytest.fixture
def drafts(imap_server: Dovecot, user: str) -> Iterator[ImapDrafts]:
    channel = opened(ImapAccount(HOST, imap_server.port, user, PASSWORD, tls=False))
    folder = channel.drafts_folder()
    assert folder is not None
    yield folder
    channel.close()


def test_what_is_laid_is_found_by_its_ids_and_read(drafts: ImapDrafts) -> None:
    assert drafts.laid() == []

    key = drafts.lay(MAIL, AT)

    (one,) = drafts.laid()
    assert (one.key, one.ids) == (key, ("one@x", "two@x", "three@x"))
    assert drafts.read(key) == MAIL


def test_taken_away_it_is_gone(drafts: ImapDrafts, imap_server: Dovecot, user: str) -> None:
    key = drafts.lay(MAIL, AT)
    drafts.lay(MAIL.replace(b"one@x", b"other@x"), AT)

    drafts.take(key)
    drafts.take(key)

    assert [one.ids[0] for one in drafts.laid()] == ["other@x"]
    assert drafts.read(key) == b""
    assert len(imap_server.mails(user, "Drafts")) == 1


def test_what_a_person_lays_there_is_seen(
    drafts: ImapDrafts, imap_server: Dovecot, user: str
) -> None:
    drafts.laid()
    imap_server.deliver(user, MAIL, AT, "Drafts")
    assert [one.ids[0] for one in drafts.laid()] == ["one@x"]


def test_a_key_of_another_count_names_nothing(drafts: ImapDrafts) -> None:
    drafts.lay(MAIL, AT)
    drafts.take("1/1")
    assert drafts.read("1/1") == b""
    assert len(drafts.laid()) == 1
