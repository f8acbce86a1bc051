"""What is due on a case, and when: derived from the case, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft, DraftState
from mailbot.desk.case.life import Status
from mailbot.desk.case.rulebook import Rules


class DueKind(StrEnum):
    """The kinds of due dates, in the order they are handled when several ring at once."""

    UPLOAD_CHECK = "upload_check"
    ANSWER_DUE = "answer_due"
    FOLLOW_UP = "follow_up"
    WATCH_END = "watch_end"
    CLOSE = "close"
    WE_OWE = "we_owe"
    ANSWER_PROMISED = "answer_promised"
    DRAFT_NAG = "draft_nag"
    SECOND_LINE_NAG = "second_line_nag"
    ADMIN_NAG = "admin_nag"
    PROMISE = "promise"
    THEIR_PROMISE = "their_promise"
    ACCOUNT_EXPIRY = "account_expiry"


BEGUN_BY_US = (DueKind.FOLLOW_UP, DueKind.WATCH_END)

_OWE_DAYS = (2, 5)
_DRAFT_HOURS = (timedelta(hours=2), timedelta(hours=4))
_BEFORE_PROMISE = timedelta(hours=2)
_ADMIN_HOURS = timedelta(hours=4)
_A_MOMENT = timedelta(seconds=1)
_SECOND_LINE_DAYS = (2, 5, 8)


@dataclass(frozen=True, slots=True)
class Due:
    """One date, and what comes due."""

    kind: DueKind
    at: datetime


def dates(case: Case, rules: Rules) -> tuple[Due, ...]:
    """Every date of the case, each kind at most once, in the order of handling."""
    if not case.alive or case.status is Status.CLOSED or case.merged_into:
        return ()
    ways = (
        (DueKind.UPLOAD_CHECK, case.transfer.upload_check),
        (DueKind.ANSWER_DUE, _answer_due(case, rules)),
        (DueKind.FOLLOW_UP, _follow_up(case, rules)),
        (DueKind.WATCH_END, _watch_end(case, rules)),
        (DueKind.CLOSE, _close(case, rules)),
        (DueKind.WE_OWE, _we_owe(case, rules)),
        (DueKind.ANSWER_PROMISED, _answer_promised(case, rules)),
        (DueKind.DRAFT_NAG, _draft_nag(case, rules)),
        (DueKind.SECOND_LINE_NAG, _second_line_nag(case, rules)),
        (DueKind.ADMIN_NAG, _admin_nag(case, rules)),
        (DueKind.PROMISE, case.clocks.engineer_promised),
        (DueKind.THEIR_PROMISE, _promise_over(case, rules)),
        (DueKind.ACCOUNT_EXPIRY, _account_expiry(case)),
    )
    return tuple(Due(kind, at) for kind, at in ways if at is not None)


def alarm(case: Case, rules: Rules) -> datetime | None:
    """The earliest date of the case: its one alarm."""
    return min((due.at for due in dates(case, rules)), default=None)


def leaves_by_itself(case: Case, rules: Rules) -> Due | None:
    """The date at which the desk begins to speak by itself: what the morning's list names."""
    return next((due for due in dates(case, rules) if due.kind in BEGUN_BY_US), None)


def is_spoken_to(case: Case) -> bool:
    """Whether a letter to the customer is on its way, or waits: no second one is begun."""
    return any(draft.audience is Audience.CUSTOMER for draft in case.drafts)


def _is_our_turn(case: Case) -> bool:
    """Whether something of ours has to come before the customer's silence counts."""
    return case.holds.need_somebody or case.transfer.waits_for_login


def answer_by(start: datetime, rules: Rules) -> datetime:
    """When the desk promises to be heard: the end of the next working day."""
    day = rules.calendar.next_working_moment(start).date()
    return datetime.combine(
        rules.calendar.next_working_day(day), rules.calendar.ends, rules.calendar.zone
    )


def _answer_due(case: Case, rules: Rules) -> datetime | None:
    if case.talk.question_since is None:
        return None
    return rules.calendar.add_hours(case.talk.question_since, rules.answer_within)


def _follow_up(case: Case, rules: Rules) -> datetime | None:
    if case.status is not Status.WAITING or is_spoken_to(case) or _is_our_turn(case):
        return None
    start = case.talk.last_contact or case.since or case.opened
    at = rules.calendar.after_whole_days(
        start, start + rules.follow_up_every, rules.follow_up_working_days
    )
    promise = case.clocks.open_promise
    if promise is not None and promise.until > start:
        at = rules.calendar.next_working_moment(promise.until)
    return _not_before(at, case)


def _watch_end(case: Case, rules: Rules) -> datetime | None:
    if case.status is not Status.WATCHING or is_spoken_to(case) or case.holds.need_somebody:
        return None
    until = case.clocks.watch_until or (case.since or case.opened) + rules.watch_lasts
    return _not_before(rules.calendar.next_working_moment(until), case)


def _not_before(at: datetime, case: Case) -> datetime:
    return at if case.clocks.not_before is None else max(at, case.clocks.not_before)


def _close(case: Case, rules: Rules) -> datetime | None:
    if case.status is not Status.CLOSING or case.holds.are_any:
        return None
    start = case.clocks.notice_at or case.since or case.opened
    return rules.calendar.after_whole_days(start, start + rules.close_after_notice, 1)


def _we_owe(case: Case, rules: Rules) -> datetime | None:
    if case.status is not Status.OPEN:
        return None
    return _next(owe_times(case, rules), case.clocks.owe_nagged)


def owe_times(case: Case, rules: Rules) -> tuple[datetime, ...]:
    """When our silence is told: to the engineer, then to the lead too."""
    starts = (case.opened, case.clocks.owed_since, case.talk.last_said)
    start = max(moment for moment in starts if moment is not None)
    return tuple(rules.calendar.add_days(start, days) for days in _OWE_DAYS)


def _answer_promised(case: Case, rules: Rules) -> datetime | None:
    """Two hours before the end of the day that a letter of ours named, and once it is over."""
    promised = case.clocks.promised_answer
    if promised is None or case.status is not Status.OPEN:
        return None
    over = rules.calendar.next_working_moment(promised + _A_MOMENT)
    return _next((promised - _BEFORE_PROMISE, over), case.clocks.promise_nagged)


def _promise_over(case: Case, rules: Rules) -> datetime | None:
    """When it is known that a customer's promise is broken: as the next working day begins."""
    promise = case.clocks.open_promise
    if promise is None or case.status is Status.CLOSED:
        return None
    day = rules.calendar.next_working_day(rules.calendar.local(promise.until).date())
    return datetime.combine(day, rules.calendar.starts, rules.calendar.zone)


def _draft_nag(case: Case, rules: Rules) -> datetime | None:
    nags = (_next(draft_nags(draft, rules), draft.nagged) for draft in case.drafts)
    return min((at for at in nags if at is not None), default=None)


def is_nagged(draft: Draft, times: Sequence[datetime], now: datetime) -> bool:
    """Whether one of these moments has come since the last nag."""
    at = _next(times, draft.nagged)
    return at is not None and at <= now


def draft_nags(draft: Draft, rules: Rules) -> tuple[datetime, ...]:
    """When a human is reminded of this draft: after 2 and 4 working hours, the next morning."""
    if draft.state is DraftState.QUEUED or draft.audience is Audience.STAFF:
        return ()
    soon = tuple(rules.calendar.add_hours(draft.written, hours) for hours in _DRAFT_HOURS)
    morning = rules.calendar.next_working_day(rules.calendar.local(soon[-1]).date())
    at_opening = datetime.combine(morning, rules.calendar.starts, rules.calendar.zone)
    return (*soon, at_opening)


def _second_line_nag(case: Case, rules: Rules) -> datetime | None:
    if case.status is not Status.ESCALATED:
        return None
    start = case.clocks.escalated_at or case.since or case.opened
    times = tuple(rules.calendar.add_days(start, days) for days in _SECOND_LINE_DAYS)
    return _next(times, case.clocks.second_line_nagged)


def _admin_nag(case: Case, rules: Rules) -> datetime | None:
    wanted = case.transfer.login_wanted
    if wanted is None or wanted.asked is None or wanted.over or _admin_is_written_to(case):
        return None
    return _next(admin_times(wanted.asked, rules), wanted.nagged)


def admin_times(asked: datetime, rules: Rules) -> tuple[datetime, ...]:
    """When the administrator is asked again, twice, and when the engineer hears of the silence."""
    first = rules.calendar.add_hours(asked, _ADMIN_HOURS)
    return (first, rules.calendar.add_days(first, 1), rules.calendar.add_days(first, 2))


def _admin_is_written_to(case: Case) -> bool:
    return any(draft.audience is Audience.ADMIN for draft in case.drafts)


def _next(times: Sequence[datetime], last: datetime | None) -> datetime | None:
    """The first of these moments that lies after the last nag; after a long absence one is one."""
    return next((at for at in times if last is None or at > last), None)


def _account_expiry(case: Case) -> datetime | None:
    ends = [account.expires for account in case.transfer.accounts if account.expires is not None]
    return min(ends, default=None)
