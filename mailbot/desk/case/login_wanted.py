"""A login that the administrator of another server is asked for, and for whom it is."""

from dataclasses import dataclass, replace
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


def wanted_by_both(one: LoginWanted | None, other: LoginWanted | None) -> LoginWanted | None:
    """What two cases that become one wait for; a question that either put is put."""
    if one is None or other is None:
        return one or other
    first, second = (one, other) if one.asked is not None or other.asked is None else (other, one)
    people = {each.person for each in first.requests}
    return replace(
        first,
        requests=(*first.requests, *(e for e in second.requests if e.person not in people)),
        engineer=first.engineer or second.engineer,
        thread=(*first.thread, *second.thread),
    )
