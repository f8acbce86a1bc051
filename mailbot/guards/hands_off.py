"""Holds everything to the customer while somebody, or the customer's own word, says hands off."""

from mailbot.desk.case.draft import Audience
from mailbot.desk.case.rulebook import Departure
from mailbot.reasons import Reason, Wording

_PRESSES = Wording(
    "hands_off: the customer presses: {said}",
    "客户在催促或投诉，已暂停自动发信：{said}",
    "nothing leaves by itself, the customer presses: {said}",
)
_HELD = Wording(
    "hands_off: held by {person}",
    "{person} 已要求本案例暂不自动发信",
    "{person} holds what would leave by itself",
)


def veto(leaving: Departure) -> Reason | None:
    draft, case = leaving.draft, leaving.case
    if draft.audience is not Audience.CUSTOMER:
        return None
    if case.holds.hands_off:
        return _PRESSES(said=case.holds.hands_off)
    return _HELD(person=case.holds.hold) if case.holds.hold else None
