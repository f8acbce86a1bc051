"""What a customer's mail tells is known of the case from then on, each fact with its sentence."""

from dataclasses import replace

from mailbot.desk.decisions.promises import PROMISE, keep_promise
from mailbot.desk.decisions.sheet import Sheet
from mailbot.understanding.understood import Understanding

_MOST_FACTS = 60
# kept elsewhere on the case, or of this one mail alone
_NOT_KEPT = frozenset(
    {"account_user", "account_password", "account_host", "account_port", PROMISE, "end_user"}
)


def keep_facts(sheet: Sheet, said: Understanding) -> None:
    new = (fact for fact in said.facts if fact.name not in _NOT_KEPT)
    kept = dict.fromkeys((*sheet.matter.facts, *new))
    sheet.matter = replace(sheet.matter, facts=tuple(kept)[:_MOST_FACTS])
    keep_promise(sheet, said)
