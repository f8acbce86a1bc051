"""Two cases become one: what the case that stays takes over, and what the other leaves behind.

The rules: every draft of the case that goes is withdrawn, queued ones too, and the engineer is
told which, so nothing is said twice and nothing in silence. Its logins stay open and its folder
readable; they are the other case's to shut. A contact whom only a mail brought here has to be
written to by an engineer again before they get a secret. What is owed by either is owed by both.
"""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import Withdraw
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.events import CaseJoined, JoinedInto
from mailbot.desk.case.life import Status
from mailbot.desk.case.step import Step
from mailbot.desk.decisions.login_by_mail import carry_on
from mailbot.desk.decisions.sheet import Sheet
from mailbot.reasons import Reason


def case_joined(sheet: Sheet, event: CaseJoined) -> None:
    """The case that stays takes over the other's people, mails, files, items and dates."""
    other = event.other
    because = _why(other.id, event.by)
    was = sheet.case
    brought = other.parties if event.by else other.parties.unconfirmed()
    sheet.case = sheet.case.joined(replace(other, parties=brought))
    _take_the_turn(sheet, was, other, because)
    carry_on(sheet)
    lost = tuple(one.id for one in other.drafts if one.audience is not Audience.STAFF)
    sheet.say(because)
    if lost:
        sheet.need(Because.JOINED_HERE(case=other.id, cases=", ".join(lost)))


def joined_into(sheet: Sheet, event: JoinedInto) -> None:
    """The case that goes: closed and empty, an address for what still names it."""
    because = Because.LIVES_ON(case=event.into)
    for draft in sheet.drafts:
        sheet.order(Withdraw(draft, because))
    if sheet.case.status is not Status.CLOSED:
        sheet.move(Step.CLOSED_BY_HAND, because)
    sheet.say(because)
    sheet.case = replace(sheet.case.closed(sheet.now), merged_into=event.into, drafts=())
    sheet.transfer = replace(sheet.transfer, accounts=())


def _why(other: str, by: str) -> Reason:
    return Because.JOINED_BY(person=by, case=other) if by else Because.SAME_MATTER(case=other)


def _take_the_turn(sheet: Sheet, was: Case, other: Case, because: Reason) -> None:
    """Whose step is next: ours before the second line's, theirs before the customer's."""
    if other.status is Status.CLOSED or other.status is was.status:
        return
    if was.status is Status.CLOSED:
        sheet.move(Step.REOPENED, because)
        opened = sheet.clocks.reopened(sheet.now)
        sheet.clocks = replace(opened, not_before=sheet.clocks.not_before)
        return
    if other.status is Status.OPEN:
        sheet.move(Step.WE_OWE, because)
    elif other.status is Status.ESCALATED and was.status is not Status.OPEN:
        sheet.move(Step.HANDED_OVER, because)
    elif other.status is Status.WAITING and was.status in (Status.WATCHING, Status.CLOSING):
        sheet.move(Step.THEY_OWE, because)
