"""What becomes of every field of a case when it is joined, closed or opened again: one table.

A field that is added to a part and to no row here fails the first test; a row that does not tell
what the part's own file does fails the others.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mailbot.desk.case.case import Case
from mailbot.desk.case.clocks import Clocks
from mailbot.desk.case.holds import Holds, Need
from mailbot.desk.case.life import Status
from mailbot.desk.case.login_wanted import LoginRequest, LoginWanted
from mailbot.desk.case.matter import AskedItem, ItemState, Matter
from mailbot.desk.case.parties import Contact, Parties
from mailbot.desk.case.promise import Promise, PromiseState
from mailbot.desk.case.talk import Said, Talk
from mailbot.desk.case.transfer import Account, AccountOrigin, Transfer
from mailbot.desk.case.upload import Upload, UploadState
from mailbot.mail.message import Trust
from mailbot.reasons import Reason
from mailbot.understanding.understood import TextFact

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
DAY = timedelta(days=1)
Join = Callable[[Any, Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Fate:
    """How a field is joined; whether it stays when the case is closed, and when it is reopened."""

    joins: Join
    closed: bool = True
    reopened: bool = True


def both(ours: Any, theirs: Any, joined: Any) -> bool:
    return bool(set(joined) == set(ours) | set(theirs))


def newest(ours: Any, theirs: Any, joined: Any) -> bool:
    """By name; the samples share one name, of which theirs is the newer."""
    return bool(joined == theirs and ours != theirs)


def ours_first(ours: Any, theirs: Any, joined: Any) -> bool:
    return bool(joined == ours and ours != theirs)


def later(ours: Any, theirs: Any, joined: Any) -> bool:
    return bool(joined == max(ours, theirs))


def earlier(ours: Any, theirs: Any, joined: Any) -> bool:
    return bool(joined == min(ours, theirs))


def either(ours: Any, theirs: Any, joined: Any) -> bool:
    return joined is True and ours is not theirs


def gone(ours: Any, theirs: Any, joined: Any) -> bool:
    return joined is None and None not in (ours, theirs)


def requests_of_both(ours: LoginWanted, theirs: LoginWanted, joined: LoginWanted) -> bool:
    return {*ours.requests, *theirs.requests} == {*joined.requests}


def one_open(ours: Any, theirs: Any, joined: Any) -> bool:
    """All of both, of which only the newest is open still."""
    states = [one.state for one in joined]
    return states == [PromiseState.MOVED, PromiseState.OPEN] and len(ours) == len(theirs) == 1


# stays as it is here: what it tells is of this case alone
alone = ours_first
FATES: dict[type, dict[str, Fate]] = {
    Parties: {
        "contacts": Fate(both),
        "participants": Fate(both),
        "names": Fate(both),
        "engineer": Fate(ours_first),
        "second_line": Fate(ours_first),
        "end_user": Fate(ours_first),
        "counterpart": Fate(ours_first),
        "bounced": Fate(both),
        "stranger_of": Fate(alone),
    },
    Matter: {
        "description": Fate(ours_first),
        "facts": Fate(both),
        "items": Fate(newest),
        "recurs": Fate(either),
        "refused_data": Fate(either),
    },
    Transfer: {
        "accounts": Fate(both),
        "login_wanted": Fate(requests_of_both, closed=False),
        "uploads": Fate(both),
        "upload_check": Fate(earlier, closed=False),
        "upload_claim": Fate(ours_first, closed=False),
    },
    Talk: {
        "said": Fate(both),
        "thread": Fate(both),
        "packets": Fate(both),
        "questions": Fate(both, closed=False),
        "question_since": Fate(earlier, closed=False),
        "answered_at": Fate(later),
        "last_contact": Fate(later),
        "last_heard": Fate(later),
        "last_said": Fate(later),
        # the samples' other case was heard last
        "last_message": Fate(newest),
        "last_trust": Fate(newest),
        "last_confidence": Fate(newest),
        "told_unseen": Fate(alone),
    },
    Clocks: {
        "owed_since": Fate(earlier, reopened=False),
        "not_before": Fate(later, reopened=False),
        "announced_for": Fate(gone),
        "reminders": Fate(later, reopened=False),
        "escalated_at": Fate(later),
        "watch_until": Fate(alone, reopened=False),
        "notice_at": Fate(alone, reopened=False),
        "closed_at": Fate(alone, closed=False, reopened=False),
        "promises": Fate(one_open, closed=False, reopened=False),
        "engineer_promised": Fate(earlier, closed=False),
        "promised_answer": Fate(earlier, closed=False),
        "promise_nagged": Fate(alone),
        "owe_nagged": Fate(alone),
        "second_line_nagged": Fate(alone),
    },
    Holds: {
        "needs": Fate(both, closed=False),
        "hold": Fate(ours_first),
        "hands_off": Fate(ours_first),
    },
}
ROWS = [(part, name) for part, table in FATES.items() for name in table]


def full(number: int) -> Case:
    """A case with a value in every field, another for each number; 2 is newer than 1."""
    at, who = NOW + number * DAY, f"p{number}@partner.example"
    return Case(
        id=f"C-{number}", title="蓝屏", opened=NOW,
        parties=Parties(
            contacts=(Contact(who),), participants=(who,), names=((who, f"P{number}"),),
            engineer=f"e{number}@support.example", second_line=f"s{number}@line.example",
            end_user=f"Bank {number}", counterpart=who, bounced=(who,), stranger_of=f"C-9{number}",
        ),
        matter=Matter(
            description=f"it crashed {number} times",
            facts=(TextFact("error_code", f"0x{number}", "…"),),
            items=(AskedItem("dump", (ItemState.ASKED, ItemState.ARRIVED)[number - 1], at),),
            recurs=number == 1, refused_data=number == 2,
        ),
        transfer=Transfer(
            accounts=(Account(f"u{number}", who, AccountOrigin.OPENED, at),),
            login_wanted=LoginWanted("sftp@support.example", (LoginRequest(who),)),
            uploads=(Upload(f"{number}.dmp", 1, at, UploadState.WHOLE),),
            upload_check=at, upload_claim=f"claim{number}@partner.example",
        ),
        talk=Talk(
            said=(Said("reminder", at),), thread=(f"m{number}@x",), packets=(f"k{number}@x",),
            questions=(f"why {number}?",), question_since=at, answered_at=at, last_contact=at,
            last_heard=at, last_said=at, last_message=f"m{number}@x",
            last_trust=(Trust.NONE, Trust.PASS)[number - 1], last_confidence=number / 3,
            told_unseen=number == 2,
        ),
        clocks=Clocks(
            owed_since=at, not_before=at, announced_for=at, reminders=number, escalated_at=at,
            watch_until=at, notice_at=at, closed_at=at, promises=(Promise(at, at),),
            engineer_promised=at, promised_answer=at, promise_nagged=at, owe_nagged=at,
            second_line_nagged=at,
        ),
        holds=Holds(
            needs=(Need(Reason(f"look {number}"), at),), hold=f"e{number}@support.example",
            hands_off=f"too slow {number}",
        ),
    )  # fmt: skip


def part_of(case: Case, part: type) -> Any:
    return getattr(case, part.__name__.lower())


def changed(before: Any, after: Any) -> set[str]:
    names = (one.name for one in fields(before))
    return {name for name in names if getattr(before, name) != getattr(after, name)}


@pytest.mark.parametrize("part", FATES)
def test_every_field_of_a_part_has_its_row(part: type) -> None:
    assert set(FATES[part]) == {one.name for one in fields(part)}


@pytest.mark.parametrize("part", FATES)
def test_the_samples_fill_every_field(part: type) -> None:
    ours, theirs = (part_of(full(number), part) for number in (1, 2))

    names = {one.name for one in fields(part)}
    assert changed(ours, theirs) == names
    assert changed(ours, part()) | changed(theirs, part()) == names


@pytest.mark.parametrize(("part", "name"), ROWS)
def test_a_field_is_joined_as_its_row_says(part: type, name: str) -> None:
    ours, theirs = full(1), full(2)

    joined = ours.joined(theirs)

    values = (getattr(part_of(case, part), name) for case in (ours, theirs, joined))
    assert FATES[part][name].joins(*values)


@pytest.mark.parametrize(("part", "name"), ROWS)
def test_what_only_the_other_case_knows_is_not_lost(part: type, name: str) -> None:
    """Where ours is not known theirs counts, but for what tells of one case alone."""
    empty = Case(id="C-3", title="", opened=NOW)

    joined = part_of(empty.joined(full(2)), part)

    known = getattr(joined, name) == getattr(part_of(full(2), part), name)
    assert known is (name not in ALONE)


ALONE = {
    "stranger_of", "told_unseen", "announced_for", "watch_until", "notice_at", "closed_at",
    "promise_nagged", "owe_nagged", "second_line_nagged",
}  # fmt: skip


@pytest.mark.parametrize("part", FATES)
def test_a_close_changes_what_its_row_says_and_nothing_else(part: type) -> None:
    case = full(1)

    after = case.closed(NOW + 9 * DAY)

    assert changed(part_of(case, part), part_of(after, part)) == {
        name for name, fate in FATES[part].items() if not fate.closed
    }


def test_a_case_that_opens_again_begins_its_clocks_anew() -> None:
    case = full(1)

    after = replace(case, clocks=case.clocks.reopened(NOW + 9 * DAY))

    assert changed(case.clocks, after.clocks) == {
        name for name, fate in FATES[Clocks].items() if not fate.reopened
    }
    assert after.clocks.owed_since == NOW + 9 * DAY
    assert after.clocks.open_promise is None


def test_a_join_that_is_undone_takes_nothing_else() -> None:
    ours, theirs = full(1), replace(full(2), status=Status.CLOSED)

    undone = ours.joined(theirs).apart(ours, theirs)

    assert undone.parties.contacts == ours.parties.contacts
    assert undone.parties.participants == ours.parties.participants
    assert undone.transfer.accounts == ours.transfer.accounts
    assert undone.transfer.uploads == ours.transfer.uploads
    assert undone.talk.questions == ours.talk.questions
