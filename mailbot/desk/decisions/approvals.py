"""What engineers say to a draft: a yes, a word back, a no, words of their own."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import (
    KeepOldPassword,
    OpenAccount,
    OpenReadOnlyAccount,
    Release,
    Withdraw,
    Write,
)
from mailbot.desk.case.draft import Audience, Draft, DraftState
from mailbot.desk.case.events import DraftOutdated
from mailbot.desk.case.ordered import (
    DraftApproved,
    DraftEdited,
    DraftRejected,
    DraftTakenBack,
)
from mailbot.desk.decisions.dates_over import with_new_days
from mailbot.desk.decisions.login_by_mail import question_rejected
from mailbot.desk.decisions.orders import shut_accounts
from mailbot.desk.decisions.sheet import Sheet
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
        sheet.order(Release(draft, event.leaves or sheet.now))
        sheet.say(Because.APPROVED(person=event.by, draft=draft.id))


def taken_back(sheet: Sheet, event: DraftTakenBack) -> None:
    """The yes is taken back before it left: it waits as before."""
    draft = sheet.case.draft(event.draft)
    if draft is None or draft.state is not DraftState.QUEUED:
        return
    because = Because.TAKEN_BACK(person=event.by, draft=draft.id)
    sheet.order(Withdraw(draft, because))
    waits = replace(draft, state=DraftState.WAITING, approved_by="", withheld=(because,))
    sheet.put(replace(waits, written=sheet.now, nagged=None))
    sheet.say(because)


def _new_passwords(sheet: Sheet, draft: Draft) -> None:
    """It may have left already: the password it names is worth nothing once it leaves again."""
    for account in sheet.transfer.accounts:
        if account.is_ours and account.person in draft.to:
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
    if draft.audience is Audience.ADMIN:
        question_rejected(sheet)
    if draft.secret:
        _take_back_passwords(sheet, draft)
    # what we began comes round again after a whole interval, not at once
    sheet.clocks = replace(sheet.clocks, not_before=sheet.now + sheet.rules.follow_up_every)


def _take_back_passwords(sheet: Sheet, draft: Draft) -> None:
    """A login whose password somebody has goes on with it; one that nobody knows is shut."""
    own = [one for one in sheet.transfer.accounts if one.person in draft.to]
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


def _final_vetoes(sheet: Sheet, draft: Draft) -> tuple[Reason, ...]:
    leaving = sheet.departure(draft)
    asked = (guard.veto(leaving) for guard in sheet.rules.guards if guard.final)
    return tuple(veto for veto in asked if veto is not None)
