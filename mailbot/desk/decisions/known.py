"""What a customer's mail tells is known of the case from then on, each fact with its sentence."""

from mailbot.desk.case.case import CaseFact
from mailbot.desk.decisions.promises import PROMISE, keep_promise
from mailbot.desk.decisions.sheet import Sheet
from mailbot.understanding.understood import Understanding

_MOST_FACTS = 60
# kept elsewhere on the case, or of this one mail alone
_NOT_KEPT = frozenset(
    {"account_user", "account_password", "account_host", "account_port", PROMISE, "end_user"}
)


def keep_facts(sheet: Sheet, said: Understanding) -> None:
    known = [CaseFact(fact.name, fact.value, fact.evidence) for fact in said.facts]
    kept = dict.fromkeys((*sheet.case.facts, *(one for one in known if one.name not in _NOT_KEPT)))
    sheet.change(facts=tuple(kept)[:_MOST_FACTS])
    keep_promise(sheet, said)
