"""What the engineer hears of a customer's mail; who presses holds all that leaves by itself."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import HandsOff, HandsOffChange
from mailbot.desk.case.reading import Reading
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.people.organisation import organisation
from mailbot.mail.message import Trust
from mailbot.understanding.intent import Effect


def tell(sheet: Sheet, mail: Reading) -> None:
    for found in mail.said.intents:
        intent = sheet.rules.intents.get(found.name)
        if intent is not None and intent.told is not None:
            sheet.tell(intent.told(said=found.evidence))
        if intent is not None and intent.effect is Effect.PRESSES:
            _escalate(sheet, mail, found.evidence)


def _escalate(sheet: Sheet, mail: Reading, evidence: str) -> None:
    sheet.tell_lead(Because.PRESSES(said=evidence))
    if mail.trust is not Trust.PASS:
        return
    sheet.holds = replace(sheet.holds, hands_off=evidence)
    held = tuple(dict.fromkeys(map(organisation, sheet.parties.customers)))
    sheet.order(HandsOff(held, HandsOffChange.PLACE, evidence))
