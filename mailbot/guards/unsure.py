"""Holds an answer to a mail that was not understood well enough."""

from mailbot.desk.case.rulebook import Departure
from mailbot.reasons import Reason, Wording

_ENOUGH = 0.7
_UNSURE = Wording(
    "unsure: what the mail wants was read with confidence {count} only",
    "对来信意图的把握不大（{count}），请您核对",
    "it is not quite sure what the mail wants (confidence {count})",
)


def veto(leaving: Departure) -> Reason | None:
    draft = leaving.draft
    if draft.confidence >= _ENOUGH:
        return None
    return _UNSURE(count=f"{draft.confidence:.2f}")
