"""A login that the administrator of another server is asked for, and for whom it is."""

from dataclasses import dataclass
from datetime import datetime

from mailbot.mail.message import Trust


@dataclass(frozen=True, slots=True)
class LoginRequest:
    """A customer who gets the letter once there is a login: asked in the mail ``answers``."""

    person: str
    answers: str = ""
    trust: Trust = Trust.PASS
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class LoginWanted:
    """Wanted by customers, by an engineer, or by both, until it is read from a mail.

    ``asked`` is when the question left to ``admin``, ``thread`` the ids of those mails; ``over``:
    nobody waits for the administrator any more, who said no or was not asked.
    """

    admin: str
    requests: tuple[LoginRequest, ...] = ()
    engineer: str = ""
    asked: datetime | None = None
    nagged: datetime | None = None
    thread: tuple[str, ...] = ()
    over: bool = False
