"""Holds what goes to somebody whom only a quote, a number or a subject brought to the case."""

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.parties import Contact
from mailbot.desk.case.rulebook import Departure
from mailbot.desk.people.organisation import organisation
from mailbot.reasons import Reason, Wording

_WEAK = frozenset({FiledBy.QUOTE, FiledBy.NUMBER, FiledBy.SUBJECT, FiledBy.ONLY_CASE})
_STRONG = frozenset({FiledBy.REFERENCES, FiledBy.THREAD_INDEX})
_ONLY_BY = Wording(
    "joined_weakly: {address} joined by a {evidence}, and no engineer has written to them in this "
    "case",
    "对方（{address}）仅凭{evidence}归入本案例，工程师还没有在本案例中给对方写过信",
    "only a {evidence} brought {address} here, and no engineer has written to them yet",
)
_NOT_ON_THE_CASE = Wording(
    "joined_weakly: {address} is not on the case",
    "{address} 不在本案例的联系人中",
    "{address} is not on the case",
)


def veto(leaving: Departure) -> Reason | None:
    draft, case = leaving.draft, leaving.case
    if draft.audience is not Audience.CUSTOMER:
        return None
    for email in draft.to:
        contact = case.parties.contact(email)
        if contact is None:
            return _NOT_ON_THE_CASE(address=email)
        if not contact.confirmed and _is_weak(contact, case):
            return _ONLY_BY(address=email, evidence=contact.joined_by.value)
    return None


def _is_weak(contact: Contact, case: Case) -> bool:
    """Who knows the id of a mail may still be a stranger to all who wrote before them."""
    if contact.joined_by in _WEAK:
        return True
    others = [one.email for one in case.parties.contacts if one is not contact]
    strange = organisation(contact.email) not in map(organisation, others)
    return contact.joined_by in _STRONG and bool(others) and strange
