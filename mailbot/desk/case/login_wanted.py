"""A login that the administrator of another server is asked for, and for whom it is."""

from dataclasses import dataclass
from datetime import datetime

from mailbot.mail.message import Trust


@dataclass(frozen=True, slots=True)
class LoginWanted:
    """Wanted by a customer (``person``), by an engineer, or by both, until it is read from a mail.

    ``answers`` is the customer's mail, read with ``confidence``; ``asked`` is when the question
    left to ``admin``, ``thread`` the ids of those mails; ``over``: nobody waits for the
    administrator any more, who said no or was not asked.
    """

    admin: str
    person: str = ""
    engineer: str = ""
    answers: str = ""
    trust: Trust = Trust.PASS
    confidence: float = 1.0
    asked: datetime | None = None
    nagged: datetime | None = None
    thread: tuple[str, ...] = ()
    over: bool = False
