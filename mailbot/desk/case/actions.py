"""What a decision orders: actions, as commands, each a frozen value."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft
from mailbot.reasons import Reason


@dataclass(frozen=True, slots=True)
class Write:
    """Write out this draft; it leaves at once if its state is QUEUED."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Withdraw:
    draft: Draft
    because: Reason


@dataclass(frozen=True, slots=True)
class Release:
    """Let a draft that was written earlier leave, from ``at`` on."""

    draft: Draft
    at: datetime


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """Open a login for this person, or renew its password where there is one."""

    person: str


@dataclass(frozen=True, slots=True)
class OpenReadOnlyAccount:
    """The same for one of the second line, whose login fetches files and changes nothing."""

    person: str


@dataclass(frozen=True, slots=True)
class TakeNewPassword:
    """The letter with the new password has left: the old one counts no more."""

    users: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepOldPassword:
    """The letter with the new password will not leave: the old one goes on."""

    users: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShutAccounts:
    """Shut the logins of these users on our own server."""

    users: tuple[str, ...]
    because: Reason


class HandsOffChange(StrEnum):
    PLACE = "place"
    LIFT = "lift"


@dataclass(frozen=True, slots=True)
class HandsOff:
    """Hold everything that would leave by itself for these organisations, or lift that.

    ``said``: the words of the customer who presses.
    """

    organisations: tuple[str, ...]
    change: HandsOffChange
    said: str = ""


Action = (
    Write
    | Withdraw
    | Release
    | OpenAccount
    | OpenReadOnlyAccount
    | TakeNewPassword
    | KeepOldPassword
    | ShutAccounts
    | HandsOff
)


@dataclass(frozen=True, slots=True)
class Decision:
    """The case as it is now, what is to be done, and why."""

    case: Case
    actions: tuple[Action, ...] = ()
    because: tuple[Reason, ...] = ()
