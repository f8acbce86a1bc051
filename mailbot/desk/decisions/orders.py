"""What a human ordered of a case: told, hold, take, watch, wait, hand over, close, open again."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import HandsOff, HandsOffChange, ShutAccounts
from mailbot.desk.case.draft import Audience, DraftState
from mailbot.desk.case.ordered import (
    CaseNoted,
    CloseOrdered,
    ContactLogged,
    HandOverOrdered,
    HoldLifted,
    HoldPlaced,
    ReopenOrdered,
    Taken,
    WaitOrdered,
    WatchOrdered,
)
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.case.step import Step
from mailbot.desk.case.talk import Said, SpokenBy
from mailbot.desk.decisions.arrival import draft_packet
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.people.organisation import organisation
from mailbot.reasons import Reason


def told(sheet: Sheet, event: ContactLogged) -> None:
    sheet.withdraw(
        lambda draft: draft.audience is Audience.CUSTOMER and draft.state is not DraftState.QUEUED,
        Because.TOLD_ELSEWHERE(person=event.by),
    )
    sheet.parties = replace(sheet.parties, engineer=event.by)
    heard(sheet, SpokenBy.CALL)
    spoke = Because.SPOKE(person=event.by, said=event.note)
    sheet.move(Step.ENGINEER_WROTE, spoke if event.note else Because.CALLED(person=event.by))


def heard(sheet: Sheet, what: SpokenBy) -> None:
    """The customer heard from a person of ours now: every clock towards them begins anew."""
    sheet.talk = replace(
        sheet.talk,
        said=(*sheet.talk.said, Said(what, sheet.now)),
        last_contact=sheet.now,
        last_said=sheet.now,
        answered_at=sheet.now if sheet.talk.questions else sheet.talk.answered_at,
        questions=(),
        question_since=None,
    )
    sheet.clocks = replace(sheet.clocks, reminders=0, promised_answer=None, not_before=None)
    sheet.holds = sheet.holds.without_needs()


def held(sheet: Sheet, event: HoldPlaced) -> None:
    sheet.holds = replace(sheet.holds, hold=event.by)
    sheet.say(Because.HELD_BY(person=event.by))


def lifted(sheet: Sheet, event: HoldLifted) -> None:
    sheet.holds = replace(sheet.holds, hold="", hands_off="")
    sheet.clocks = replace(sheet.clocks, not_before=None)
    held = tuple(dict.fromkeys(map(organisation, sheet.parties.customers)))
    if held:
        sheet.order(HandsOff(held, HandsOffChange.LIFT))
    sheet.say(Because.LIFTED(person=event.by))


def taken(sheet: Sheet, event: Taken) -> None:
    sheet.parties = replace(sheet.parties, engineer=event.by)
    sheet.say(Because.TAKEN(person=event.by))


def watch_ordered(sheet: Sheet, event: WatchOrdered) -> None:
    sheet.clocks = replace(sheet.clocks, watch_until=event.until, not_before=None)
    sheet.holds = sheet.holds.without_needs()
    sheet.move(
        Step.WATCH_STARTED,
        Because.WATCHED_UNTIL(person=event.by, hour=sheet.local(event.until)),
    )


def wait_ordered(sheet: Sheet, event: WaitOrdered) -> None:
    """Nothing that the desk begins leaves before that day."""
    sheet.clocks = replace(sheet.clocks, not_before=event.until)
    sheet.holds = sheet.holds.without_needs()
    sheet.move(
        Step.ENGINEER_WROTE,
        Because.WAITS_UNTIL(person=event.by, hour=sheet.local(event.until)),
    )


def hand_over_ordered(sheet: Sheet, event: HandOverOrdered) -> None:
    """The packet for the second line is drafted; the case is theirs once it has left."""
    sheet.say(Because.HANDS_OVER(person=event.by))
    draft_packet(sheet)


def noted(sheet: Sheet, event: CaseNoted) -> None:
    """A word among us: it stands in the journal, and leaves to nobody."""
    sheet.say(Because.NOTED(person=event.by, said=event.text))


def close_ordered(sheet: Sheet, event: CloseOrdered) -> None:
    close(sheet, Step.CLOSED_BY_HAND, Because.CLOSED_BY(person=event.by))


def reopen_ordered(sheet: Sheet, event: ReopenOrdered) -> None:
    sheet.parties = replace(sheet.parties, engineer=event.by)
    reopen(sheet, Because.OPENED_AGAIN(person=event.by))


def close(sheet: Sheet, how: Step, because: Reason) -> None:
    """Close the case: every draft but `closed` is withdrawn, our accounts are shut."""
    sheet.move(how, because)
    sheet.withdraw(lambda draft: Occasion.CASE_CLOSED not in draft.letters, because)
    shut_accounts(sheet, because)
    sheet.case = sheet.case.closed(sheet.now)


def reopen(sheet: Sheet, because: Reason) -> None:
    sheet.move(Step.REOPENED, because)
    sheet.clocks = sheet.clocks.reopened(sheet.now)


def shut_accounts(sheet: Sheet, because: Reason, persons: tuple[str, ...] = ()) -> None:
    """Shut the logins on our own server, of these persons or of all.

    One read from a mail is another server's and stays.
    """
    shut = tuple(
        account
        for account in sheet.transfer.accounts
        if account.is_ours and (not persons or account.person in persons)
    )
    if shut:
        sheet.order(ShutAccounts(tuple(account.user for account in shut), because))
        left = tuple(one for one in sheet.transfer.accounts if one not in shut)
        sheet.transfer = replace(sheet.transfer, accounts=left)
