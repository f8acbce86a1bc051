"""Holds what goes to somebody whom only a quote, a number or a subject brought to the case."""

from datetime import datetime

from mailbot.desk.case import Case
from mailbot.desk.draft import Audience, Draft

_WEAK = frozenset({"quote", "number", "subject"})


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del now
    if draft.audience is not Audience.CUSTOMER:
        return None
    for email in draft.to:
        contact = case.contact(email)
        if contact is not None and contact.joined_by in _WEAK and not contact.confirmed:
            return (
                f"joined_weakly: {email} joined by a {contact.joined_by}, "
                "and no engineer has written to him in this case"
            )
    return None
