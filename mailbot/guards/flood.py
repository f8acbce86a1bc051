"""Stops a flood: five letters an hour or twenty a day to one person, a hundred an hour in all."""

from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft

_TO_ONE = 5
_A_DAY = 20
_IN_ALL = 100


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del case, now
    to = next(iter(draft.to), "")
    if to and draft.sent_to_person >= _TO_ONE:
        return f"flood: {draft.sent_to_person} letters went to {to} within the hour"
    if to and draft.sent_today >= _A_DAY:
        return f"flood: {draft.sent_today} letters went to {to} within a day"
    if draft.sent_in_all >= _IN_ALL:
        return f"flood: {draft.sent_in_all} letters left within the hour"
    return None
