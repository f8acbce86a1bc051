"""What mails leave in the memory, moved to another case and back."""

from mailbot.repositories.state import State
from tests.repositories.test_memory import trace


class TestMailTraces:
    def test_a_mail_that_never_came_is_awaited_until_it_comes(self, store: State) -> None:
        store.traces.remember(trace(ids=("2@x",), answers=("1@x",)))
        assert store.traces.never_got("C-1") == 1
        assert store.memory.cases_awaiting(("1@x",)) == ("C-1",)

        store.traces.remember(trace(ids=("1@x",)))
        assert store.traces.never_got("C-1") == 0

    def test_traces_move_to_another_case_and_back(self, store: State) -> None:
        going = trace(ids=("1@x",), own_lines=("please send the log",))
        staying = trace(ids=("2@x",), own_lines=("please send the log",))
        store.traces.remember(going)
        store.traces.remember(staying)

        moved = store.traces.move((going,), (staying,), "C-1", "C-2")

        assert store.memory.cases_of(("1@x", "2@x")) == {"1@x": "C-2", "2@x": "C-1"}
        assert store.memory.cases_quoted(("please send the log",)) == {"C-1": 1, "C-2": 1}

        store.traces.move_back(moved, "C-1", "C-2")
        assert store.memory.cases_of(("1@x",)) == {"1@x": "C-1"}
        assert store.memory.cases_quoted(("please send the log",)) == {"C-1": 1}
