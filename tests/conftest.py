"""What several tests stand on: servers that run once, a state in memory, a clock that stands."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mailbot.clock import SettableClock
from mailbot.store.sqlite import SqliteStore
from tests.servers.chat import ChatServer, chat_service
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.smtp import Sink, smtp

_users = count(1)
_TESTS = Path(__file__).parent
# Whatever lies here starts servers or processes, or kills them.
_WITH_SERVERS = (
    "bench", "bot/test_run.py", "bot/test_whole_path.py", "sandbox/test_parent.py",
    "channels/test_login_backoff.py::test_a_mailbox_that_refused_us_is_left_alone_for_a_while",
    "channels/imap/test_channel.py", "channels/test_smtp.py", "demo", "doors", "faults", "fuzz",
    "sftp", "test_wheel.py", "cli/test_unit.py", "cli/test_backup.py",
    "store/test_sqlite.py::test_a_crash_undoes_the_whole_transaction_or_nothing",
)  # fmt: skip
_SERVERS = {"imap_server", "sink", "chat_server"}

# `tests.examples` takes its share of these. None of them asks how long an example took.
for name, most in (("quick", 25), ("usual", 100), ("whole", 400)):
    slow = [HealthCheck.too_slow]
    settings.register_profile(name, max_examples=most, deadline=None, suppress_health_check=slow)
settings.load_profile("usual")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _starts_servers(item):
            item.add_marker("servers")


def _starts_servers(item: pytest.Item) -> bool:
    place = item.path.relative_to(_TESTS)
    near = {parent.as_posix() for parent in (place, *place.parents)}
    near.add(f"{place.as_posix()}::{getattr(item, 'originalname', item.name)}")
    fixtures = getattr(item, "fixturenames", ())
    return not near.isdisjoint(_WITH_SERVERS) or not _SERVERS.isdisjoint(fixtures)


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
def chat_server() -> Iterator[ChatServer]:
    with chat_service() as server:
        yield server


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    state = SqliteStore.in_memory()
    yield state
    state.close()


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2020, 6, 1, 9, 0, tzinfo=UTC))
