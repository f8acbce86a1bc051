"""A case: everything the desk knows of one matter.

Rule 1: every change of status is a cell of ``LIFE`` (``life.py``).
Rule 2: a draft, a question and a "needs you" are facts beside the status and never change it.
Rule 3: no date is stored that can be derived: what is due follows from the case (``due.py``).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mailbot.desk.case.draft import Draft
from mailbot.desk.case.life import LIFE, Status
from mailbot.desk.case.login_wanted import LoginWanted
from mailbot.desk.case.promise import Promise, PromiseState
from mailbot.desk.case.step import Step
from mailbot.desk.case.upload import Upload
from mailbot.desk.people.mailbox import mailbox
from mailbot.mail.message import Trust
from mailbot.reasons import Reason

_THREAD = 12


class ItemState(StrEnum):
    """Where a thing that was asked for stands."""

    ASKED = "asked"
    IF_STEP_FAILS = "if_step_fails"
    WAITS_FOR_RECURRENCE = "waits_for_recurrence"
    ARRIVED = "arrived"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Contact:
    """A customer's person on the case; ``joined_by`` is the filing evidence that brought them.

    ``confirmed`` by one of ours who wrote to them, ``verified`` by our own mail server.
    """

    email: str
    name: str = ""
    salutation: str = ""
    lang: str = ""
    joined_by: str = ""
    confirmed: bool = False
    verified: bool = False

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class AskedItem:
    """Something that was asked for, and where it stands."""

    name: str
    state: ItemState
    since: datetime


@dataclass(frozen=True, slots=True)
class Account:
    """A login on an upload server; ``password`` is a seal, never the secret.

    ``origin`` is "opened" (ours) or "read" (from a mail: another server's); ``handed_over`` is
    when a letter with a password of it last left; ``read_only``: the second line's, which only
    fetches files.
    """

    user: str
    person: str
    origin: str
    opened: datetime
    password: str = ""
    host: str = ""
    port: int = 0
    folder: str = ""
    fingerprint: str = ""
    expires: datetime | None = None
    handed_over: datetime | None = None
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A letter or an engineer's mail that reached the customer."""

    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseFact:
    """Something known of the case, and the words it was read from."""

    name: str
    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Need:
    """Something only a person can settle; it stands until somebody acts on the case.

    ``holds``: while it stands it is our turn, and nothing that the desk begins leaves.
    """

    what: Reason
    since: datetime
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One matter. Counters and moments only: what is due next follows from them.

    ``description`` is the problem in the customer's own words, ``names`` those of our own
    people, by address; ``promised_answer`` is when a letter of ours said that we should be heard,
    ``answered_at`` when their last questions were answered; ``told_unseen``: the engineer knows
    of mails that never reached the desk.
    """

    id: str
    title: str
    opened: datetime
    status: Status = Status.OPEN
    since: datetime | None = None
    alive: bool = True
    contacts: tuple[Contact, ...] = ()
    participants: tuple[str, ...] = ()
    description: str = ""
    names: tuple[tuple[str, str], ...] = ()
    engineer: str = ""
    second_line: str = ""
    end_user: str = ""
    items: tuple[AskedItem, ...] = ()
    drafts: tuple[Draft, ...] = ()
    letters: int = 0
    accounts: tuple[Account, ...] = ()
    uploads: tuple[Upload, ...] = ()
    questions: tuple[str, ...] = ()
    facts: tuple[CaseFact, ...] = ()
    needs: tuple[Need, ...] = ()
    said: tuple[Said, ...] = ()
    last_contact: datetime | None = None
    last_heard: datetime | None = None
    last_said: datetime | None = None
    last_message: str = ""
    last_trust: Trust = Trust.PASS
    last_confidence: float = 1.0
    thread: tuple[str, ...] = ()
    packets: tuple[str, ...] = ()
    counterpart: str = ""
    owed_since: datetime | None = None
    question_since: datetime | None = None
    upload_check: datetime | None = None
    upload_claim: str = ""
    escalated_at: datetime | None = None
    watch_until: datetime | None = None
    promises: tuple[Promise, ...] = ()
    login_wanted: LoginWanted | None = None
    engineer_promised: datetime | None = None
    promised_answer: datetime | None = None
    promise_nagged: datetime | None = None
    answered_at: datetime | None = None
    not_before: datetime | None = None
    announced_for: datetime | None = None
    notice_at: datetime | None = None
    closed_at: datetime | None = None
    reminders: int = 0
    owe_nagged: datetime | None = None
    second_line_nagged: datetime | None = None
    recurs: bool = False
    refused_data: bool = False
    hold: str = ""
    hands_off: str = ""
    bounced: tuple[str, ...] = ()
    stranger_of: str = ""
    linked_to: str = ""
    merged_into: str = ""
    told_unseen: bool = False

    @property
    def customers(self) -> tuple[str, ...]:
        return tuple(contact.email for contact in self.contacts)

    def contact(self, email: str) -> Contact | None:
        return next((one for one in self.contacts if mailbox(one.email) == mailbox(email)), None)

    def draft(self, draft_id: str) -> Draft | None:
        return next((one for one in self.drafts if one.id == draft_id), None)

    @property
    def is_held(self) -> bool:
        """Whether a person has to look before the desk may begin to speak to the customer."""
        return any(need.holds for need in self.needs)

    @property
    def waits_for_login(self) -> bool:
        """Whether a login is asked for that the customer can't do without."""
        return self.login_wanted is not None and not self.login_wanted.over

    @property
    def open_promise(self) -> Promise | None:
        """The day for which the customer promised what is still to come."""
        return next((one for one in self.promises if one.state is PromiseState.OPEN), None)

    def items_in(self, *states: ItemState) -> tuple[str, ...]:
        return tuple(item.name for item in self.items if item.state in states)


def step(case: Case, how: Step, at: datetime) -> Case:
    """The case after ``how``; ``since`` moves only when the status does."""
    status = LIFE[case.status][how]
    return case if status is case.status else replace(case, status=status, since=at)


def threaded(case: Case, message_id: str) -> tuple[str, ...]:
    """The ids of the mails between customer and desk, this one last; a letter refers to them."""
    if not message_id:
        return case.thread
    others = tuple(one for one in case.thread if one != message_id)
    return (*others, message_id)[-_THREAD:]
