"""Each guard stops what it must and nothing else."""

from collections import Counter

import pytest

from mailbot.bot.wiring.rules import read_guards
from mailbot.desk.case.rulebook import Departure
from mailbot.letters.samples import calendar
from mailbot.reasons import places
from tests.guards.table import AT, Row, rows

ROWS = tuple(rows())
GUARDS = {guard.name: guard for guard in read_guards()}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_guard_gives_its_reason_or_none(row: Row) -> None:
    reason = GUARDS[row.guard].veto(Departure(row.draft, row.case, AT, calendar()))

    assert (reason is not None) == bool(row.names)
    said = str(reason)
    assert reason is None or (said.startswith(f"{row.guard}: ") and row.names in said)


@pytest.mark.parametrize("name", sorted({row.guard for row in ROWS}))
def test_every_guard_has_rows_of_both_kinds(name: str) -> None:
    kinds = Counter(bool(row.names) for row in ROWS if row.guard == name)

    assert min(kinds[True], kinds[False]) >= 2


def test_eleven_guards_are_tried_and_three_of_them_are_final() -> None:
    tried = {row.guard for row in ROWS}

    assert len(tried) == 11
    assert tried <= GUARDS.keys()
    final = {name for name in tried if GUARDS[name].final}
    assert final == {"bounced", "machine", "secret_off_case"}


@pytest.mark.parametrize("name", sorted(GUARDS))
def test_every_reason_of_a_guard_bears_its_name_and_its_wording(name: str) -> None:
    assert GUARDS[name].says
    for wording in GUARDS[name].says:
        assert wording.kind.startswith(f"{name}: ")
        assert set(places(wording.zh)) == set(places(wording.en)) == set(places(wording.kind))
