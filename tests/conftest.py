"""What several tests stand on: servers that run once, a state in memory, a clock that stands."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

import pytest

from mailbot.clock import SettableClock
from mailbot.store.sqlite import SqliteStore
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.smtp import Sink, smtp

_users = count(1)


@pytest.fixture(scope="session")
def imap_server() -> Iterator[Dovecot]:
    with dovecot() as server:
        yield server


@pytest.fixture
def user() -> str:
    """A user of `imap_server` whose mailbox is still empty."""
    return f"user{next(_users)}"


@pytest.fixture
def sink() -> Iterator[Sink]:
    with smtp() as server:
        yield server


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    state = SqliteStore.in_memory()
    yield state
    state.close()


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2020, 6, 1, 9, 0, tzinfo=UTC))
