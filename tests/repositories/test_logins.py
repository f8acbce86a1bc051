"""The logins on our own server: kept, renewed, shut and opened again."""

from dataclasses import replace
from datetime import UTC, datetime

from mailbot.repositories.logins import AccountRow
from mailbot.repositories.state import State

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
ACCOUNT = AccountRow("c1", "C-1", "a@x.example", "$argon2id$...", AT, expires=AT)


class TestLogins:
    def test_an_account_is_kept_renewed_and_shut(self, store: State) -> None:
        store.logins.keep(ACCOUNT)
        store.logins.keep(AccountRow("c2", "C-1", "b@x.example", "h", AT))

        assert store.logins.find("c1") == ACCOUNT
        assert store.logins.find("c9") is None
        assert [one.user for one in store.logins.of_case("C-1")] == ["c1", "c2"]
        assert (store.logins.case_of_user("c2"), store.logins.case_of_user("c9")) == ("C-1", "")

        store.logins.shut(("c1", "unknown"), AT)
        store.logins.shut(("c1",), datetime(2021, 1, 1, tzinfo=UTC))
        shut = store.logins.find("c1")
        assert shut is not None
        assert shut.shut == AT

    def test_one_that_was_shut_by_mistake_is_opened_again(self, store: State) -> None:
        store.logins.keep(ACCOUNT)
        store.logins.shut(("c1",), AT)

        store.logins.unshut(("c1",))

        assert store.logins.find("c1") == ACCOUNT

    def test_of_two_passwords_one_is_taken_or_dropped(self, store: State) -> None:
        renewed = replace(ACCOUNT, next_hash="new")
        store.logins.keep(renewed)
        store.logins.drop_next_password(("c1",))
        assert store.logins.find("c1") == ACCOUNT

        store.logins.keep(renewed)
        store.logins.take_next_password(("c1",))
        assert store.logins.find("c1") == replace(ACCOUNT, password_hash="new")
