"""Holds what goes to somebody whom only a quote, a number or a subject brought to the case."""

from datetime import datetime

from mailbot.desk.case.case import Case, Contact
from mailbot.desk.case.draft import Audience, Draft
from mailbot.desk.people.organisation import organisation

_WEAK = frozenset({"quote", "number", "subject", "only_case"})
_STRONG = frozenset({"references", "thread_index"})


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del now
    if draft.audience is not Audience.CUSTOMER:
        return None
    for email in draft.to:
        contact = case.contact(email)
        if contact is None:
            return f"joined_weakly: {email} is not on the case"
        if not contact.confirmed and _is_weak(contact, case):
            return (
                f"joined_weakly: {email} joined by a {contact.joined_by}, "
                "and no engineer has written to him in this case"
            )
    return None


def _is_weak(contact: Contact, case: Case) -> bool:
    """Who knows the id of a mail may still be a stranger to all who wrote before him."""
    if contact.joined_by in _WEAK:
        return True
    others = [one.email for one in case.contacts if one is not contact]
    strange = organisation(contact.email) not in map(organisation, others)
    return contact.joined_by in _STRONG and bool(others) and strange
