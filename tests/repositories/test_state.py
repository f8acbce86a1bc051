"""The state as a whole: small ports, a contract for each, one transaction over all."""

import ast
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import get_type_hints

import pytest

from mailbot.desk.case.case import Case
from mailbot.repositories.state import State

HERE = Path(__file__).parent
MOST_METHODS = 8
PORTS = {one.name: get_type_hints(State)[one.name] for one in fields(State)}
# ports of secrets and of the database itself: tests/store/test_vault.py, tests/store/test_sqlite.py
_OF_THE_STORE = {"vault", "database"}


def contracts() -> set[str]:
    trees = (ast.parse(one.read_text(encoding="utf-8")) for one in HERE.glob("test_*.py"))
    return {one.name for tree in trees for one in tree.body if isinstance(one, ast.ClassDef)}


@pytest.mark.parametrize("name", PORTS)
def test_a_port_asks_eight_things_at_most(name: str) -> None:
    asked = [one for one in vars(PORTS[name]) if not one.startswith("_")]

    assert 0 < len(asked) <= MOST_METHODS


@pytest.mark.parametrize("name", sorted(PORTS.keys() - _OF_THE_STORE))
def test_a_port_has_its_contract(name: str) -> None:
    assert f"Test{PORTS[name].__name__}" in contracts()


def test_a_transaction_spans_every_port(store: State) -> None:
    def breaks_off() -> None:
        with store.transaction():
            store.cases.record(Case("C-1", "", datetime(2020, 6, 1, tzinfo=UTC)), None, None)
            store.notes.pause()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        breaks_off()

    assert store.cases.find("C-1") is None
    assert not store.notes.is_paused()
