"""Mails as they were read: kept with their filing, found by their words, gone with their mail."""

from datetime import UTC, datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.kept_mail import KeptMail
from mailbot.desk.people.role import Role
from mailbot.mail.message import Address, Kind, Trust
from mailbot.mail.parts import Part, Piece
from mailbot.ports import Arrival, Position
from mailbot.repositories.state import State
from tests.repositories.test_outbox import ROW
from tests.store.connection import connection
from tests.stories.story import Story

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
MAIL = KeptMail(
    AT, Address("zhou@partner.example", "周佐"), (Address("desk@support.example"),), (),
    "server down", Role.CUSTOMER, Trust.PASS, Kind.HUMAN,
    (Piece(Part.NEW, "it crashed twice"), Piece(Part.QUOTED, "> please send the log")),
    by=FiledBy.NEW,
)  # fmt: skip


def file_one(store: State) -> int:
    """A mail in C-1, as read; its number."""
    store.cases.record(Case("C-1", "server down", AT), None, None)
    store.mails.keep([Arrival(Position("INBOX", 1, 1), b"raw", AT, "1.eml")])
    (mail,) = store.verdicts.unhandled()
    store.verdicts.settle(mail.id, "handled", "C-1", ("new",), "1@partner.example")
    return mail.id


class TestConversations:
    def test_a_mail_is_kept_as_it_was_read(self, store: State) -> None:
        mail_id = file_one(store)
        assert store.conversations.not_kept(9) == [mail_id]

        store.conversations.keep(mail_id, MAIL)

        assert store.conversations.mail(mail_id) == MAIL
        assert store.conversations.mail_by_id("1@partner.example") == MAIL
        assert store.conversations.not_kept(9) == []

    def test_letters_that_left_are_part_of_it(self, store: State) -> None:
        store.cases.record(Case("C-1", "", AT), None, None)
        store.outbox.queue(ROW)
        assert store.conversations.sent_in("C-1") == []

        store.outbox.mark(ROW.id, "sent")

        (sent,) = store.conversations.sent_in("C-1")
        assert (sent.row.id, sent.state) == (ROW.id, "sent")


def story() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。\n\n祝好\n周", file="MEMORY.DMP")
    story.customer_writes("> 请收集日志\n已经上传了。")
    return story


def test_a_mail_is_kept_as_it_was_read() -> None:
    kept = story().engine.state.conversations.mail(1)

    assert kept is not None
    assert kept.sender.email == "zhou@partner.example"
    assert "服务器昨天蓝屏了两次" in kept.pieces[0].text
    assert "problem_report" in kept.said.names
    assert [one.name for one in kept.attachments] == ["MEMORY.DMP"]


def test_mails_and_cases_are_found_in_the_transaction_that_files_them() -> None:
    state = story().engine.state

    assert [one.mail_id for one in state.search.mails("昨天", 9)] == [1]
    assert [one.case_id for one in state.search.mails("memory", 9)] == ["C-1"]
    assert state.search.cases("partner.example", 9) == ["C-1"]
    assert state.search.mails("没有这样的话", 9) == []


def test_a_quote_is_not_found_as_if_it_had_been_said() -> None:
    assert story().engine.state.search.mails("请收集日志", 9) == []


def test_what_a_search_knows_of_a_mail_goes_with_it() -> None:
    state = story().engine.state
    connection(state).write("DELETE FROM mail WHERE id = 1")

    assert state.conversations.mail(1) is None
    assert state.search.mails("昨天", 9) == []
    assert connection(state).all("SELECT rowid FROM mail_words WHERE rowid = 1") == []


def test_a_case_is_found_by_what_it_is_called_now() -> None:
    told = story()
    told.file_arrives("vmcore.7z")

    assert told.engine.state.search.cases("vmcore", 9) == ["C-1"]


def test_letters_that_left_are_part_of_the_conversation() -> None:
    told = story()
    sent = [
        one.row.letters
        for one in told.engine.state.conversations.sent_in("C-1")
        if not one.row.to_staff
    ]

    assert len(sent) == len(told.sent)
