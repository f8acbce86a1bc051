"""Holds what goes to a stranger who used a known case's subject, number or quote."""

from mailbot.desk.case.draft import Audience
from mailbot.desk.case.rulebook import Departure
from mailbot.reasons import Reason, Wording

_NOT_ON_IT = Wording(
    "stranger_in_known_thread: it speaks of {case}, its writer is not on it",
    "来信提到案例 {case}，但发件人不在该案例中",
    "the mail speaks of {case}, and its writer is not on that case",
)


def veto(leaving: Departure) -> Reason | None:
    draft, case = leaving.draft, leaving.case
    if draft.audience is not Audience.CUSTOMER or not case.parties.stranger_of:
        return None
    if case.parties.contacts and all(contact.confirmed for contact in case.parties.contacts):
        return None
    return _NOT_ON_IT(case=case.parties.stranger_of)
