"""Holds an answer to a mail that was not understood well enough."""

from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft

_ENOUGH = 0.7


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del case, now
    if draft.confidence >= _ENOUGH:
        return None
    return f"unsure: what the mail wants was read with confidence {draft.confidence:.2f} only"
