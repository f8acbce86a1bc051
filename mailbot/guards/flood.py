"""Stops a flood: five letters an hour or twenty a day to one person, a hundred an hour in all."""

from mailbot.desk.case.rulebook import Departure
from mailbot.reasons import Reason, Wording

_TO_ONE = 5
_A_DAY = 20
_IN_ALL = 100
_TO_ONE_WITHIN_THE_HOUR = Wording(
    "flood: {count} letters went to {address} within the hour",
    "一小时内已向 {address} 发出 {count} 封信，暂停自动发送",
    "{count} letters went to {address} within the hour",
)
_TO_ONE_WITHIN_A_DAY = Wording(
    "flood: {count} letters went to {address} within a day",
    "一天内已向 {address} 发出 {count} 封信，暂停自动发送",
    "{count} letters went to {address} within a day",
)
_WITHIN_THE_HOUR = Wording(
    "flood: {count} letters left within the hour",
    "一小时内已发出 {count} 封信，暂停自动发送",
    "{count} letters left within the hour",
)


def veto(leaving: Departure) -> Reason | None:
    draft = leaving.draft
    to = next(iter(draft.to), "")
    if to and draft.sent_to_person >= _TO_ONE:
        return _TO_ONE_WITHIN_THE_HOUR(count=draft.sent_to_person, address=to)
    if to and draft.sent_today >= _A_DAY:
        return _TO_ONE_WITHIN_A_DAY(count=draft.sent_today, address=to)
    if draft.sent_in_all >= _IN_ALL:
        return _WITHIN_THE_HOUR(count=draft.sent_in_all)
    return None
