"""What a human ordered of a case: told, hold, take, watch, wait, hand over, close, open again."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import (
    HandsOff,
    HandsOffChange,
    ShutAccounts,
)
from mailbot.desk.case.case import Case, Contact, Said
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
from mailbot.desk.decisions.arrival import draft_packet
from mailbot.desk.decisions.promises import without_open
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.people.organisation import organisation
from mailbot.reasons import Reason


def told(sheet: Sheet, event: ContactLogged) -> None:
    sheet.withdraw(
        lambda draft: draft.audience is Audience.CUSTOMER and draft.state is not DraftState.QUEUED,
        Because.TOLD_ELSEWHERE(person=event.by),
    )
    sheet.change(engineer=event.by)
    heard(sheet, "call")
    spoke = Because.SPOKE(person=event.by, said=event.note)
    sheet.move(Step.ENGINEER_WROTE, spoke if event.note else Because.CALLED(person=event.by))


def heard(sheet: Sheet, what: str) -> None:
    """The customer heard from a person of ours now: every clock towards them begins anew."""
    sheet.change(
        said=(*sheet.case.said, Said(what, sheet.now)),
        last_contact=sheet.now,
        last_said=sheet.now,
        reminders=0,
        answered_at=sheet.now if sheet.case.questions else sheet.case.answered_at,
        questions=(),
        question_since=None,
        promised_answer=None,
        not_before=None,
        needs=(),
    )


def held(sheet: Sheet, event: HoldPlaced) -> None:
    sheet.change(hold=event.by)
    sheet.say(Because.HELD_BY(person=event.by))


def lifted(sheet: Sheet, event: HoldLifted) -> None:
    sheet.change(hold="", hands_off="", not_before=None)
    held = tuple(dict.fromkeys(map(organisation, sheet.case.customers)))
    if held:
        sheet.order(HandsOff(held, HandsOffChange.LIFT))
    sheet.say(Because.LIFTED(person=event.by))


def taken(sheet: Sheet, event: Taken) -> None:
    sheet.change(engineer=event.by)
    sheet.say(Because.TAKEN(person=event.by))


def watch_ordered(sheet: Sheet, event: WatchOrdered) -> None:
    sheet.change(watch_until=event.until, not_before=None, needs=())
    sheet.move(
        Step.WATCH_STARTED,
        Because.WATCHED_UNTIL(person=event.by, hour=sheet.local(event.until)),
    )


def wait_ordered(sheet: Sheet, event: WaitOrdered) -> None:
    """Nothing that the desk begins leaves before that day."""
    sheet.change(not_before=event.until, needs=())
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
    sheet.change(engineer=event.by)
    reopen(sheet, Because.OPENED_AGAIN(person=event.by))


def close(sheet: Sheet, how: Step, because: Reason) -> None:
    """Close the case: every draft but `closed` is withdrawn, our accounts are shut."""
    sheet.move(how, because)
    sheet.withdraw(lambda draft: Occasion.CASE_CLOSED not in draft.letters, because)
    shut_accounts(sheet, because)
    sheet.change(
        closed_at=sheet.now, questions=(), question_since=None, upload_check=None,
        upload_claim="", engineer_promised=None, promised_answer=None, needs=(),
        login_wanted=None, promises=without_open(sheet.case),
    )  # fmt: skip


def reopen(sheet: Sheet, because: Reason) -> None:
    sheet.move(Step.REOPENED, because)
    sheet.change(
        closed_at=None, reminders=0, owed_since=sheet.now, not_before=None,
        notice_at=None, watch_until=None, promises=without_open(sheet.case),
    )  # fmt: skip


def shut_accounts(sheet: Sheet, because: Reason, persons: tuple[str, ...] = ()) -> None:
    """Shut the logins on our own server, of these persons or of all.

    One read from a mail is another server's and stays.
    """
    shut = tuple(
        account
        for account in sheet.case.accounts
        if account.origin == "opened" and (not persons or account.person in persons)
    )
    if shut:
        sheet.order(ShutAccounts(tuple(account.user for account in shut), because))
        sheet.change(accounts=tuple(a for a in sheet.case.accounts if a not in shut))


def confirm(case: Case, emails: tuple[str, ...]) -> Case:
    """The case with these contacts confirmed: one of ours knows that they belong here."""

    def known(contact: Contact) -> Contact:
        return replace(contact, confirmed=True) if contact.email in emails else contact

    return replace(case, contacts=tuple(known(contact) for contact in case.contacts))
