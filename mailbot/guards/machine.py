"""Stops, for good, a letter to an address nobody reads (RFC 3834, section 2)."""

import re
from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft

FINAL = True
_MACHINE = re.compile(
    r"^(mailer[._-]?daemon|postmaster|no[._-]?reply|do[._-]?not[._-]?reply|bounces?|"
    r"auto[._-]?reply)([+._-].*)?@",
    re.IGNORECASE,
)


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del case, now
    if draft.audience is not Audience.CUSTOMER:
        return None
    machines = [email for email in draft.to if _MACHINE.match(email)]
    return f"machine: nobody reads {', '.join(machines)}" if machines else None
