"""Holds the packet once the customer has refused data: a person must say yes."""

from mailbot.desk.case.draft import Audience
from mailbot.desk.case.rulebook import Departure
from mailbot.reasons import Reason, Wording

_DECLINED = Wording(
    "refused: the customer declined to give data; may this go to the second line?",
    "客户不愿提供资料，请确认是否可以转给二线",
    "the customer declined to give data: may this go to the second line?",
)


def veto(leaving: Departure) -> Reason | None:
    draft, case = leaving.draft, leaving.case
    if draft.audience is not Audience.SECOND_LINE or not case.matter.refused_data:
        return None
    return _DECLINED()
