"""Holds an answer to a mail whose sender our own server could not verify (RFC 8601)."""

from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft
from mailbot.mail.message import Trust


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del case, now
    if draft.audience is not Audience.CUSTOMER or draft.trust is Trust.PASS:
        return None
    return f"unverified: the sender's address is not proven (trust={draft.trust.value})"
