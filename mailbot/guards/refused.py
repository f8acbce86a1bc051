"""Holds the packet once the customer has refused data: a person must say yes."""

from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del now
    if draft.audience is not Audience.SECOND_LINE or not case.refused_data:
        return None
    return "refused: the customer declined to give data; may this go to the second line?"
