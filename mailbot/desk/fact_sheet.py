"""What is known of a case: every fact that a mail told, once, with its source."""

from mailbot.desk.case import CaseFact
from mailbot.desk.reading import Reading
from mailbot.desk.sheet import Sheet

_MOST = 200
# a promise has its own list, and a login that a customer spells out is not ours to use
_KEPT_ELSEWHERE = ("promise", "account_")


def told_by_customer(sheet: Sheet, mail: Reading) -> None:
    _keep(sheet, mail, but=_KEPT_ELSEWHERE)


def told_by_us(sheet: Sheet, mail: Reading) -> None:
    _keep(sheet, mail)
    sheet.change(end_user=sheet.case.end_user or mail.said.fact("end_user"))


def _keep(sheet: Sheet, mail: Reading, but: tuple[str, ...] = ()) -> None:
    known = {(fact.name, fact.value) for fact in sheet.case.facts}
    new = {
        (fact.name, fact.value): CaseFact(
            fact.name, fact.value, fact.evidence, mail.sender.email, mail.at
        )
        for fact in mail.said.facts
        if (fact.name, fact.value) not in known and not fact.name.startswith(but)
    }
    sheet.change(facts=(*sheet.case.facts, *new.values())[-_MOST:])
