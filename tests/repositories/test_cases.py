from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mailbot.because import Because
from mailbot.desk.case.actions import HandsOffChange
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState, Send
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.holds import Need
from mailbot.desk.case.life import Status
from mailbot.desk.case.matter import AskedItem, ItemState
from mailbot.desk.case.parties import Contact
from mailbot.desk.case.step import Step
from mailbot.desk.case.talk import Said
from mailbot.desk.case.transfer import Account, AccountOrigin
from mailbot.desk.case.upload import Upload, UploadState
from mailbot.errors import OrderError
from mailbot.reasons import Reason
from mailbot.repositories.cases import JournalEntry
from mailbot.repositories.state import State
from mailbot.understanding.understood import TextFact

AT = datetime(2020, 6, 1, 9, 30, 0, 123456, tzinfo=ZoneInfo("Asia/Shanghai"))
PLAIN = Case(id="C-1", title="蓝屏", opened=AT)
FULL = replace(
    PLAIN,
    status=Status.WATCHING,
    since=AT,
    drafts=(
        Draft(
            id="C-1/1",
            letters=("reminder", "closed"),
            audience=Audience.CUSTOMER,
            to=("zhou@x.example",),
            cc=(),
            lang="zh",
            written=AT,
            answers="1@x.example",
            send=Send.ANNOUNCE,
            state=DraftState.WAITING,
            withheld=(Because.AT_LINE(path="a", line=1, reason=Reason("unsure")), Reason("x {y}")),
            then=Step.NOTICE_LEFT,
            content=Content(
                questions=("1？", "2?"),
                close_on=AT,
                files=(Upload("a.dmp", 1 << 40, AT, UploadState.CUT),),
            ),
        ),
    ),
    parties=replace(
        PLAIN.parties,
        contacts=(
            Contact("zhou@x.example", "周", "周先生，您好", "zh", FiledBy.NEW, confirmed=True),
        ),
        participants=("a@x.example", "b@y.example"),
    ),
    matter=replace(
        PLAIN.matter,
        items=tuple(AskedItem(state.value, state, AT) for state in ItemState),
        facts=(TextFact("error_code", "0x9f", "STOP 0x9F"),),
        recurs=True,
    ),
    transfer=replace(
        PLAIN.transfer,
        accounts=(
            Account(
                "c1", "zhou@x.example", AccountOrigin.OPENED, AT, "[sealed:01234567]", expires=AT
            ),
        ),
        uploads=(Upload("MEMORY.DMP", 5, AT, UploadState.WHOLE, "c1", finding="kernel"),),
    ),
    talk=replace(PLAIN.talk, questions=("为什么？",), said=(Said("reminder", AT),)),
    holds=replace(PLAIN.holds, needs=(Need(Reason("look \\ \" \u2028 '"), AT),)),
    clocks=replace(PLAIN.clocks, watch_until=AT + timedelta(days=7)),
)


def entry(what: str, *because: str) -> JournalEntry:
    return JournalEntry(AT, what, tuple(map(Reason, because)))


ALARMS = [
    (timedelta(0), ["C-1"]),
    (timedelta(microseconds=-1), []),
    (timedelta(hours=1), ["C-1", "C-2"]),
]


class TestCases:
    @pytest.mark.parametrize("case", [PLAIN, FULL], ids=["plain", "full"])
    def test_a_case_comes_back_as_it_was(self, store: State, case: Case) -> None:
        store.cases.record(case, None, None, entry("CustomerWrote"))

        assert store.cases.load("C-1") == case
        assert store.case_lists.open() == [case]

    def test_a_case_is_replaced_and_its_journal_grows(self, store: State) -> None:
        store.cases.record(PLAIN, None, None, entry("CustomerWrote", "because 一"))
        store.cases.record(FULL, None, None, entry("AlarmRang", "one", "two"), entry("LetterLeft"))

        assert store.cases.load("C-1") == FULL
        journal = [(one.what, tuple(map(str, one.because))) for one in store.cases.journal("C-1")]
        assert journal == [
            ("CustomerWrote", ("because 一",)),
            ("AlarmRang", ("one", "two")),
            ("LetterLeft", ()),
        ]
        assert store.cases.journal("C-1")[0].at == AT

    def test_a_case_that_is_not_there_is_told(self, store: State) -> None:
        assert store.cases.find("C-9") is None
        with pytest.raises(OrderError, match="C-9"):
            store.cases.load("C-9")

    def test_numbers_are_never_given_twice(self, store: State) -> None:
        given = [store.cases.next_id("C-") for _ in range(3)]

        assert given == ["C-1", "C-2", "C-3"]

    @pytest.mark.parametrize(("later", "rings"), ALARMS)
    def test_an_alarm_rings_when_its_moment_has_come(
        self, store: State, later: timedelta, rings: list[str]
    ) -> None:
        store.cases.record(
            replace(PLAIN, id="C-2"), AT.astimezone(UTC) + timedelta(minutes=9), None
        )
        store.cases.record(PLAIN, AT, None)
        store.cases.record(replace(PLAIN, id="C-3"), None, None)

        assert store.alarms.due(AT + later) == rings
        assert store.alarms.next_alarm() == AT

    def test_hands_are_off_every_case_of_an_organisation(self, store: State) -> None:
        ours = replace(FULL, holds=replace(FULL.holds, hands_off="he presses"))
        other = replace(
            PLAIN, id="C-2", parties=replace(PLAIN.parties, contacts=(Contact("li@x.example"),))
        )
        third = replace(
            PLAIN, id="C-3", parties=replace(PLAIN.parties, contacts=(Contact("li@z.example"),))
        )
        for case in (ours, other, third):
            store.cases.record(case, None, None)
        store.cases.hands_off(("x.example",), HandsOffChange.PLACE, "he presses")

        assert [one.holds.hands_off for one in store.case_lists.open()] == [
            "he presses",
            "he presses",
            "",
        ]
        assert store.cases.load("C-2").holds.hands_off == "he presses"

        store.cases.hands_off(("x.example",), HandsOffChange.LIFT, "lifted by an engineer")

        assert [one.holds.hands_off for one in store.case_lists.open()] == ["", "", ""]

    def test_hands_can_be_off_a_person_without_an_organisation(self, store: State) -> None:
        store.cases.record(
            replace(PLAIN, parties=replace(PLAIN.parties, contacts=(Contact("li@163.com"),))),
            None,
            None,
        )
        store.cases.record(
            replace(
                PLAIN, id="C-2", parties=replace(PLAIN.parties, contacts=(Contact("wang@163.com"),))
            ),
            None,
            None,
        )

        store.cases.hands_off(("li@163.com",), HandsOffChange.PLACE, "pressed")

        assert [one.holds.hands_off for one in store.case_lists.open()] == ["pressed", ""]


class TestCaseLists:
    def test_closed_cases_are_listed_only_among_all(self, store: State) -> None:
        closed = replace(PLAIN, id="C-2", status=Status.CLOSED)
        for case in (PLAIN, closed):
            store.cases.record(case, None, None)

        assert [one.id for one in store.case_lists.open()] == ["C-1"]
        assert [one.id for one in store.case_lists.all()] == ["C-1", "C-2"]

    def test_a_letter_that_waits_is_found_in_a_closed_case_as_well(self, store: State) -> None:
        closed = replace(FULL, id="C-3", status=Status.CLOSED)
        for case in (replace(PLAIN, id="C-2", status=Status.CLOSED), closed, PLAIN, FULL):
            store.cases.record(case, None, None)

        assert [one.id for one in store.case_lists.with_drafts()] == ["C-3", "C-1"]
        assert [one.id for one in store.case_lists.unsettled()] == ["C-3", "C-1"]

        store.cases.record(replace(closed, drafts=()), None, None)

        assert [one.id for one in store.case_lists.unsettled()] == ["C-1"]


class TestAlarms:
    def test_what_leaves_by_itself_is_found_before_its_hour(self, store: State) -> None:
        store.cases.record(PLAIN, AT, AT + timedelta(hours=2))
        store.cases.record(replace(PLAIN, id="C-2"), AT, None)

        assert store.alarms.leaving_before(AT + timedelta(hours=2)) == []
        assert store.alarms.leaving_before(AT + timedelta(hours=3)) == ["C-1"]
        assert store.alarms.next_leaving() == AT + timedelta(hours=2)

    def test_an_empty_book_has_no_alarm(self, store: State) -> None:
        assert (store.alarms.next_alarm(), store.alarms.next_leaving(), store.alarms.due(AT)) == (
            None,
            None,
            [],
        )
