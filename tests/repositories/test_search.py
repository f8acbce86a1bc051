"""Mails and cases are found by all the words that are asked for, newest first."""

from datetime import timedelta

from mailbot.repositories.state import State
from tests.repositories.test_conversations import AT, MAIL, file_one


class TestSearch:
    def test_a_mail_is_found_by_what_was_said_in_it_and_not_by_its_quote(
        self, store: State
    ) -> None:
        mail_id = file_one(store)
        store.conversations.keep(mail_id, MAIL)

        for asked in ("crashed twice", "SERVER", "周佐"):
            assert [one.mail_id for one in store.search.mails(asked, 9)] == [mail_id], asked
        assert store.search.mails("crashed thrice", 9) == []
        assert store.search.mails("please send", 9) == []
        assert store.search.mails("crashed", 9, AT + timedelta(days=1)) == []

    def test_a_case_is_found_by_its_title(self, store: State) -> None:
        file_one(store)

        assert store.search.cases("down", 9) == ["C-1"]
        assert store.search.cases("up", 9) == []
