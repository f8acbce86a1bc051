"""Stops, for good, a letter to an address whose mail came back."""

from datetime import datetime

from mailbot.desk.case import Case
from mailbot.desk.draft import Draft

FINAL = True


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del now
    bad = [email for email in draft.to if email in case.bounced]
    return f"bounced: mail to {', '.join(bad)} came back" if bad else None
