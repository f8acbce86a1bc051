"""Which mails and letters lie in a case."""

from dataclasses import replace
from datetime import UTC, datetime

from mailbot.desk.case.case import Case
from mailbot.ports import Arrival, Position
from mailbot.repositories.state import State
from tests.repositories.test_outbox import ROW

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)


class TestFiledMails:
    def test_mails_are_refiled(self, store: State) -> None:
        for case_id in ("C-1", "C-2"):
            store.cases.record(Case(case_id, "", AT), None, None)
        store.mails.keep([Arrival(Position("INBOX", 1, n), b"%d" % n, AT, str(n)) for n in (1, 2)])
        for mail in tuple(store.verdicts.unhandled()):
            store.verdicts.settle(mail.id, "handled", "C-1", ("new",))

        first, _ = store.filed_mails.mails_of("C-1")
        store.filed_mails.refile([first.id], "C-2")

        assert [one.name for one in store.filed_mails.mails_of("C-2")] == ["1"]
        assert [one.name for one in store.filed_mails.mails_of("C-1")] == ["2"]

    def test_letters_are_found_by_what_they_answer_and_by_their_own_id(self, store: State) -> None:
        store.cases.record(Case("C-1", "", AT), None, None)
        store.outbox.queue(ROW)
        store.outbox.queue(replace(ROW, id="C-1/2", in_reply_to="9@x.example", message_id="2@d"))

        found = store.filed_mails.letters_answering("C-1", ["1@x.example"])

        assert [one.id for one in found] == ["C-1/1"]
        assert store.filed_mails.letter_of(["none@x.example", ROW.message_id]) == ROW.text
