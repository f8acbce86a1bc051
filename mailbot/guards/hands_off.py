"""Holds everything to the customer while somebody, or the customer's own word, says hands off."""

from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del now
    if draft.audience is not Audience.CUSTOMER:
        return None
    if case.hands_off:
        return f"hands_off: {case.hands_off}"
    return f"hands_off: held by {case.hold}" if case.hold else None
