"""What can happen to a case: events, in the past tense, each a frozen value."""

from dataclasses import dataclass
from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.ordered import (
    AccountRenewed,
    AccountsShut,
    CaseNoted,
    CloseOrdered,
    ContactLogged,
    DraftApproved,
    DraftEdited,
    DraftRejected,
    DraftTakenBack,
    HandOverOrdered,
    HoldLifted,
    HoldPlaced,
    ReadOnlyAccountOrdered,
    ReopenOrdered,
    Taken,
    WaitOrdered,
    WatchOrdered,
)
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.upload import Upload
from mailbot.reasons import Reason


@dataclass(frozen=True, slots=True)
class CustomerWrote:
    mail: Reading


@dataclass(frozen=True, slots=True)
class EngineerWrote:
    mail: Reading


@dataclass(frozen=True, slots=True)
class ColleagueWrote:
    """Somebody of ours who may not answer customers: recorded, moves nothing."""

    mail: Reading


@dataclass(frozen=True, slots=True)
class SecondLineWrote:
    mail: Reading


@dataclass(frozen=True, slots=True)
class AdminWrote:
    mail: Reading


@dataclass(frozen=True, slots=True)
class UnknownWrote:
    """Somebody who claims to be ours and can't prove it: for a human to see."""

    mail: Reading


@dataclass(frozen=True, slots=True)
class MachineWrote:
    mail: Reading


@dataclass(frozen=True, slots=True)
class FileArrived:
    """An upload ended, has just begun, or was deleted (``upload.state``).

    ``was`` is the name it had until now, '' where it was not renamed.
    """

    upload: Upload
    was: str = ""


@dataclass(frozen=True, slots=True)
class AlarmRang:
    """A due date of the case has come."""


@dataclass(frozen=True, slots=True)
class ListPrinted:
    """The morning's list named what this case will do by itself until ``until``."""

    until: datetime


@dataclass(frozen=True, slots=True)
class DraftOutdated:
    """A day that the draft names is over."""

    draft: str


@dataclass(frozen=True, slots=True)
class DraftStopped:
    """A guard stopped a letter right before sending, or it could not be written."""

    draft: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class DraftSentByHand:
    """An engineer sent a draft of ours from the mail program; ``changed``: not as it was."""

    mail: Reading
    draft: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class DraftGone:
    """A draft lies in the Drafts folder no more, and was not sent from there."""

    draft: str


@dataclass(frozen=True, slots=True)
class LetterLeft:
    """``message_id`` is the one it left with."""

    draft: str
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class SendFailed:
    """The letter did not leave and will not; or (``in_doubt``) nobody knows."""

    draft: str
    error: Reason
    in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class CaseJoined:
    """Another case is one with this: ``other`` as it was. ``by`` is '' where a mail proves it."""

    other: Case
    by: str = ""


@dataclass(frozen=True, slots=True)
class JoinedInto:
    """This case lives on in ``into``."""

    into: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class MailsSplitOff:
    """These mails went into the case ``into``; ``stay`` are the mails that did not."""

    into: str
    by: str
    moved: tuple[Reading, ...]
    stay: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class SplitOff:
    """This case was made of mails of the case ``origin``."""

    origin: str
    by: str


@dataclass(frozen=True, slots=True)
class PutBack:
    """The last join or split was undone: the case is again ``as_it_was``."""

    as_it_was: Case
    by: str


@dataclass(frozen=True, slots=True)
class MailCorrected:
    """An engineer says what a mail wants: ``mail`` is read with their word."""

    mail: Reading
    by: str


MailEvent = (
    CustomerWrote
    | EngineerWrote
    | DraftSentByHand
    | ColleagueWrote
    | SecondLineWrote
    | AdminWrote
    | UnknownWrote
    | MachineWrote
)
Event = (
    CustomerWrote
    | EngineerWrote
    | ColleagueWrote
    | SecondLineWrote
    | AdminWrote
    | UnknownWrote
    | MachineWrote
    | FileArrived
    | AlarmRang
    | ListPrinted
    | DraftApproved
    | DraftRejected
    | DraftEdited
    | DraftOutdated
    | DraftSentByHand
    | DraftGone
    | DraftStopped
    | LetterLeft
    | SendFailed
    | ContactLogged
    | AccountRenewed
    | ReadOnlyAccountOrdered
    | AccountsShut
    | HoldPlaced
    | HoldLifted
    | Taken
    | WatchOrdered
    | CloseOrdered
    | ReopenOrdered
    | CaseJoined
    | JoinedInto
    | MailsSplitOff
    | SplitOff
    | PutBack
    | MailCorrected
    | DraftTakenBack
    | WaitOrdered
    | HandOverOrdered
    | CaseNoted
)
