"""Which case a mail belongs to, by the strongest evidence there is.

own signed id > References > Thread-Index > a quote of ours > case number > subject. A wrong join
is worse than a missed one: the last three count only for somebody who belongs to the case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType

from mailbot.because import Because
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.life import Status
from mailbot.desk.filing.belonging import (
    OURS,
    Known,
    Slip,
    belongs,
    is_customers,
    is_on,
    is_passed_on,
    names_another_end_user,
    somebody_in_common,
    subjects_meet,
)
from mailbot.desk.filing.only_case import only_case
from mailbot.desk.people.role import Role
from mailbot.mail.subject import has_reply_prefix, normal_subject
from mailbot.reasons import Reason

_RECENT = timedelta(days=60)
# if its parent never reached us the mail may start something new:
# trust the subject only this long after the last mail
_RUNNING = timedelta(days=7)
# for someone with several open cases the subject counts only this long after the last mail
_LIVE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Traces:
    """Where the memory has seen something of this mail: case ids by kind of evidence.

    ``awaiting`` are cases in which a mail answered this one before it came, ``beside`` those in
    which one answered the same mail that we never got. ``undelivered`` are the open cases of those
    whom a bounce says it did not reach. ``own`` are the writer's open cases, looked for where the
    mail answers nothing. ``busy``: its writer has several open cases.
    """

    own_id: str = ""
    references: tuple[str, ...] = ()
    awaiting: tuple[str, ...] = ()
    thread_index: str = ""
    beside: tuple[str, ...] = ()
    quoted: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    echoed: frozenset[str] = frozenset()
    number: str = ""
    subject: tuple[str, ...] = ()
    undelivered: tuple[str, ...] = ()
    known: Mapping[str, Known] = field(default_factory=lambda: MappingProxyType({}))
    own: tuple[str, ...] = ()
    busy: bool = False
    never_got: int = 0


@dataclass(frozen=True, slots=True)
class Filing:
    """Where a mail goes: ``case_id`` is '' for a case of its own.

    ``joins`` are cases which it proves to be one with that case.
    """

    case_id: str
    by: FiledBy
    linked_to: str = ""
    stranger_of: str = ""
    ask: Reason | None = None
    joins: tuple[str, ...] = ()
    never_got: int = 0


def file_mail(slip: Slip, traces: Traces) -> Filing:
    """The case for this mail, or a new one, and by which evidence."""
    strong = _strong(slip, traces)
    if strong is not None:
        case_id, by = strong
        known = traces.known[case_id]
        if is_passed_on(slip, known):
            return Filing("", FiledBy.NEW, stranger_of=case_id)
        if _turns_to_something_else(slip, known, traces) or _too_late(slip, known):
            return Filing("", FiledBy.LINKED, linked_to=case_id)
        return Filing(case_id, by, joins=_joins(slip, known, traces))
    weak = _weak(slip, traces)
    return weak if weak.case_id else _of_a_bounce(traces) or weak


def _of_a_bounce(traces: Traces) -> Filing | None:
    """A report that names no mail of ours belongs where the one it names is written to."""
    if len(traces.undelivered) != 1:
        return None
    (case_id,) = traces.undelivered
    return Filing(case_id, FiledBy.RECIPIENT) if case_id in traces.known else None


def _strong(slip: Slip, traces: Traces) -> tuple[str, FiledBy] | None:
    ways = (
        (traces.own_id, FiledBy.OWN_ID),
        (next(iter(traces.references), ""), FiledBy.REFERENCES),
        (_of_one_who_belongs(slip, traces, traces.awaiting), FiledBy.LATE_PARENT),
        (_of_one_who_belongs(slip, traces, (traces.thread_index,)), FiledBy.THREAD_INDEX),
        (_of_one_who_belongs(slip, traces, traces.beside), FiledBy.REFERENCES),
    )
    return next(((case_id, by) for case_id, by in ways if case_id in traces.known), None)


def _of_one_who_belongs(slip: Slip, traces: Traces, cases: tuple[str, ...]) -> str:
    """Ids that we never got, and Thread-Index, prove nothing of who writes: programs copy both."""
    known = (traces.known[one] for one in cases if one in traces.known)
    return next((one.id for one in known if slip.role in OURS or is_on(slip, one)), "")


def _joins(slip: Slip, known: Known, traces: Traces) -> tuple[str, ...]:
    """The other cases that this mail answers, or that answered it: they were one all along."""
    others = dict.fromkeys((*traces.references, *traces.awaiting))
    found = (traces.known[one] for one in others if one in traces.known and one != known.id)
    return tuple(
        one.id
        for one in found
        if _is_one(slip, known, one) and not _is_of_another(slip, known, one, traces)
    )


def _is_of_another(slip: Slip, known: Known, other: Known, traces: Traces) -> bool:
    """Whether the other case is another matter: this mail alone would not go into it."""
    if slip.role is Role.CUSTOMER:
        return _turns_to_something_else(slip, other, traces)
    return not subjects_meet(known.subject, other.subject)


def _is_one(slip: Slip, known: Known, other: Known) -> bool:
    """Two cases become one by the word of somebody who is on both, or who writes to both.

    Never what a person set apart, what was opened as another matter, or another end user's.
    """
    if other.id in known.apart or other.linked_to == known.id or known.linked_to == other.id:
        return False
    if Status.CLOSED in (known.status, other.status) or slip.role is Role.UNKNOWN:
        return False
    if known.end_user and other.end_user and known.end_user != other.end_user:
        return False
    return all(_speaks_for(slip, one) for one in (known, other))


def _speaks_for(slip: Slip, known: Known) -> bool:
    if slip.role in OURS or is_on(slip, known):
        return True
    to = {one.email for one in slip.message.recipients}
    return not to.isdisjoint(known.customers)


def _weak(slip: Slip, traces: Traces) -> Filing:
    stranger_of = ""
    for by, candidates in _candidates(slip, traces):
        mine = [known for known in candidates if belongs(slip, known, by, traces.quoted)]
        sure = _surest(slip, mine, traces) if by is FiledBy.SUBJECT else mine
        if len(sure) > 1 or (mine and not sure):
            names = ", ".join(known.id for known in mine)
            return Filing("", FiledBy.NEW, ask=Because.MAY_BELONG(cases=names))
        if mine:
            return _into(slip, sure[0], by)
        if candidates and not stranger_of and slip.role not in OURS:
            stranger_of = candidates[0].id
    mine_alone = only_case(slip, (traces.known[one] for one in traces.own if one in traces.known))
    if mine_alone is not None and not stranger_of:
        return Filing(mine_alone.id, FiledBy.ONLY_CASE)
    return Filing("", FiledBy.NEW, stranger_of=stranger_of)


def _surest(slip: Slip, mine: list[Known], traces: Traces) -> list[Known]:
    """Of the cases of one subject those that are surely meant."""
    sure = [known for known in mine if _is_sure_of_a_partner(slip, known)] if traces.busy else mine
    own = [known for known in sure if is_customers(slip, known)]
    return own if len(own) == 1 else sure  # in the others they are only copied


def _into(slip: Slip, known: Known, by: FiledBy) -> Filing:
    if _too_late(slip, known):
        return Filing("", FiledBy.LINKED, linked_to=known.id)
    return Filing(known.id, by)


def _candidates(slip: Slip, traces: Traces) -> Iterator[tuple[FiledBy, list[Known]]]:
    """Weak evidence in order of strength; a quote names the case it quotes most of."""
    most = sorted(traces.quoted.items(), key=lambda pair: -pair[1])
    best = [case_id for case_id, lines in most if lines == most[0][1]]
    yield FiledBy.QUOTE, [traces.known[case_id] for case_id in best if case_id in traces.known]
    yield FiledBy.NUMBER, [traces.known[one] for one in (traces.number,) if one in traces.known]
    if has_reply_prefix(slip.message.subject):
        same = [traces.known[case_id] for case_id in traces.subject if case_id in traces.known]
        within = _RUNNING if slip.message.ancestors else _RECENT
        yield FiledBy.SUBJECT, [known for known in same if slip.at - known.last_at <= within]


def _is_sure_of_a_partner(slip: Slip, known: Known) -> bool:
    """Someone with several open cases: a subject proves little, being on the case nothing.

    It takes another person of the case beside them, or the very talk that goes on; and a mail
    that says which mail it answers, one that we never got, is no answer to anything here.
    """
    if slip.message.ancestors:
        return False
    return somebody_in_common(slip, known, but_writer=True) or slip.at - known.last_at <= _LIVE


def _turns_to_something_else(slip: Slip, known: Known, traces: Traces) -> bool:
    """A customer who starts another matter from an old mail; staff never does (07).

    A mail with a file and no words of its own starts nothing.
    """
    quotes = bool(traces.quoted.get(known.id)) or known.id in traces.echoed
    if slip.role is not Role.CUSTOMER or quotes or slip.message.meetings:
        return False  # the subject of a calendar's mail is that of the meeting
    if names_another_end_user(slip, known):
        return True
    if not slip.message.text.strip() or known.id in traces.subject:
        return False
    return not subjects_meet(normal_subject(slip.message.subject), known.subject)


def _too_late(slip: Slip, known: Known) -> bool:
    closed = known.closed_at
    return (
        slip.role is Role.CUSTOMER
        and known.status is Status.CLOSED
        and closed is not None
        and slip.at - closed > slip.reopen_within
    )
