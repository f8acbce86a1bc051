"""What a human ordered: approve, reject, hold, told, take, watch, close, open again."""

from dataclasses import replace

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
from mailbot.desk.case.events import (
    CloseOrdered,
    ContactLogged,
    DraftApproved,
    DraftEdited,
    DraftOutdated,
    DraftRejected,
    HoldLifted,
    HoldPlaced,
    ReopenOrdered,
    Taken,
    WatchOrdered,
)
from mailbot.desk.case.step import Step
from mailbot.desk.decisions.dates_over import with_new_days
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.people.organisation import organisation


def approved(sheet: Sheet, event: DraftApproved) -> None:
    draft = sheet.case.draft(event.draft)
    if draft is None:
        return
    draft = replace(draft, to=draft.to or tuple(filter(None, [event.to])))
    final = _final_vetoes(sheet, draft)
    if draft.gap or not draft.to:
        sheet.say(f"{draft.id} can't be approved as it stands")
    elif final:
        sheet.put(replace(draft, withheld=final))
        sheet.need(f"{draft.id} can't leave, not even with a yes: {'; '.join(final)}")
    else:
        if draft.secret and draft.state is DraftState.IN_DOUBT:
            _new_passwords(sheet, draft)
        draft = replace(draft, state=DraftState.QUEUED, approved_by=event.by, withheld=())
        sheet.put(draft)
        sheet.order(Release(draft))
        sheet.say(f"{event.by} approved {draft.id}")


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
    sheet.say(f"{draft.id} named a day that is over: it is written anew")


def rejected(sheet: Sheet, event: DraftRejected) -> None:
    draft = sheet.case.draft(event.draft)
    if draft is None:
        return
    sheet.order(Withdraw(draft, event.because or f"rejected by {event.by}"))
    sheet.drop(draft)
    sheet.say(f"{event.by} rejected {draft.id}{': ' if event.because else ''}{event.because}")
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
        sheet.say(f"the login {', '.join(working)} goes on with its old password")
        return
    shut_accounts(sheet, "the letter with its password was rejected", draft.to)


def edited(sheet: Sheet, event: DraftEdited) -> None:
    draft = sheet.case.draft(event.draft)
    if draft is None:
        return
    gap = tuple(reason for reason in draft.withheld if "only an engineer" not in reason)
    sheet.put(replace(draft, edited=True, gap=False, withheld=gap, mentions=event.mentions))
    sheet.say(f"{event.by} edited {draft.id}")


def told(sheet: Sheet, event: ContactLogged) -> None:
    sheet.withdraw(
        lambda draft: draft.audience is Audience.CUSTOMER and draft.state is not DraftState.QUEUED,
        f"{event.by} told the customer in another way",
    )
    sheet.change(engineer=event.by)
    heard(sheet, "call")
    sheet.move(Step.ENGINEER_WROTE, f"{event.by} spoke to the customer: {event.note or 'a call'}")


def heard(sheet: Sheet, what: str) -> None:
    """The customer heard from a person of ours now: every clock towards him begins anew."""
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
    sheet.say(f"{event.by} holds everything that would leave by itself")


def lifted(sheet: Sheet, event: HoldLifted) -> None:
    sheet.change(hold="", hands_off="", not_before=None)
    held = tuple(dict.fromkeys(map(organisation, sheet.case.customers)))
    if held:
        sheet.order(HandsOff(held, HandsOffChange.LIFT, f"lifted by {event.by}"))
    sheet.say(f"{event.by} lifted the hold")


def taken(sheet: Sheet, event: Taken) -> None:
    sheet.change(engineer=event.by)
    sheet.say(f"{event.by} took the case")


def watch_ordered(sheet: Sheet, event: WatchOrdered) -> None:
    sheet.change(watch_until=event.until, not_before=None, needs=())
    sheet.move(Step.WATCH_STARTED, f"{event.by} watches it until {sheet.local(event.until)}")


def close_ordered(sheet: Sheet, event: CloseOrdered) -> None:
    close(sheet, Step.CLOSED_BY_HAND, f"{event.by} closed it")


def reopen_ordered(sheet: Sheet, event: ReopenOrdered) -> None:
    sheet.change(engineer=event.by)
    reopen(sheet, f"{event.by} opened it again")


def close(sheet: Sheet, how: Step, because: str) -> None:
    """Close the case: every draft but `closed` is withdrawn, our accounts are shut."""
    sheet.move(how, because)
    sheet.withdraw(lambda draft: "closed" not in draft.letters, because)
    shut_accounts(sheet, because)
    sheet.change(
        closed_at=sheet.now, questions=(), question_since=None, upload_check=None,
        upload_claim="", engineer_promised=None, promised=None, promised_answer=None, needs=(),
    )  # fmt: skip


def reopen(sheet: Sheet, because: str) -> None:
    sheet.move(Step.REOPENED, because)
    sheet.change(
        closed_at=None, reminders=0, owed_since=sheet.now, not_before=None,
        notice_at=None, watch_until=None, promised=None,
    )  # fmt: skip


def shut_accounts(sheet: Sheet, because: str, persons: tuple[str, ...] = ()) -> None:
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


def _final_vetoes(sheet: Sheet, draft: Draft) -> tuple[str, ...]:
    asked = (
        guard.veto(draft, sheet.case, sheet.now) for guard in sheet.rules.guards if guard.final
    )
    return tuple(veto for veto in asked if veto is not None)
