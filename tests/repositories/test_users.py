"""Users and sessions: who is signed in, for how long, and what is kept of a token."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mailbot.repositories.state import State
from mailbot.repositories.users import User, UserRole
from tests.store.connection import connection

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
LIN = User("lin@support.example", "林伟", UserRole.ENGINEER, "hash", "zh")


@pytest.fixture
def store(store: State) -> State:
    store.users.keep(LIN)
    return store


def signed_in(store: State, token: str, at: datetime = AT) -> User | None:
    return store.sessions.signed_in(
        token, began_after=at - timedelta(days=7), seen_after=at - timedelta(hours=12)
    )


class TestUsers:
    def test_a_user_is_kept_whole_and_found_in_any_case(self, store: State) -> None:
        assert store.users.find("LIN@support.example") == LIN
        assert store.users.find("xu@support.example") is None
        store.users.keep(replace(LIN, role=UserRole.LEAD))
        assert [one.role for one in store.users.all()] == [UserRole.LEAD]

    def test_who_is_removed_is_signed_out_at_once(self, store: State) -> None:
        store.sessions.begin("token", LIN.email, AT)

        assert store.users.remove(LIN.email)
        assert signed_in(store, "token") is None
        assert not store.users.remove(LIN.email)


class TestSessions:
    @pytest.mark.parametrize(
        ("later", "is_known"),
        [(timedelta(hours=11), True), (timedelta(hours=13), False), (timedelta(days=8), False)],
    )
    def test_a_session_that_is_not_used_ends(
        self, store: State, later: timedelta, *, is_known: bool
    ) -> None:
        store.sessions.begin("token", LIN.email, AT)

        assert (signed_in(store, "token", AT + later) is not None) is is_known

    def test_a_session_that_is_used_ends_after_a_week(self, store: State) -> None:
        store.sessions.begin("token", LIN.email, AT)
        for hours in range(0, 24 * 7, 10):
            store.sessions.see("token", AT + timedelta(hours=hours))

        assert signed_in(store, "token", AT + timedelta(days=6, hours=23)) == LIN
        assert signed_in(store, "token", AT + timedelta(days=7, hours=1)) is None

    def test_all_sessions_of_a_user_end_with_a_new_password(self, store: State) -> None:
        for token in ("one", "two"):
            store.sessions.begin(token, LIN.email, AT)

        store.sessions.end("one")
        assert signed_in(store, "two") == LIN
        store.sessions.end_all_of(LIN.email)
        assert signed_in(store, "two") is None


def test_only_a_reader_may_not_order() -> None:
    assert [one for one in UserRole if not replace(LIN, role=one).may_order] == [UserRole.READER]


def test_a_session_is_known_by_its_token_which_is_kept_nowhere(store: State) -> None:
    store.sessions.begin("secret token", LIN.email, AT)

    assert signed_in(store, "secret token") == LIN
    assert signed_in(store, "secret tokem") is None
    assert "secret" not in str(connection(store).all("SELECT * FROM session"))
