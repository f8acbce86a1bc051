"""The database beneath a state, for tests that look into its tables."""

from mailbot.repositories.state import State
from mailbot.store.connection import Connection


def connection(state: State) -> Connection:
    assert isinstance(state.database, Connection)
    return state.database
