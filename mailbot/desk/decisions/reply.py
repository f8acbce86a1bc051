"""The answer to a customer's mail: to whom, with whom in copy, in which language, how sure."""

import re
from dataclasses import replace

from mailbot.desk.case.draft import Audience, Content, Draft, Send
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.step import Step
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.desk.decisions.not_understood import without_guesses
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.people.mailbox import mailbox
from mailbot.desk.people.organisation import mail_house
from mailbot.understanding.intent import Owes

_NUMBER = re.compile(r"^\s*[(（]?\d{1,2}\s*[.、．)）:：]\s*(?=\D)")


def unnumbered(question: str) -> str:
    """A letter numbers the questions itself."""
    return _NUMBER.sub("", question)


def write_reply(
    sheet: Sheet, mail: Reading, letters: list[str], content: Content, owes: Owes | None
) -> Draft | None:
    """Put an answer to this mail on the sheet; None where it is not to be written."""
    secret = any(sheet.rules.letters[name].secret for name in letters)
    # a login is opened for who wrote: its letter goes nowhere else
    to = mail.sender.email if secret else _reply_address(mail)
    contact = sheet.parties.contact(mail.sender.email)
    draft = new_draft(letters, Audience.CUSTOMER, (to,), sheet.now, content)
    return sheet.write(
        replace(
            draft,
            cc=_copies(sheet, mail, to),
            lang=contact.lang if contact is not None else "",
            answers=mail.message_id,
            then=_then(letters, owes),
            send=Send.APPROVE,
            confidence=_confidence(sheet, mail, letters),
            trust=mail.trust,
            arrived=mail.at,
        )
    )


def _then(letters: list[str], owes: Owes | None) -> Step | None:
    """The step once it has left; None: what its letters say.

    What came is ours to read, whatever else the same letter hands over.
    """
    if owes is Owes.THEY:
        return Step.THEY_OWE
    return Step.WE_OWE if owes is Owes.WE_FORWARD and len(letters) > 1 else None


def _reply_address(mail: Reading) -> str:
    """Who wrote; a Reply-To is followed only within their own domain."""
    other = mail.reply_to
    if other is not None and mail_house(other.email) == mail_house(mail.sender.email):
        return other.email
    return mail.sender.email


def _copies(sheet: Sheet, mail: Reading, to: str) -> tuple[str, ...]:
    stood = {address.email for address in (*mail.to, *mail.cc)}
    gone = set(map(mailbox, sheet.parties.bounced))
    known = [one for one in sheet.parties.customers if one in stood and mailbox(one) not in gone]
    copies = dict.fromkeys([*known, *filter(None, [sheet.parties.engineer])])
    return tuple(
        email for email in copies if email not in (to, mail.sender.email) and email.isascii()
    )


def _confidence(sheet: Sheet, mail: Reading, letters: list[str]) -> float:
    asking = [
        found.confidence
        for found in without_guesses(mail.said).intents
        if found.name in sheet.rules.intents and sheet.rules.intents[found.name].letter
    ]
    return min(asking, default=1.0)
