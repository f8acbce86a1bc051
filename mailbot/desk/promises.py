"""What customers and engineers said they would do by a day: made, kept, moved or broken."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from mailbot.desk.case import Case, ItemState, Outcome, Promise, Whose
from mailbot.desk.moments import moment
from mailbot.desk.reading import Reading
from mailbot.desk.sheet import Sheet

_MOST = 20
# what a customer's mail may be without keeping his promise: it asks, or puts off
_KEEPS_NOTHING = frozenset(
    {"data_delayed", "thanks", "question", "escalate", "sftp_request", "upload_problem"}
)


def made(sheet: Sheet, mail: Reading, whose: Whose) -> None:
    """Put what this mail promises on the case; a new day for the same thing moves the old one."""
    for promise in _promised(sheet, mail, whose):
        old = [one for one in pending(sheet.case, whose) if _is_moved_by(one, promise)]
        _settle(sheet, old, Outcome.MOVED)
        sheet.change(promises=(*sheet.case.promises, promise)[-_MOST:])
        sheet.say(f"a promise until {promise.until.date().isoformat()}: {promise.words}")


def pending(case: Case, whose: Whose) -> tuple[Promise, ...]:
    """What one side promised and has neither kept nor broken yet."""
    return tuple(one for one in case.promises if one.outcome is Outcome.OPEN and one.whose is whose)


def due_by(case: Case, whose: Whose) -> datetime | None:
    """When the next promise of that side is broken."""
    return min((one.until for one in pending(case, whose)), default=None)


def heard(sheet: Sheet, mail: Reading) -> None:
    """A customer's mail that brings or tells something keeps what he promised before it."""
    if mail.files or mail.links or set(mail.said.names) - _KEEPS_NOTHING:
        _keep(sheet, Whose.THEIRS, mail.at)


def uploaded(sheet: Sheet) -> None:
    """A file that arrived keeps what the customer promised, unless that was another thing."""
    _keep(sheet, Whose.THEIRS, sheet.now)


def spoken(sheet: Sheet, at: datetime) -> None:
    """Whatever an engineer tells the customer keeps what was promised to him before."""
    _keep(sheet, Whose.OURS, at)


def broken(sheet: Sheet, whose: Whose) -> tuple[Promise, ...]:
    """Those whose day is over, from now on marked as broken."""
    late = tuple(one for one in pending(sheet.case, whose) if one.until <= sheet.now)
    _settle(sheet, late, Outcome.BROKEN)
    return late


def lapse(sheet: Sheet) -> None:
    """Nothing that was promised is waited for any more: the case is over, or begins anew."""
    _settle(sheet, [one for whose in Whose for one in pending(sheet.case, whose)], Outcome.LAPSED)


def _promised(sheet: Sheet, mail: Reading, whose: Whose) -> Iterator[Promise]:
    calendar = sheet.rules.calendar
    for fact in mail.said.facts:
        day = moment(fact.value) if fact.name == "promise" else None
        if day is None or calendar.closing(day) <= sheet.now:
            continue
        if any((one.made, one.words) == (mail.at, fact.evidence) for one in sheet.case.promises):
            continue
        spoken_of = (one.item for one in mail.said.mentions if one.evidence == fact.evidence)
        yield Promise(
            by=mail.sender.email,
            whose=whose,
            until=calendar.closing(day),
            words=fact.evidence,
            made=mail.at,
            items=tuple(dict.fromkeys(spoken_of)),
        )


def _is_moved_by(old: Promise, new: Promise) -> bool:
    """About the same thing, or one of them names none; what one mail promises stands together."""
    if new.made == old.made:
        return False
    return not new.items or not old.items or bool(set(new.items) & set(old.items))


def _keep(sheet: Sheet, whose: Whose, at: datetime) -> None:
    missing = set(sheet.case.items_in(ItemState.ASKED))
    kept = [
        one
        for one in pending(sheet.case, whose)
        if one.made < at and not (whose is Whose.THEIRS and missing & set(one.items))
    ]
    _settle(sheet, kept, Outcome.KEPT)


def _settle(sheet: Sheet, some: Sequence[Promise], outcome: Outcome) -> None:
    for one in some:
        sheet.say(f"a promise is {outcome.value}: {one.words}")
    sheet.change(
        promises=tuple(
            replace(one, outcome=outcome) if one in some else one for one in sheet.case.promises
        )
    )
