"""Two cases become one: what the case that stays takes over, and what the other leaves behind.

The rules: every draft of the case that goes is withdrawn, queued ones too, and the engineer is
told which, so nothing is said twice and nothing in silence. Its logins stay open and its folder
readable; they are the other case's to shut. A contact whom only a mail brought here has to be
written to by an engineer again before they get a secret. What is owed by either is owed by both.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from mailbot.because import Because
from mailbot.desk.case.actions import Withdraw
from mailbot.desk.case.case import AskedItem, Case
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.events import CaseJoined, JoinedInto
from mailbot.desk.case.life import Status
from mailbot.desk.case.promise import Promise, PromiseState
from mailbot.desk.case.step import Step
from mailbot.desk.decisions.login_by_mail import carry_on, wanted_by_both
from mailbot.desk.decisions.promises import without_open
from mailbot.desk.decisions.sheet import Sheet
from mailbot.reasons import Reason

_THREAD = 12
_T = TypeVar("_T")


def case_joined(sheet: Sheet, event: CaseJoined) -> None:
    """The case that stays takes over the other's people, mails, files, items and dates."""
    other = event.other
    because = _why(other.id, event.by)
    was = sheet.case
    sheet.case = _with_people(sheet.case, other, is_ordered=bool(event.by))
    sheet.case = _with_matter(sheet.case, other)
    sheet.case = _with_dates(sheet.case, other)
    _take_the_turn(sheet, was, other, because)
    carry_on(sheet)
    lost = tuple(one.id for one in other.drafts if one.audience is not Audience.STAFF)
    sheet.say(because)
    if lost:
        sheet.need(Because.JOINED_HERE(case=other.id, cases=", ".join(lost)))


def joined_into(sheet: Sheet, event: JoinedInto) -> None:
    """The case that goes: closed and empty, an address for what still names it."""
    because = Because.LIVES_ON(case=event.into)
    for draft in sheet.case.drafts:
        sheet.order(Withdraw(draft, because))
    if sheet.case.status is not Status.CLOSED:
        sheet.move(Step.CLOSED_BY_HAND, because)
    sheet.say(because)
    sheet.change(
        merged_into=event.into, drafts=(), accounts=(), needs=(), closed_at=sheet.now,
        upload_check=None, engineer_promised=None, question_since=None,
        login_wanted=None, promises=without_open(sheet.case),
    )  # fmt: skip


def _why(other: str, by: str) -> Reason:
    return Because.JOINED_BY(person=by, case=other) if by else Because.SAME_MATTER(case=other)


def _with_people(case: Case, other: Case, *, is_ordered: bool) -> Case:
    known = {contact.email for contact in case.contacts}
    new = tuple(
        contact if is_ordered else replace(contact, confirmed=False, joined_by="references")
        for contact in other.contacts
        if contact.email not in known
    )
    return replace(
        case,
        contacts=(*case.contacts, *new),
        participants=_both(case.participants, other.participants),
        names=tuple({**dict(other.names), **dict(case.names)}.items()),
        engineer=case.engineer or other.engineer,
        second_line=case.second_line or other.second_line,
        counterpart=case.counterpart or other.counterpart,
        bounced=_both(case.bounced, other.bounced),
        end_user=case.end_user or other.end_user,
    )


def _with_matter(case: Case, other: Case) -> Case:
    """Items by the newest word on each; a login per server and person, none is shut."""
    newest: dict[str, AskedItem] = {}
    for item in sorted((*other.items, *case.items), key=lambda one: one.since):
        newest[item.name] = item
    later, earlier = sorted((case, other), key=_heard, reverse=True)
    logins = {account.user for account in case.accounts}
    return replace(
        case,
        description=case.description or other.description,
        items=tuple(newest.values()),
        accounts=(*case.accounts, *(one for one in other.accounts if one.user not in logins)),
        uploads=tuple(sorted(_both(case.uploads, other.uploads), key=lambda one: one.at)),
        questions=_both(case.questions, other.questions),
        login_wanted=wanted_by_both(case.login_wanted, other.login_wanted),
        facts=_both(case.facts, other.facts),
        needs=_both(case.needs, other.needs),
        said=tuple(sorted(_both(case.said, other.said), key=lambda one: one.at)),
        thread=_both(earlier.thread, later.thread)[-_THREAD:],
        packets=_both(case.packets, other.packets),
        last_message=later.last_message,
        last_trust=later.last_trust,
        last_confidence=later.last_confidence,
        recurs=case.recurs or other.recurs,
        refused_data=case.refused_data or other.refused_data,
        hold=case.hold or other.hold,
        hands_off=case.hands_off or other.hands_off,
        alive=case.alive or other.alive,
    )


def _with_dates(case: Case, other: Case) -> Case:
    """What we last heard and said is the later; what we owe is due at the earlier."""
    return replace(
        case,
        last_contact=_one_of(max, case.last_contact, other.last_contact),
        last_heard=_one_of(max, case.last_heard, other.last_heard),
        last_said=_one_of(max, case.last_said, other.last_said),
        promises=_promises(case, other),
        not_before=_one_of(max, case.not_before, other.not_before),
        escalated_at=_one_of(max, case.escalated_at, other.escalated_at),
        owed_since=_one_of(min, case.owed_since, other.owed_since),
        question_since=_one_of(min, case.question_since, other.question_since),
        upload_check=_one_of(min, case.upload_check, other.upload_check),
        upload_claim=case.upload_claim or other.upload_claim,
        engineer_promised=_one_of(min, case.engineer_promised, other.engineer_promised),
        promised_answer=_one_of(min, case.promised_answer, other.promised_answer),
        answered_at=_one_of(max, case.answered_at, other.answered_at),
        reminders=max(case.reminders, other.reminders),
        announced_for=None,
    )


def _promises(case: Case, other: Case) -> tuple[Promise, ...]:
    """Of both, by when they were made; of two that are open the later one counts."""
    made = sorted((*case.promises, *other.promises), key=lambda one: one.made)
    waiting = [one for one in made if one.state is PromiseState.OPEN]
    return tuple(
        replace(one, state=PromiseState.MOVED) if one in waiting[:-1] else one for one in made
    )


def _take_the_turn(sheet: Sheet, was: Case, other: Case, because: Reason) -> None:
    """Whose step is next: ours before the second line's, theirs before the customer's."""
    if other.status is Status.CLOSED or other.status is was.status:
        return
    if was.status is Status.CLOSED:
        sheet.move(Step.REOPENED, because)
        sheet.change(closed_at=None, reminders=0, notice_at=None, watch_until=None)
        sheet.change(promises=without_open(sheet.case))
        sheet.change(owed_since=sheet.now)
        return
    if other.status is Status.OPEN:
        sheet.move(Step.WE_OWE, because)
    elif other.status is Status.ESCALATED and was.status is not Status.OPEN:
        sheet.move(Step.HANDED_OVER, because)
    elif other.status is Status.WAITING and was.status in (Status.WATCHING, Status.CLOSING):
        sheet.move(Step.THEY_OWE, because)


def _heard(case: Case) -> datetime:
    return case.last_heard or case.opened


def _one_of(
    which: Callable[[Iterable[datetime]], datetime], one: datetime | None, other: datetime | None
) -> datetime | None:
    known = [moment for moment in (one, other) if moment is not None]
    return which(known) if known else None


def _both(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*first, *second)))
