"""What the bot did, as it happens: for the log, the replay and the demo's timeline to show."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.desk.case.draft import Draft
from mailbot.desk.case.life import Status
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.transfer import Account
from mailbot.desk.case.upload import Upload
from mailbot.ports import Written
from mailbot.reasons import Reason


class Opening(StrEnum):
    """What a mail did to its case: nothing, or it opened one."""

    NONE = ""
    NEW = "new"
    LINKED = "linked"
    AGAIN = "again"


class Move(StrEnum):
    """What became of a letter."""

    DRAFTED = "draft"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


class AccountChange(StrEnum):
    """What became of a login."""

    OPENED = "opened"
    READ = "read"
    SHUT = "shut"


@dataclass(frozen=True, slots=True)
class Received:
    """A mail was filed."""

    at: datetime
    case: str
    file: str
    mail: Reading
    opened: Opening


@dataclass(frozen=True, slots=True)
class LetterMoved:
    """A letter was drafted, was sent or was withdrawn."""

    at: datetime
    case: str
    draft: Draft
    mode: Move
    written: Written
    because: tuple[Reason, ...] = ()
    in_reply_to: str = ""


@dataclass(frozen=True, slots=True)
class AccountChanged:
    """A login was opened, read from a mail, or shut."""

    at: datetime
    case: str
    account: Account
    origin: AccountChange


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file came to an end on the server."""

    at: datetime
    case: str
    upload: Upload


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """A case went from one status to another."""

    at: datetime
    case: str
    was: Status
    now: Status
    because: tuple[Reason, ...]
    until: datetime | None


@dataclass(frozen=True, slots=True)
class CasesJoined:
    """``other`` lives on in ``case``: what was told of it belongs there."""

    at: datetime
    case: str
    other: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """Every decision, with its plain reasons."""

    at: datetime
    case: str
    event: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A mail could not be read and is kept for a human."""

    at: datetime
    file: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Ignored:
    """A mail opens nothing and moves nothing."""

    at: datetime
    file: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A fault of ours on one mail or one case; it is tried again, and holds up no other."""

    at: datetime
    what: str
    error: str
    place: str


Happening = (
    Received
    | LetterMoved
    | AccountChanged
    | Uploaded
    | StatusChanged
    | CasesJoined
    | Decided
    | Quarantined
    | Ignored
    | Failed
)

Watcher = Callable[[Happening], None]
