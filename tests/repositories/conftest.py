"""Every contract is tried on every store there is; another one is one more row of `STORES`."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pytest

from mailbot.repositories.state import State
from mailbot.store.sqlite import SqliteStore

STORES: Mapping[str, type[SqliteStore]] = MappingProxyType({"sqlite": SqliteStore})


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> Iterator[State]:
    state: State = STORES[request.param].in_memory()
    yield state
    state.close()
