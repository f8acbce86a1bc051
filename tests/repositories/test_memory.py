import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mailbot.desk.case.case import Case
from mailbot.desk.case.clocks import Clocks
from mailbot.desk.case.life import Status
from mailbot.desk.case.parties import Contact, Parties
from mailbot.ports import Written
from mailbot.repositories.state import State
from mailbot.repositories.traces import Trace

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
CONVERSATION = bytes(range(22))


def index(more: bytes = b"", conversation: bytes = CONVERSATION) -> str:
    return base64.b64encode(conversation + more).decode()


def trace(case_id: str = "C-1", **changes: object) -> Trace:
    plain = Trace(case_id, (), "", "", (), (), AT)
    return replace(plain, **changes)  # type: ignore[arg-type]


INDEXES = [
    (index(), "C-1"),
    (index(b"12345"), "C-1"),
    (index(b"1234567890"), "C-1"),
    (index(conversation=CONVERSATION[::-1]), ""),
    (base64.b64encode(CONVERSATION[:-1]).decode(), ""),
    ("", ""),
    ("not base64!", ""),
    ("é" * 40, ""),
]


class TestMemory:
    def test_a_message_id_leads_to_its_case(self, store: State) -> None:
        store.traces.remember(trace(ids=("1@x", "2@x")))
        store.traces.remember(trace("C-2", ids=("3@x",)))

        assert store.memory.cases_of(["3@x", "0@x", "1@x", "1@x"]) == {"3@x": "C-2", "1@x": "C-1"}

    def test_who_uses_a_known_message_id_does_not_move_it(self, store: State) -> None:
        store.traces.remember(trace(ids=("1@x",)))
        store.traces.remember(trace("C-2", ids=("1@x",)))

        assert store.memory.cases_of(["1@x"]) == {"1@x": "C-1"}

    @pytest.mark.parametrize(("asked", "case_id"), INDEXES)
    def test_a_conversation_is_known_by_its_first_bytes(
        self, store: State, asked: str, case_id: str
    ) -> None:
        store.traces.remember(trace(thread_index=index(b"abcde")))
        store.traces.remember(trace("C-2", thread_index="AAAA"))

        assert store.memory.case_of_thread_index(asked) == case_id

    def test_quoted_lines_are_counted_by_case(self, store: State) -> None:
        store.traces.remember(trace(own_lines=("one", "two", "three")))
        store.traces.remember(trace("C-2", own_lines=("three",)))

        assert store.memory.cases_quoted(["one", "three", "three", "never"]) == {"C-1": 2, "C-2": 1}
        assert store.memory.cases_quoted([]) == {}

    def test_a_line_that_stands_in_many_cases_tells_nothing(self, store: State) -> None:
        for number in range(30):
            store.traces.remember(
                trace(f"C-{number}", own_lines=("in every letter", f"only {number}"))
            )

        assert store.memory.cases_quoted(["in every letter", "only 7"]) == {"C-7": 1}

    def test_cases_of_a_subject_come_most_recent_first(self, store: State) -> None:
        for number in range(30):
            at = AT + timedelta(days=number)
            store.traces.remember(trace(f"C-{number}", subject="help", at=at))
        store.traces.remember(trace("C-3", subject="help", at=AT + timedelta(days=99)))

        found = store.memory.cases_of_subject("help")

        assert found[:3] == ["C-3", "C-29", "C-28"]
        assert len(found) == 20
        assert store.memory.cases_of_subject("") == []
        assert store.memory.cases_of_subject("Help") == []

    def test_an_empty_subject_is_no_evidence(self, store: State) -> None:
        store.traces.remember(trace(subject=""))

        assert store.memory.cases_of_subject("") == []

    def test_what_filing_needs_is_told_of_cases_that_exist(self, store: State) -> None:
        people = Parties(contacts=(Contact("a@x"),), participants=("b@x",), end_user="X Bank")
        ended = Clocks(closed_at=AT)
        case = Case("C-1", "回复：蓝屏", AT, Status.CLOSED, parties=people, clocks=ended)
        store.cases.record(case, None, None)
        store.cases.record(replace(case, id="C-2"), None, None)
        store.traces.remember(trace(at=AT + timedelta(days=3)))
        store.traces.remember(trace(at=AT + timedelta(days=2)))

        known = store.memory.known(["C-1", "C-2", "C-404"])

        assert list(known) == ["C-1", "C-2"]
        one = known["C-1"]
        assert (one.subject, one.status, one.end_user) == ("蓝屏", Status.CLOSED, "X Bank")
        assert (one.customers, one.participants) == (("a@x",), ("b@x",))
        assert (one.last_at, one.closed_at) == (AT + timedelta(days=3), AT)
        assert known["C-2"].last_at == AT

    def test_a_letter_of_ours_is_found_by_id_quote_and_subject(self, store: State) -> None:
        line = "Please upload the complete memory dump to our server."
        store.traces.remember_own(
            "C-1", "mailbot.C-1.1.x@desk", Written("[C-1] Re: Crash", line), ("a@x",), AT
        )

        assert store.memory.cases_of(["mailbot.C-1.1.x@desk"]) == {"mailbot.C-1.1.x@desk": "C-1"}
        assert store.memory.cases_quoted([line]) == {"C-1": 1}
        assert store.memory.cases_of_subject("crash") == ["C-1"]

    def test_a_persons_open_cases_are_found(self, store: State) -> None:
        for number, status in enumerate((Status.OPEN, Status.CLOSED, Status.WAITING), start=1):
            store.cases.record(Case(f"C-{number}", "t", AT, status), None, None)
            store.traces.remember(trace(f"C-{number}", participants=("a@x", "b@x")))

        assert store.memory.open_cases_of("a@x") == ["C-3", "C-1"]
        assert store.memory.open_cases_of("c@x") == []

    def test_hostile_text_is_remembered_like_any_other(self, store: State) -> None:
        odd = "\udc80\x00\U0001f600" * 1000
        store.traces.remember(
            trace(ids=(odd,), subject=odd, participants=(odd,), own_lines=(odd,) * 2000)
        )

        assert store.memory.cases_of([odd]) == {odd: "C-1"}
        assert store.memory.cases_quoted([odd]) == {"C-1": 1}
