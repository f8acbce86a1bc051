"""Stops, for good, a letter to an address nobody reads (RFC 3834, section 2)."""

import re

from mailbot.desk.case.draft import Audience
from mailbot.desk.case.rulebook import Departure
from mailbot.reasons import Reason, Wording

FINAL = True
_MACHINE = re.compile(
    r"^(mailer[._-]?daemon|postmaster|no[._-]?reply|do[._-]?not[._-]?reply|bounces?|"
    r"auto[._-]?reply)([+._-].*)?@",
    re.IGNORECASE,
)
_NOBODY_READS = Wording(
    "machine: nobody reads {to}", "{to} 是系统邮箱，没有人会看", "nobody reads {to}"
)


def veto(leaving: Departure) -> Reason | None:
    draft = leaving.draft
    if draft.audience is not Audience.CUSTOMER:
        return None
    machines = [email for email in draft.to if _MACHINE.match(email)]
    return _NOBODY_READS(to=", ".join(machines)) if machines else None
