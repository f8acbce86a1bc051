"""Which case a mail belongs to, by the strongest evidence there is.

own signed id > References > Thread-Index > a quote of ours > case number > subject. A wrong join
is worse than a missed one: the last three count only for somebody who belongs to the case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from mailbot.desk.case import Status
from mailbot.desk.reading import Role
from mailbot.mail.message import Address, Message
from mailbot.mail.thread import has_reply_prefix, normal_subject

_RECENT = timedelta(days=60)
_FIRST_CUSTOMER_LINES = 2
_OURS = frozenset({Role.STAFF, Role.SECOND_LINE, Role.ADMIN})

# mail for the public: an address there says nothing of whom its owner works for
PUBLIC_PROVIDERS = frozenset(
    {
        "126.com", "139.com", "163.com", "189.cn", "aliyun.com", "aol.com", "foxmail.com",
        "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com",
        "live.com", "mail.com", "mail.ru", "me.com", "msn.com", "outlook.com", "proton.me",
        "protonmail.com", "qq.com", "sina.cn", "sina.com", "sohu.com", "tom.com", "vip.163.com",
        "vip.qq.com", "vip.sina.com", "wo.cn", "yahoo.cn", "yahoo.com", "yandex.ru", "yeah.net",
    }
)  # fmt: skip


def organisation(email: str) -> str:
    """Whom an address speaks for: its domain, or only itself at a public mail provider."""
    domain = email.rpartition("@")[2]
    return email if domain in PUBLIC_PROVIDERS else domain


@dataclass(frozen=True, slots=True)
class Known:
    """What filing needs to know of one case."""

    id: str
    subject: str
    status: Status
    customers: tuple[str, ...]
    participants: tuple[str, ...]
    last_at: datetime
    end_user: str = ""
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Traces:
    """Where the memory has seen something of this mail: case ids by kind of evidence."""

    own_id: str = ""
    references: tuple[str, ...] = ()
    thread_index: str = ""
    quoted: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    echoed: frozenset[str] = frozenset()
    number: str = ""
    subject: tuple[str, ...] = ()
    known: Mapping[str, Known] = field(default_factory=lambda: MappingProxyType({}))
    never_got: int = 0


@dataclass(frozen=True, slots=True)
class Filing:
    """Where a mail goes: ``case_id`` is '' for a case of its own."""

    case_id: str
    by: str
    linked_to: str = ""
    stranger_of: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mail with what filing needs beside it; ``end_user`` is the one its own text names."""

    message: Message
    role: Role
    end_user: str
    at: datetime
    reopen_within: timedelta


def file_mail(slip: Slip, traces: Traces) -> Filing:
    """The case for this mail, or a new one, and by which evidence."""
    strong = _strong(traces)
    if strong is not None:
        case_id, by = strong
        known = traces.known[case_id]
        if _turns_to_something_else(slip, known, traces) or _too_late(slip, known):
            return Filing("", "linked", linked_to=case_id)
        return Filing(case_id, by)
    return _weak(slip, traces)


def _strong(traces: Traces) -> tuple[str, str] | None:
    ways = (
        (traces.own_id, "own_id"),
        (next(iter(traces.references), ""), "references"),
        (traces.thread_index, "thread_index"),
    )
    return next(((case_id, by) for case_id, by in ways if case_id in traces.known), None)


def _weak(slip: Slip, traces: Traces) -> Filing:
    stranger_of = ""
    for by, candidates in _candidates(slip, traces):
        belongs = [known for known in candidates if _belongs(slip, known, by, traces)]
        if len(belongs) > 1:
            names = ", ".join(known.id for known in belongs)
            return Filing("", "new", ask=f"it may belong to {names}: it has a case of its own now")
        if belongs:
            return _into(slip, belongs[0], by)
        if candidates and not stranger_of and slip.role not in _OURS:
            stranger_of = candidates[0].id
    return Filing("", "new", stranger_of=stranger_of)


def _into(slip: Slip, known: Known, by: str) -> Filing:
    if _too_late(slip, known):
        return Filing("", "linked", linked_to=known.id)
    return Filing(known.id, by)


def _candidates(slip: Slip, traces: Traces) -> Iterator[tuple[str, list[Known]]]:
    """Weak evidence in order of strength; a quote names the case it quotes most of."""
    most = sorted(traces.quoted.items(), key=lambda pair: -pair[1])
    best = [case_id for case_id, lines in most if lines == most[0][1]]
    yield "quote", [traces.known[case_id] for case_id in best if case_id in traces.known]
    yield "number", [traces.known[one] for one in (traces.number,) if one in traces.known]
    if has_reply_prefix(slip.message.subject):
        same = [traces.known[case_id] for case_id in traces.subject if case_id in traces.known]
        yield "subject", [known for known in same if slip.at - known.last_at <= _RECENT]


def _belongs(slip: Slip, known: Known, by: str, traces: Traces) -> bool:
    if _names_another_end_user(slip, known):
        return False
    sender = slip.message.sender
    if slip.role in _OURS and by != "subject":
        return True
    if by == "subject" and not _somebody_in_common(slip, known):
        return False
    if sender.email in (*known.customers, *known.participants):
        return True
    if organisation(sender.email) in _organisations(known):
        return True
    lines = traces.quoted.get(known.id, 0)
    return by == "quote" and not known.customers and lines >= _FIRST_CUSTOMER_LINES


def _somebody_in_common(slip: Slip, known: Known) -> bool:
    people = {one.email for one in _people(slip.message)}
    return not people.isdisjoint((*known.customers, *known.participants))


def _people(message: Message) -> tuple[Address, ...]:
    return (message.sender, *message.to, *message.cc)


def _organisations(known: Known) -> frozenset[str]:
    return frozenset(map(organisation, known.customers))


def _turns_to_something_else(slip: Slip, known: Known, traces: Traces) -> bool:
    """A customer who starts another matter from an old mail; staff never does (07)."""
    quotes = bool(traces.quoted.get(known.id)) or known.id in traces.echoed
    if slip.role is not Role.CUSTOMER or quotes:
        return False
    if _names_another_end_user(slip, known):
        return True
    mine, its = normal_subject(slip.message.subject), known.subject
    return bool(mine and its) and mine not in its and its not in mine


def _names_another_end_user(slip: Slip, known: Known) -> bool:
    mine, its = slip.end_user, known.end_user
    return bool(mine and its) and mine not in its and its not in mine


def _too_late(slip: Slip, known: Known) -> bool:
    closed = known.closed_at
    return (
        slip.role is Role.CUSTOMER
        and known.status is Status.CLOSED
        and closed is not None
        and slip.at - closed > slip.reopen_within
    )
