"""An engineer says what a mail wants: what was begun by the wrong reading is taken back."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.events import MailCorrected
from mailbot.desk.decisions.customer import respond
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.people.role import Role

_DOUBTS = frozenset(
    {
        Because.NOT_UNDERSTOOD,
        Because.NOT_UNDERSTOOD_LIKELIEST,
        Because.SOLVED_UNSURE,
        Because.SOLVED_AND_MORE,
    }
)


def mail_corrected(sheet: Sheet, event: MailCorrected) -> None:
    """The newest mail of a customer is answered anew; an older one is only noted."""
    mail = event.mail
    named = ", ".join(mail.said.names) or "-"
    because = Because.CORRECTED(person=event.by, address=mail.sender.email, intents=named)
    sheet.say(because)
    if mail.role is not Role.CUSTOMER or mail.message_id != sheet.talk.last_message:
        return
    needs = tuple(need for need in sheet.holds.needs if need.what.kind not in _DOUBTS)
    sheet.holds = replace(sheet.holds, needs=needs)
    sheet.withdraw(
        lambda draft: draft.audience is Audience.CUSTOMER and draft.answers == mail.message_id,
        because,
    )
    if mail.said.intents:
        respond(sheet, mail)
