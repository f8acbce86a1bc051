"""Holds what goes to a stranger who used a known case's subject, number or quote."""

from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del now
    if draft.audience is not Audience.CUSTOMER or not case.stranger_of:
        return None
    if case.contacts and all(contact.confirmed for contact in case.contacts):
        return None
    return f"stranger_in_known_thread: it speaks of {case.stranger_of}, its writer is not on it"
