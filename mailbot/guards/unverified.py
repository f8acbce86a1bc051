"""Holds an answer to a mail whose sender our own server could not verify (RFC 8601)."""

from mailbot.desk.case.draft import Audience
from mailbot.desk.case.rulebook import Departure
from mailbot.mail.message import Trust
from mailbot.reasons import Reason, Wording

_UNPROVEN = Wording(
    "unverified: the sender's address is not proven (trust={trust})",
    "发件人地址未经证实（{trust}）",
    "the sender's address is not proven ({trust})",
)

# the administrator is asked on a customer's word
_FOR_A_CUSTOMER = (Audience.CUSTOMER, Audience.ADMIN)


def veto(leaving: Departure) -> Reason | None:
    draft = leaving.draft
    if draft.audience not in _FOR_A_CUSTOMER or draft.trust is Trust.PASS:
        return None
    return _UNPROVEN(trust=draft.trust.value)
