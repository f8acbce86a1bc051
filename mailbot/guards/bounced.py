"""Stops, for good, a letter to an address whose mail came back."""

from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft
from mailbot.desk.people.mailbox import mailbox

FINAL = True


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del now
    gone = set(map(mailbox, case.bounced))
    bad = [email for email in (*draft.to, *draft.cc) if mailbox(email) in gone]
    return f"bounced: mail to {', '.join(bad)} came back" if bad else None
