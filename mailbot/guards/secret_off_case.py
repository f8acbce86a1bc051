"""Stops, for good, a letter with a secret to an address that is not on the case."""

from datetime import datetime

from mailbot.desk.case import Case
from mailbot.desk.draft import Audience, Draft

FINAL = True


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del now
    if not draft.secret or draft.audience is Audience.STAFF:
        return None
    strangers = [email for email in (*draft.to, *draft.cc) if case.contact(email) is None]
    return f"secret_off_case: {', '.join(strangers)} is not on the case" if strangers else None
