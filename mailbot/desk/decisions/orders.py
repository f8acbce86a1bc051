"""What a human ordered: approve, reject, hold, told, take, watch, close, open again."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import (
    HandsOff,
    HandsOffChange,
    KeepOldPassword,
    OpenAccount,
    OpenReadOnlyAccount,
    Release,
    ShutAccounts,
    Withdraw,
    Write,
)
from mailbot.desk.case.case import Case, Contact, Said
from mailbot.desk.case.draft import Audience, Draft, DraftState
from mailbot.desk.case.events import DraftOutdated
from mailbot.desk.case.ordered import (
    CloseOrdered,
    ContactLogged,
    DraftApproved,
    DraftEdited,
    DraftRejected,
    HoldLifted,
    HoldPlaced,
    ReopenOrdered,
    Taken,
    WatchOrdered,
)
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.case.step import Step
from mailbot.desk.decisions.dates_over import with_new_days
from mailbot.desk.decisions.promises import without_open
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.people.organisation import organisation
from mailbot.reasons import Reason


def approved(sheet: Sheet, event: DraftApproved) -> None:
    draft = sheet.case.draft(event.draft)
    if draft is None:
        return
    draft = replace(draft, to=draft.to or tuple(filter(None, [event.to])))
    final = _final_vetoes(sheet, draft)
    if draft.gap or not draft.to:
        sheet.say(Because.CANT_BE_APPROVED(draft=draft.id))
    elif final:
        sheet.put(replace(draft, withheld=final))
        sheet.need(Because.CANT_LEAVE(draft=draft.id, reasons=final))
    else:
        if draft.secret and draft.state is DraftState.IN_DOUBT:
            _new_passwords(sheet, draft)
        draft = replace(draft, state=DraftState.QUEUED, approved_by=event.by, withheld=())
        sheet.put(draft)
        sheet.order(Release(draft))
        sheet.say(Because.APPROVED(person=event.by, draft=draft.id))


def _new_passwords(sheet: Sheet, draft: Draft) -> None:
    """It may have left already: the password it names is worth nothing once it leaves again."""
    for account in sheet.case.accounts:
        if account.origin == "opened" and account.person in draft.to:
            renew = OpenReadOnlyAccount if account.read_only else OpenAccount
            sheet.order(renew(account.person))


def outdated(sheet: Sheet, event: DraftOutdated) -> None:
    """Write it anew: a promise counts from the day on which it leaves."""
    draft = sheet.case.draft(event.draft)
    if draft is None or draft.edited:
        return
    content = with_new_days(draft.content, sheet.now, sheet.rules)
    draft = replace(draft, content=content, written=sheet.now, nagged=None)
    sheet.put(draft)
    sheet.order(Write(draft))
    sheet.say(Because.DAY_OVER(draft=draft.id))


def rejected(sheet: Sheet, event: DraftRejected) -> None:
    draft = sheet.case.draft(event.draft)
    if draft is None:
        return
    word = Reason(event.because) if event.because else Because.REJECTED_BY(person=event.by)
    sheet.order(Withdraw(draft, word))
    sheet.drop(draft)
    if event.because:
        sheet.say(Because.REJECTED_BECAUSE(person=event.by, draft=draft.id, said=event.because))
    else:
        sheet.say(Because.REJECTED(person=event.by, draft=draft.id))
    if draft.secret:
        _take_back_passwords(sheet, draft)
    # what we began comes round again after a whole interval, not at once
    sheet.change(not_before=sheet.now + sheet.rules.follow_up_every)


def _take_back_passwords(sheet: Sheet, draft: Draft) -> None:
    """A login whose password somebody has goes on with it; one that nobody knows is shut."""
    own = [one for one in sheet.case.accounts if one.person in draft.to]
    working = tuple(one.user for one in own if one.handed_over is not None)
    if working:
        sheet.order(KeepOldPassword(working))
        sheet.say(Because.OLD_PASSWORD_STAYS(name=", ".join(working)))
        return
    shut_accounts(sheet, Because.LETTER_REJECTED(), draft.to)


def edited(sheet: Sheet, event: DraftEdited) -> None:
    draft = sheet.case.draft(event.draft)
    if draft is None:
        return
    left = tuple(reason for reason in draft.withheld if reason.kind != Because.GAP)
    sheet.put(replace(draft, edited=True, gap=False, withheld=left, mentions=event.mentions))
    sheet.say(Because.EDITED(person=event.by, draft=draft.id))


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
        promises=without_open(sheet.case),
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


def _final_vetoes(sheet: Sheet, draft: Draft) -> tuple[Reason, ...]:
    leaving = sheet.departure(draft)
    asked = (guard.veto(leaving) for guard in sheet.rules.guards if guard.final)
    return tuple(veto for veto in asked if veto is not None)
