"""Which cases became one, and what is needed to undo it."""

from dataclasses import replace
from datetime import UTC, datetime

from mailbot.desk.case.case import Case
from mailbot.repositories.merges import Rearrangement
from mailbot.repositories.state import State

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
ONE, TWO = Case("C-1", "蓝屏", AT), Case("C-2", "死机", AT)
JOINED = Rearrangement("join", "C-1", "C-2", ONE, ONE, TWO, replace(TWO, merged_into="C-1"))


class TestMerges:
    def test_whatever_names_a_merged_case_means_the_other(self, store: State) -> None:
        store.merges.merge("C-3", "C-2")
        store.merges.merge("C-2", "C-1")
        assert [store.merges.current(one) for one in ("C-1", "C-2", "C-3")] == ["C-1"] * 3

        store.merges.unmerge("C-2")
        assert store.merges.current("C-3") == "C-2"

    def test_the_last_rearrangement_of_either_case_can_be_undone_once(self, store: State) -> None:
        for case in (ONE, TWO):
            store.cases.record(case, None, None)
        store.merges.keep(JOINED)

        last = store.merges.last("C-2")
        assert last is not None
        assert replace(last, id=0) == JOINED

        store.merges.mark_undone(last.id, AT)
        assert store.merges.last("C-1") is None

    def test_cases_set_apart_know_it_of_each_other(self, store: State) -> None:
        for case in (ONE, TWO):
            store.cases.record(case, None, None)

        store.merges.set_apart("C-1", "C-2")

        known = store.memory.known(("C-1", "C-2"))
        assert (known["C-1"].apart, known["C-2"].apart) == (("C-2",), ("C-1",))
