"""What is done when a date comes: reminders, closing notices, closes, word to our own people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from mailbot.because import Because
from mailbot.desk.case.draft import Content, Send
from mailbot.desk.case.events import AlarmRang, ListPrinted
from mailbot.desk.case.matter import ItemState
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.case.step import Step
from mailbot.desk.decisions import arrival, due, login_by_mail, promises
from mailbot.desk.decisions.due import Due, DueKind, answer_by
from mailbot.desk.decisions.orders import close, shut_accounts
from mailbot.desk.decisions.reply import unnumbered
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.decisions.word_to_staff import readers


def alarm_rang(sheet: Sheet, event: AlarmRang) -> None:
    """Handle all that is due in one decision; the customer hears at most once."""
    del event
    for kind in DueKind:
        ringing = [
            one for one in due.dates(sheet.case, sheet.rules)
            if one.kind is kind and one.at <= sheet.now
        ]  # fmt: skip
        for one in ringing:
            _WAYS[kind](sheet, one)


def list_printed(sheet: Sheet, event: ListPrinted) -> None:
    begun = due.leaves_by_itself(sheet.case, sheet.rules)
    if begun is not None and begun.at < event.until:
        sheet.clocks = replace(sheet.clocks, announced_for=begun.at)
        sheet.say(Because.ANNOUNCED(due=begun.kind.value, hour=sheet.local(begun.at)))


def _upload_check(sheet: Sheet, one: Due) -> None:
    arrival.check_server(sheet, one.at)


def _answer_due(sheet: Sheet, one: Due) -> None:
    content = Content(
        questions=tuple(map(unnumbered, sheet.talk.questions)),
        answer_by=answer_by(sheet.now, sheet.rules),
    )
    sheet.talk = replace(sheet.talk, question_since=None)
    sheet.begin(Occasion.QUESTION_WAITS, content, sheet.talk.last_message, one.at)


def _follow_up(sheet: Sheet, one: Due) -> None:
    if sheet.clocks.reminders >= sheet.rules.follow_up_at_most:
        _closing_notice(sheet, one, _silence(sheet))
        return
    if _waits_for_list(sheet, one, Occasion.SILENCE):
        return
    content = Content(
        number=sheet.clocks.reminders + 1,
        reason=_silence(sheet),
        missing=sheet.matter.items_in(ItemState.ASKED),
        on_recurrence=sheet.matter.items_in(ItemState.WAITS_FOR_RECURRENCE),
        arrived=sheet.matter.items_in(ItemState.ARRIVED),
    )
    sheet.say(Because.NO_WORD_SINCE(day=_day(sheet.talk.last_contact)))
    sheet.begin(Occasion.SILENCE, content)
    if sheet.rules.letters[Occasion.SILENCE].send is Send.OFF:
        sheet.clocks = replace(
            sheet.clocks,
            reminders=content.number,
            not_before=sheet.now + sheet.rules.follow_up_every,
        )


def _silence(sheet: Sheet) -> str:
    """What a reminder is about: data that is missing, the fault, our answer, or how it goes."""
    if sheet.matter.items_in(ItemState.ASKED):
        return "silent"
    if sheet.matter.items_in(ItemState.WAITS_FOR_RECURRENCE) or sheet.matter.recurs:
        return "recurrence"
    return "answered" if sheet.talk.answered_at is not None else "news"


def _watch_end(sheet: Sheet, one: Due) -> None:
    _closing_notice(sheet, one, "watched")


def _closing_notice(sheet: Sheet, one: Due, reason: str) -> None:
    if _waits_for_list(sheet, one, Occasion.CLOSE_AHEAD):
        return
    after = sheet.rules.calendar.after_whole_days(
        sheet.now, sheet.now + sheet.rules.close_after_notice, 1
    )
    sheet.begin(Occasion.CLOSE_AHEAD, Content(reason=reason, close_on=after))
    if sheet.rules.letters[Occasion.CLOSE_AHEAD].send is Send.OFF:
        sheet.clocks = replace(sheet.clocks, notice_at=sheet.now)
        sheet.move(Step.NOTICE_LEFT, Because.NO_NOTICE_HERE())


def _waits_for_list(sheet: Sheet, one: Due, letter: str) -> bool:
    """An announced letter that stood on no list waits for the next one."""
    if (
        sheet.rules.letters[letter].send is not Send.ANNOUNCE
        or sheet.clocks.announced_for == one.at
    ):
        return False
    listed = sheet.rules.calendar.next_list(sheet.now)
    begins, _ = sheet.rules.calendar.list_window(listed.date())
    sheet.clocks = replace(sheet.clocks, not_before=begins)
    sheet.say(Because.ON_NO_LIST(letters=letter))
    return True


def _close(sheet: Sheet, one: Due) -> None:
    del one
    close(sheet, Step.NOT_HEARD, Because.NOT_HEARD_AFTER_NOTICE())


def _we_owe(sheet: Sheet, one: Due) -> None:
    del one
    late = sheet.now >= due.owe_times(sheet.case, sheet.rules)[-1]
    sheet.clocks = replace(sheet.clocks, owe_nagged=sheet.now)
    since = _day(sheet.talk.last_said or sheet.clocks.owed_since or sheet.case.opened)
    note = Because.CUSTOMER_WAITS_SINCE(day=since)
    (sheet.tell_lead if late else sheet.tell)(note)
    if late:
        _still_at_work(sheet)


def _still_at_work(sheet: Sheet) -> None:
    """A word to who waits for us, drafted for a yes; it names no day."""
    case = sheet.case
    if case.holds.are_any or due.is_spoken_to(case):
        return
    content = Content(arrived=case.matter.items_in(ItemState.ARRIVED), files=case.transfer.uploads)
    sheet.begin(Occasion.STILL_AT_WORK, content)


def _draft_nag(sheet: Sheet, one: Due) -> None:
    del one
    for draft in sheet.drafts:
        times = due.draft_nags(draft, sheet.rules)
        if due.is_nagged(draft, times, sheet.now):
            sheet.put(replace(draft, nagged=sheet.now))
            sheet.remind(_nagged_people(sheet, times), [draft])


def _nagged_people(sheet: Sheet, times: Sequence[datetime]) -> tuple[str, ...]:
    """First its reader again, then who stands in for them, then the lead."""
    mine = readers(sheet.case, sheet.rules)
    stand_in = sheet.rules.duty.stand_in(mine[0]) if mine else ""
    told = (mine, (stand_in,) if stand_in else mine, sheet.rules.notify or mine)
    return told[sum(at <= sheet.now for at in times) - 1]


def _answer_promised(sheet: Sheet, one: Due) -> None:
    """Before a promise of ours is broken its engineer is told, and the lead once it is."""
    promised = sheet.clocks.promised_answer or one.at
    sheet.clocks = replace(sheet.clocks, promise_nagged=sheet.now)
    note = Because.ANSWER_PROMISED_NOT_GIVEN(day=_day(promised))
    (sheet.tell_lead if sheet.now > promised else sheet.tell)(note)


def _second_line_nag(sheet: Sheet, one: Due) -> None:
    del one
    sheet.clocks = replace(sheet.clocks, second_line_nagged=sheet.now)
    since = _day(sheet.clocks.escalated_at or sheet.case.since)
    sheet.tell(Because.SECOND_LINE_SILENT(day=since))


def _admin_nag(sheet: Sheet, one: Due) -> None:
    wanted = sheet.transfer.login_wanted
    asked = wanted.asked if wanted is not None else None
    last = due.admin_times(asked or one.at, sheet.rules)[-1]
    login_by_mail.remind(sheet, is_last=sheet.now >= last)


def _promise(sheet: Sheet, one: Due) -> None:
    sheet.clocks = replace(sheet.clocks, engineer_promised=None)
    sheet.tell(Because.YOU_PROMISED(day=_day(one.at)))


def _their_promise(sheet: Sheet, one: Due) -> None:
    del one
    promises.broken(sheet)


def _account_expiry(sheet: Sheet, one: Due) -> None:
    over = [a for a in sheet.transfer.accounts if a.expires is not None and a.expires <= sheet.now]
    persons = tuple(account.person for account in over)
    shut_accounts(sheet, Because.ACCOUNT_EXPIRED(day=_day(one.at)), persons)
    # what another server's administrator opened stays, and rings no more
    left = (replace(a, expires=None) if a in over else a for a in sheet.transfer.accounts)
    sheet.transfer = replace(sheet.transfer, accounts=tuple(left))


def _day(at: datetime | None) -> str:
    return at.date().isoformat() if at is not None else "the beginning"


_WAYS: Mapping[DueKind, Callable[[Sheet, Due], None]] = MappingProxyType(
    {
        DueKind.UPLOAD_CHECK: _upload_check,
        DueKind.ANSWER_DUE: _answer_due,
        DueKind.FOLLOW_UP: _follow_up,
        DueKind.WATCH_END: _watch_end,
        DueKind.CLOSE: _close,
        DueKind.WE_OWE: _we_owe,
        DueKind.ANSWER_PROMISED: _answer_promised,
        DueKind.DRAFT_NAG: _draft_nag,
        DueKind.SECOND_LINE_NAG: _second_line_nag,
        DueKind.ADMIN_NAG: _admin_nag,
        DueKind.PROMISE: _promise,
        DueKind.THEIR_PROMISE: _their_promise,
        DueKind.ACCOUNT_EXPIRY: _account_expiry,
    }
)
