"""Holds a letter with a secret unless the mail it answers is verified."""

from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft
from mailbot.mail.message import Trust


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del case, now
    if not draft.secret or draft.trust is Trust.PASS:
        return None
    return "secret: a password goes only to a verified address"
