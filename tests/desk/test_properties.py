"""Promises that hold for every case, whatever happens to it: tried on random lives."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.bot.wiring.rules import read_rules
from mailbot.config import Config, Desk
from mailbot.desk.case import events, ordered
from mailbot.desk.case.actions import Decision, OpenAccount, Release, Withdraw, Write
from mailbot.desk.case.draft import Audience, DraftState
from mailbot.desk.case.events import Event
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.life import Status
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Rules
from mailbot.desk.case.transfer import Account, AccountOrigin
from mailbot.desk.case.upload import Upload, UploadState
from mailbot.desk.decide import decide, open_case
from mailbot.desk.decisions import due
from mailbot.desk.people.role import Role
from mailbot.letters import read_letters
from mailbot.mail.message import Address, Kind, Trust
from mailbot.understanding.understood import Found, TextFact, Understanding
from tests.examples import examples

ROOT = Path(__file__).parents[2]
RULES = read_rules(
    Config(Desk("support@support.example", notify=("lead@support.example",))),
    read_letters(ROOT / "templates", {}),
    opens_accounts=True,
    sees_server=True,
)
BY_MAIL = replace(RULES, opens_accounts=False, admin="sftp@support.example")
START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
CUSTOMER = Address("zhou@partner.example", "Zhou")
ENGINEER = Address("lin@support.example", "Lin Wei")
ADMIN = Address("sftp@support.example", "Xu")
LI = Address("li@escalation.example", "Li")
CUSTOMER_INTENTS = sorted(n for n, i in RULES.intents.items() if i.side.value == "customer")
STAFF_INTENTS = sorted(n for n, i in RULES.intents.items() if i.side.value == "staff")


def reading(at: datetime, sender: Address, role: Role, names: list[str], number: int) -> Reading:
    found = tuple(Found(name, 0.95, "…") for name in names)
    ours = role is not Role.CUSTOMER
    return Reading(
        message_id=f"{number}@example",
        at=at,
        sender=sender,
        role=role,
        to=(CUSTOMER,) if ours else (ENGINEER,),
        cc=(),
        subject="case",
        text="…",
        kind=Kind.HUMAN,
        trust=Trust.PASS,
        by=FiledBy.REFERENCES if number else FiledBy.NEW,
        engineer=ours,
        said=Understanding(intents=found, lang="zh"),
        to_customers=(CUSTOMER,) if role is Role.STAFF else (),
        to_desk=True,
    )


customer_says = st.lists(st.sampled_from(CUSTOMER_INTENTS), max_size=3, unique=True)
staff_says = st.lists(st.sampled_from(STAFF_INTENTS), max_size=2, unique=True)
happenings = st.one_of(
    st.tuples(st.just("customer"), customer_says),
    st.tuples(st.just("engineer"), staff_says),
    st.tuples(st.just("second_line"), st.just([])),
    st.tuples(st.just("admin"), st.sampled_from([[], ["spelled"]])),
    st.tuples(st.just("machine"), st.just([])),
    st.tuples(
        st.just("file"),
        st.sampled_from([["whole"], ["running"], ["cut"], ["gone"], ["whole", "renamed"]]),
    ),
    st.tuples(st.just("approve"), st.just([])),
    st.tuples(st.just("reject"), st.just([])),
    st.tuples(st.just("told"), st.just([])),
    st.tuples(st.just("hold"), st.just([])),
    st.tuples(st.just("lift"), st.just([])),
    st.tuples(st.just("list"), st.just([])),
)
lives = st.lists(st.tuples(happenings, st.floats(0, 12)), max_size=14)


class Life:
    """One case, and the world it lives in: letters that may leave do so at once."""

    def __init__(self, rules: Rules = RULES) -> None:
        self.rules = rules
        self.now = START
        first = reading(START, CUSTOMER, Role.CUSTOMER, ["problem_report"], 0)
        self.case = open_case("C-1", first, "case")
        self.number = 0
        self.handle(events.CustomerWrote(first))

    def handle(self, event: Event) -> Decision:
        decision = decide(self.case, event, self.now, self.rules)
        self.case = decision.case
        for action in decision.actions:
            if isinstance(action, OpenAccount):
                account = Account(
                    "c1", action.person, AccountOrigin.OPENED, self.now, "[sealed:00000000]"
                )
                self.case = replace(
                    self.case, transfer=replace(self.case.transfer, accounts=(account,))
                )
        leaving = [
            action.draft.id
            for action in decision.actions
            if isinstance(action, Write | Release) and action.draft.state is DraftState.QUEUED
        ]
        for draft_id in leaving:
            if self.case.draft(draft_id) is not None:
                self.handle(events.LetterLeft(draft_id))
        return decision

    def happen(self, kind: str, what: list[str]) -> Decision | None:
        self.number += 1
        waiting = [one for one in self.case.drafts if one.state is DraftState.WAITING]
        if kind in ("approve", "reject") and not waiting:
            return None
        ways: dict[str, Callable[[], Event]] = {
            "customer": lambda: events.CustomerWrote(
                reading(self.now, CUSTOMER, Role.CUSTOMER, what, self.number)
            ),
            "engineer": lambda: events.EngineerWrote(
                reading(self.now, ENGINEER, Role.STAFF, what, self.number)
            ),
            "second_line": lambda: events.SecondLineWrote(
                reading(self.now, LI, Role.SECOND_LINE, [], self.number)
            ),
            "admin": lambda: events.AdminWrote(self._admins_answer(what)),
            "machine": lambda: events.MachineWrote(
                replace(
                    reading(self.now, CUSTOMER, Role.MACHINE, [], self.number),
                    kind=Kind.AUTO_REPLY,
                )
            ),
            "file": lambda: events.FileArrived(
                Upload(f"f{self.number % 3}.dmp", 9, self.now, UploadState(what[0]), "c1"),
                f"f{(self.number + 1) % 3}.dmp" if "renamed" in what else "",
            ),
            "approve": lambda: ordered.DraftApproved(waiting[0].id, ENGINEER.email, ""),
            "reject": lambda: ordered.DraftRejected(waiting[0].id, ENGINEER.email),
            "told": lambda: ordered.ContactLogged(ENGINEER.email),
            "hold": lambda: ordered.HoldPlaced(ENGINEER.email),
            "lift": lambda: ordered.HoldLifted(ENGINEER.email),
            "list": lambda: events.ListPrinted(self.now + timedelta(days=2)),
        }
        return self.handle(ways[kind]())

    def _admins_answer(self, what: list[str]) -> Reading:
        mail = reading(self.now, ADMIN, Role.ADMIN, [], self.number)
        names = ("account_user", "account_password") if what else ()
        facts = tuple(TextFact(name, f"{name}{self.number}", "…") for name in names)
        return replace(mail, to=(ENGINEER,), said=replace(mail.said, facts=facts))

    def rest(self) -> int:
        """Leave it alone until nothing is due; how many alarms rang."""
        rang = 0
        while (alarm := due.alarm(self.case, self.rules)) is not None:
            self._list_before(alarm)
            alarm = due.alarm(self.case, self.rules) or alarm
            self.now = max(self.now, alarm)
            self.handle(events.AlarmRang())
            after = due.alarm(self.case, self.rules)
            assert after is None or after > self.now
            rang += 1
            assert rang < 200
        return rang

    def _list_before(self, alarm: datetime) -> None:
        listed = RULES.calendar.next_list(self.now)
        while listed < alarm:
            self.now = listed
            _, until = RULES.calendar.list_window(RULES.calendar.local(listed).date())
            self.handle(events.ListPrinted(until))
            listed = RULES.calendar.next_list(self.now)


def lived(life: list[tuple[tuple[str, list[str]], float]], rules: Rules = RULES) -> Life:
    case = Life(rules)
    for (kind, what), days in life:
        case.now += timedelta(days=days)
        case.happen(kind, what)
    return case


@settings(max_examples=examples(120), deadline=None, derandomize=True)
@given(lives)
def test_every_case_left_alone_comes_to_rest(
    life: list[tuple[tuple[str, list[str]], float]],
) -> None:
    case = lived(life)

    case.rest()

    assert case.case.status is Status.CLOSED or not due.dates(case.case, RULES)


def test_a_receipt_that_leaves_as_a_watch_ends_moves_its_notice_to_the_next_list() -> None:
    life = [("file", ["whole"], 0.0), ("customer", ["keep_watching"], 0.0), ("machine", [], 7.0)]
    case = lived([((kind, what), days) for kind, what, days in life], BY_MAIL)

    case.rest()

    assert case.case.status is Status.CLOSED or not due.dates(case.case, BY_MAIL)


@settings(max_examples=examples(120), deadline=None, derandomize=True)
@given(lives)
def test_so_does_a_case_whose_account_the_administrator_makes(
    life: list[tuple[tuple[str, list[str]], float]],
) -> None:
    case = lived(life, BY_MAIL)

    case.rest()

    assert case.case.status is Status.CLOSED or not due.dates(case.case, BY_MAIL)


@settings(max_examples=examples(120), deadline=None, derandomize=True)
@given(lives)
def test_no_alarm_fails_to_move(life: list[tuple[tuple[str, list[str]], float]]) -> None:
    case = Life()
    for (kind, what), days in life:
        case.now += timedelta(days=days)
        case.happen(kind, what)
        alarm = due.alarm(case.case, RULES)
        if alarm is not None and alarm <= case.now:
            case.handle(events.AlarmRang())
            after = due.alarm(case.case, RULES)
            assert after is None or after > case.now


@settings(max_examples=examples(100), deadline=None, derandomize=True)
@given(lives)
def test_a_machines_mail_changes_nothing(
    life: list[tuple[tuple[str, list[str]], float]],
) -> None:
    case = lived(life)
    before = case.case

    decision = case.happen("machine", [])

    assert decision is not None
    assert decision.actions == ()
    assert case.case == before


@settings(max_examples=examples(100), deadline=None, derandomize=True)
@given(lives, customer_says)
def test_at_most_one_mail_out_for_one_mail_in(
    life: list[tuple[tuple[str, list[str]], float]], what: list[str]
) -> None:
    case = lived(life)

    decision = case.happen("customer", what)

    assert decision is not None
    to_customer = [
        action.draft
        for action in decision.actions
        if isinstance(action, Write) and action.draft.audience is Audience.CUSTOMER
    ]
    to_staff = [
        action.draft
        for action in decision.actions
        if isinstance(action, Write) and action.draft.audience is Audience.STAFF
    ]
    assert len(to_customer) <= 1
    assert len(to_staff) <= 1


@settings(max_examples=examples(100), deadline=None, derandomize=True)
@given(lives)
def test_at_most_one_draft_to_the_customer_awaits_a_yes(
    life: list[tuple[tuple[str, list[str]], float]],
) -> None:
    case = lived(life)

    waiting = [
        one
        for one in case.case.drafts
        if one.audience is Audience.CUSTOMER and one.state is DraftState.WAITING and not one.edited
    ]

    assert len(waiting) <= 1


@settings(max_examples=examples(100), deadline=None, derandomize=True)
@given(lives)
def test_every_withdrawn_draft_was_on_the_case(
    life: list[tuple[tuple[str, list[str]], float]],
) -> None:
    case = Life()
    for (kind, what), days in life:
        case.now += timedelta(days=days)
        before = {one.id for one in case.case.drafts}
        decision = case.happen(kind, what)
        gone = [a.draft.id for a in decision.actions if isinstance(a, Withdraw)] if decision else []
        assert set(gone) <= before
