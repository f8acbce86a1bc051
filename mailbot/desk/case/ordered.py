"""What an engineer can order of a case: events like all others, each a frozen value."""

from dataclasses import dataclass
from datetime import datetime

from mailbot.understanding.understood import Mention


@dataclass(frozen=True, slots=True)
class DraftApproved:
    """``digest`` is the SHA-256 of the sealed text that was seen, ``to`` an address it lacked.

    ``leaves`` is when it may leave, at once if None: until then the yes can be taken back.
    """

    draft: str
    by: str
    digest: str
    to: str = ""
    leaves: datetime | None = None


@dataclass(frozen=True, slots=True)
class DraftTakenBack:
    """An engineer takes a yes back before the letter has left."""

    draft: str
    by: str


@dataclass(frozen=True, slots=True)
class DraftRejected:
    draft: str
    by: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class DraftEdited:
    """``mentions`` are the items that the new text speaks of."""

    draft: str
    by: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactLogged:
    """An engineer told the customer by telephone, in a chat, on site."""

    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadOnlyAccountOrdered:
    """An engineer wants one of the second line to fetch the files of the case."""

    by: str
    person: str


@dataclass(frozen=True, slots=True)
class AccountRenewed:
    """An engineer wants a new password for the login of ``person``, or a login at all."""

    by: str
    person: str


@dataclass(frozen=True, slots=True)
class AccountsShut:
    """An engineer shuts the logins of ``person``, of everybody where that is ''."""

    by: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class HoldPlaced:
    by: str


@dataclass(frozen=True, slots=True)
class HoldLifted:
    by: str


@dataclass(frozen=True, slots=True)
class Taken:
    by: str


@dataclass(frozen=True, slots=True)
class WatchOrdered:
    by: str
    until: datetime


@dataclass(frozen=True, slots=True)
class CloseOrdered:
    by: str


@dataclass(frozen=True, slots=True)
class ReopenOrdered:
    by: str


@dataclass(frozen=True, slots=True)
class WaitOrdered:
    """Nothing that the desk begins shall leave before ``until``."""

    by: str
    until: datetime


@dataclass(frozen=True, slots=True)
class HandOverOrdered:
    """The second line shall get a packet."""

    by: str


@dataclass(frozen=True, slots=True)
class CaseNoted:
    """A word among us."""

    by: str
    text: str
