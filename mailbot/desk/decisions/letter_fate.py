"""What became of a letter: it left, it could not leave, nobody knows."""

from dataclasses import replace
from datetime import datetime

from mailbot.because import Because
from mailbot.desk.case.actions import TakeNewPassword
from mailbot.desk.case.draft import Audience, Draft, DraftState
from mailbot.desk.case.events import DraftStopped, LetterLeft, SendFailed
from mailbot.desk.case.life import Status
from mailbot.desk.case.rulebook import Leaving, LetterSpec
from mailbot.desk.case.step import Step
from mailbot.desk.case.talk import Said
from mailbot.desk.decisions.asked import asked_once_more, by_engineer
from mailbot.desk.decisions.login_by_mail import question_left
from mailbot.desk.decisions.sheet import Sheet
from mailbot.understanding.understood import Understanding


def letter_left(sheet: Sheet, event: LetterLeft) -> None:
    draft = sheet.case.draft(event.draft)
    if draft is None:
        return
    sheet.drop(draft)
    sheet.say(Because.LEFT(letters="+".join(draft.letters), to=", ".join(draft.to)))
    if draft.audience is Audience.CUSTOMER:
        _customer_has_it(sheet, draft)
        sheet.talk = sheet.talk.threaded(event.message_id)
    if draft.audience is Audience.SECOND_LINE:
        _second_line_has_it(sheet, draft, event)
    if draft.audience is Audience.ADMIN:
        question_left(sheet, event.message_id)
    if draft.then is not None and not (draft.then is Step.THEY_OWE and _is_ours(sheet)):
        sheet.move(draft.then, Because.HAS_LEFT(letters=draft.letters[-1]))


def _is_ours(sheet: Sheet) -> bool:
    """Whether a step of ours is still to come, whatever has left."""
    return sheet.holds.need_somebody or sheet.transfer.waits_for_login


def send_failed(sheet: Sheet, event: SendFailed) -> None:
    draft = sheet.case.draft(event.draft)
    if draft is None:
        return
    state = DraftState.IN_DOUBT if event.in_doubt else DraftState.WAITING
    sheet.put(replace(draft, state=state, withheld=(event.error,), approved_by=""))
    if draft.audience is Audience.STAFF:
        sheet.drop(draft)
        sheet.say(Because.FAILED(draft=draft.id, to=", ".join(draft.to), reason=event.error))
        return
    doubt = Because.MAY_HAVE_LEFT if event.in_doubt else Because.DID_NOT_LEAVE
    sheet.need(doubt(draft=draft.id, to=", ".join(draft.to), reason=event.error))


def stopped(sheet: Sheet, event: DraftStopped) -> None:
    draft = sheet.case.draft(event.draft)
    if draft is None:
        return
    if draft.audience is Audience.STAFF:
        sheet.drop(draft)
        sheet.say(Because.STOPPED(draft=draft.id, reasons=event.reasons))
        return
    sheet.put(replace(draft, state=DraftState.WAITING, withheld=event.reasons, approved_by=""))
    sheet.need(Because.STOPPED(draft=draft.id, reasons=event.reasons))


def _customer_has_it(sheet: Sheet, draft: Draft) -> None:
    now = sheet.now
    said = tuple(Said(_wording(sheet.rules.letters[one], draft), now) for one in draft.letters)
    sheet.talk = replace(
        sheet.talk, said=(*sheet.talk.said, *said), last_contact=now, last_said=now
    )
    sheet.clocks = replace(sheet.clocks, announced_for=None)
    if sheet.case.status is not Status.WATCHING:
        # silence counts from now; a watch ends when it ends, and its notice waits for its list
        sheet.clocks = replace(sheet.clocks, not_before=None)
    if draft.secret:
        _handed_over(sheet, draft)
    if draft.mentions:
        # what an engineer asks for in a draft is asked for as in a mail of their own
        asks = Understanding(mentions=draft.mentions)
        sheet.matter = by_engineer(sheet.matter, asks, now)
    _promised(sheet, draft)
    if draft.approved_by:
        sheet.holds = sheet.holds.without_needs()
        sheet.parties = sheet.parties.confirmed(draft.to)
    _count(sheet, draft, now)


def _second_line_has_it(sheet: Sheet, draft: Draft, event: LetterLeft) -> None:
    packets = (*sheet.talk.packets, event.message_id)
    sheet.parties = replace(sheet.parties, second_line=draft.to[0])
    sheet.talk = replace(sheet.talk, packets=packets)
    if draft.then is Step.HANDED_OVER:
        sheet.clocks = replace(sheet.clocks, escalated_at=sheet.now)
    if draft.secret:
        _handed_over(sheet, draft)


def _promised(sheet: Sheet, draft: Draft) -> None:
    """A date that a letter names is ours to keep; what an engineer let leave keeps it."""
    promises = Leaving.PROMISES in _does(sheet, draft)
    promise = draft.content.answer_by if promises else None
    if promise is not None:
        sheet.clocks = replace(sheet.clocks, promised_answer=promise, promise_nagged=None)
    elif draft.approved_by:
        sheet.clocks = replace(sheet.clocks, promised_answer=None)


def _handed_over(sheet: Sheet, draft: Draft) -> None:
    """Who has the new password needs the old one no more."""
    ours = (one for one in sheet.transfer.accounts if one.is_ours)
    own = [one for one in ours if one.person in draft.to]
    told = {one.user: replace(one, handed_over=sheet.now) for one in own}
    accounts = tuple(told.get(one.user, one) for one in sheet.transfer.accounts)
    sheet.transfer = replace(sheet.transfer, accounts=accounts)
    if told:
        sheet.order(TakeNewPassword(tuple(told)))


def _wording(letter: LetterSpec, draft: Draft) -> str:
    """By name, and by reason where its numbered answers depend on that."""
    reason = draft.content.reason
    return f"{letter.name}:{reason}" if reason and reason in letter.answers else letter.name


def _does(sheet: Sheet, draft: Draft) -> frozenset[Leaving]:
    specs = (sheet.rules.letters[name] for name in draft.letters)
    return frozenset(one for spec in specs for one in spec.does)


def _count(sheet: Sheet, draft: Draft, now: datetime) -> None:
    does = _does(sheet, draft)
    if Leaving.REMINDS in does:
        sheet.clocks = replace(sheet.clocks, reminders=sheet.clocks.reminders + 1)
    if draft.then is Step.NOTICE_LEFT:
        sheet.clocks = replace(sheet.clocks, notice_at=now)
    if Leaving.ANSWERS in does:
        sheet.talk = replace(sheet.talk, questions=(), question_since=None, answered_at=now)
    if Leaving.ASKS_AGAIN in does:
        sheet.matter = asked_once_more(sheet.matter, sheet.rules.items, now)
