"""Corrections in SQLite: they go with their mail."""

from mailbot.store.sqlite import SqliteStore
from tests.repositories.test_corrections import AT, keep_two_mails
from tests.store.connection import connection


def test_a_correction_goes_with_its_mail() -> None:
    state = SqliteStore.in_memory()
    keep_two_mails(state)
    state.corrections.keep(1, ["question"], "lin@x.example", AT)

    connection(state).write("DELETE FROM mail WHERE id = ?", 1)

    assert state.corrections.all() == []
