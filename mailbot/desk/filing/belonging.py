"""Who belongs to a case: what filing knows of it, and whether a writer is on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.life import Status
from mailbot.desk.filing.fresh_mail import Fresh
from mailbot.desk.people.mailbox import mailbox
from mailbot.desk.people.organisation import organisation
from mailbot.desk.people.role import Role
from mailbot.mail.message import Message
from mailbot.mail.subject import was_passed_on

OURS = frozenset({Role.STAFF, Role.SECOND_LINE, Role.ADMIN})
_FIRST_CUSTOMER_LINES = 2


@dataclass(frozen=True, slots=True)
class Known:
    """What filing needs to know of one case; ``apart``: cases that a person set apart from it.

    ``asked`` are the items it waits for, ``machines`` and ``engineers`` the names by which a mail
    may speak of it, in small letters.
    """

    id: str
    subject: str
    status: Status
    customers: tuple[str, ...]
    participants: tuple[str, ...]
    last_at: datetime
    end_user: str = ""
    closed_at: datetime | None = None
    linked_to: str = ""
    apart: tuple[str, ...] = ()
    asked: frozenset[str] = frozenset()
    machines: frozenset[str] = frozenset()
    engineers: frozenset[str] = frozenset()
    has_new_uploads: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """A mail with what filing needs beside it; ``end_user`` is the one its own text names.

    ``to_customers`` are the customers whom it is sent to.
    """

    message: Message
    role: Role
    end_user: str
    at: datetime
    reopen_within: timedelta
    to_customers: tuple[str, ...] = ()
    fresh: Fresh = field(default_factory=Fresh)


def belongs(slip: Slip, known: Known, by: FiledBy, quoted: Mapping[str, int]) -> bool:
    """Whether weak evidence counts for this writer: on the case, or of a customer's organisation.

    A case without a customer takes the first who quotes two whole lines of ours (03).
    """
    if names_another_end_user(slip, known):
        return False
    if slip.role in OURS and by is not FiledBy.SUBJECT:
        return by is FiledBy.NUMBER or _is_to_its_customers(slip, known)
    if by is FiledBy.SUBJECT and not somebody_in_common(slip, known):
        return False
    if slip.role in OURS:
        return _is_to_its_customers(slip, known)
    if is_on(slip, known):
        return True
    lines = quoted.get(known.id, 0)
    return by is FiledBy.QUOTE and not known.customers and lines >= _FIRST_CUSTOMER_LINES


def is_on(slip: Slip, known: Known) -> bool:
    """Whether the writer is on the case already, or of the organisation of a customer on it."""
    return _is_known(slip.message.sender.email, known)


def is_customers(slip: Slip, known: Known) -> bool:
    """Whether the case is the writer's or their organisation's; being copied in is less."""
    return _is_of_its_house(slip.message.sender.email, known)


def _is_known(email: str, known: Known) -> bool:
    return mailbox(email) in _people(known) or _is_of_its_house(email, known)


def _is_of_its_house(email: str, known: Known) -> bool:
    if mailbox(email) in frozenset(map(mailbox, known.customers)):
        return True
    return organisation(email) in frozenset(map(organisation, known.customers))


def _is_to_its_customers(slip: Slip, known: Known) -> bool:
    """One of us is on many cases: whom they write to tells which; a talk among us tells nothing."""
    if not slip.to_customers or not known.customers:
        return True
    return any(_is_known(email, known) for email in slip.to_customers)


def somebody_in_common(slip: Slip, known: Known, *, but_writer: bool = False) -> bool:
    """Whether anybody in this mail is on the case; ``but_writer``: somebody beside its writer."""
    sender = mailbox(slip.message.sender.email)
    people = {mailbox(one.email) for one in slip.message.recipients} | {sender}
    if but_writer:
        people -= {sender}
    return not people.isdisjoint(_people(known))


def is_passed_on(slip: Slip, known: Known) -> bool:
    """Whether a stranger answers a copy that somebody sent on to them, and writes to us alone.

    Programs copy the ids of the mail they forward: who has them was not written to.
    """
    if slip.role in OURS or is_on(slip, known) or somebody_in_common(slip, known):
        return False
    return bool(known.customers) and was_passed_on(slip.message.subject)


def _people(known: Known) -> frozenset[str]:
    return frozenset(map(mailbox, (*known.customers, *known.participants)))


def names_another_end_user(slip: Slip, known: Known) -> bool:
    mine, its = slip.end_user, known.end_user
    return bool(mine and its) and mine not in its and its not in mine


def subjects_meet(mine: str, its: str) -> bool:
    """Whether one subject holds the other; one that says nothing meets every other."""
    return not (mine and its) or mine in its or its in mine
