"""Today: what waits for whom, mine first; one section for each kind of turn."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from mailbot.because import Because
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import DraftState
from mailbot.desk.case.life import Status
from mailbot.desk.case.rulebook import Occasion, Rules
from mailbot.desk.decisions import due
from mailbot.desk.decisions.login_by_mail import waits_for_admin
from mailbot.desk.people.duty import Duty
from mailbot.reasons import Reason
from mailbot.repositories.users import User

MOST_ROWS = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits: its case, why, and since when.

    ``draft`` is '' where a case waits and no letter; ``until`` is when something leaves or is due.
    """

    case: Case
    why: tuple[Reason, ...]
    since: datetime
    draft: str = ""
    letters: str = ""
    until: datetime | None = None

    @property
    def customer(self) -> str:
        """Whom it is about, by name."""
        case = self.case
        contact = case.parties.contact(case.parties.counterpart) or next(
            iter(case.parties.contacts), None
        )
        return (contact.name or contact.email) if contact is not None else ""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind, the reader's own first; ``total`` counts those that are left off too."""

    name: str
    mine: tuple[Row, ...]
    others: tuple[Row, ...]
    total: int


def today(
    cases: Sequence[Case], mine: Set[str], rules: Rules, leaving: Set[str]
) -> tuple[Section, ...]:
    """The sections, in the order in which a day is worked through; ``mine`` are engineers.

    A case stands in the first section that it belongs to: what waits for a yes is no debt beside.
    ``leaving`` are the cases in which something leaves by itself today.
    """
    kinds: Sequence[tuple[str, Callable[[Case], Iterable[Row]]]] = (
        ("my_yes", _drafts),
        ("person", _needs),
        ("leaves", lambda case: _leaving(case, rules) if case.id in leaving else ()),
        ("we_owe", lambda case: _turn(case, rules, Status.OPEN)),
        ("they_owe", lambda case: _turn(case, rules, Status.WAITING)),
        ("second_line", lambda case: _turn(case, rules, Status.ESCALATED)),
        ("watching", lambda case: _turn(case, rules, Status.WATCHING, Status.CLOSING)),
    )
    sections, seen = [], set[str]()
    for name, rows_of in kinds:
        rows = [row for case in cases if case.id not in seen for row in rows_of(case)]
        sections.append(_section(name, rows, mine))
        seen |= {row.case.id for row in rows}
    return tuple(sections)


def waiting_drafts(cases: Iterable[Case], mine: Set[str]) -> list[str]:
    """The drafts that wait for a yes in the order of the page: approve and next goes by it."""
    rows = sorted((row for case in cases for row in _drafts(case)), key=lambda row: row.since)
    return [
        row.draft for row in sorted(rows, key=lambda row: row.case.parties.engineer not in mine)
    ]


def looked_after(user: User, duty: Duty) -> Set[str]:
    """Whose cases are this user's to look after: their own, and of those they stand in for."""
    return {user.email, *(one for one in duty.away if duty.stand_ins.get(one) == user.email)}


def _section(name: str, found: Sequence[Row], mine: Set[str]) -> Section:
    rows = sorted(found, key=_urgency)
    own = tuple(row for row in rows if row.case.parties.engineer in mine)[:MOST_ROWS]
    others = tuple(row for row in rows if row.case.parties.engineer not in mine)
    return Section(name, own, others[: MOST_ROWS - len(own)], len(rows))


def _urgency(row: Row) -> tuple[bool, datetime, datetime]:
    """What is due comes first, the sooner the earlier; then the older."""
    return row.until is None, row.until or row.since, row.since


def _drafts(case: Case) -> Iterator[Row]:
    for draft in case.drafts:
        if draft.state is not DraftState.QUEUED:
            yield Row(case, draft.withheld, draft.written, draft.id, "+".join(draft.letters))


def _needs(case: Case) -> Iterator[Row]:
    if case.holds.needs:
        yield Row(case, tuple(one.what for one in case.holds.needs), case.holds.needs[0].since)


def _leaving(case: Case, rules: Rules) -> Iterator[Row]:
    begun = due.leaves_by_itself(case, rules)
    if begun is not None and not (case.holds.are_placed):
        follows_up = begun.kind is due.DueKind.FOLLOW_UP
        letter = Occasion.SILENCE if follows_up else Occasion.CLOSE_AHEAD
        yield Row(case, (), case.since or case.opened, letters=letter.value, until=begun.at)


def _turn(case: Case, rules: Rules, *states: Status) -> Iterator[Row]:
    if case.status in states:
        since = case.clocks.owed_since or case.since or case.opened
        promise = case.clocks.open_promise
        until = case.clocks.promised_answer if case.status is Status.OPEN else None
        if case.status is Status.WATCHING:
            until = case.clocks.watch_until
        promised = (
            Because.PROMISED_FOR(day=promise.until.date().isoformat(), said=promise.evidence)
            if promise is not None
            else None
        )
        why = (one for one in (waits_for_admin(case, rules), promised) if one is not None)
        yield Row(case, tuple(why), since, until=until)
