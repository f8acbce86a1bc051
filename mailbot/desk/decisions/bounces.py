"""What follows from a delivery report: an address that is gone is told, and never guessed."""

from collections.abc import Callable
from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.events import MachineWrote
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.step import Step
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.people.mailbox import mailbox
from mailbot.mail.message import Undelivered

_PERMANENT = "5"


def machine_wrote(sheet: Sheet, event: MachineWrote) -> None:
    mail = event.mail
    wanted = sheet.transfer.login_wanted
    asked = wanted.admin if wanted is not None else ""
    people = (*sheet.parties.customers, sheet.parties.second_line, asked)
    ours = set(map(mailbox, filter(None, people)))
    each = mail.bounce.each if mail.bounce is not None else ()
    failed = [one for one in each if _is_permanent(one) and mailbox(one.recipient) in ours]
    for one in failed:
        _way_of_bounce(mail)(sheet, one)
    if not failed:
        sheet.say(Because.MACHINE_CHANGES_NOTHING(kind=mail.kind.value))


def _bounced(sheet: Sheet, to: Undelivered) -> None:
    bounced = tuple(dict.fromkeys((*sheet.parties.bounced, to.recipient)))
    sheet.parties = replace(sheet.parties, bounced=bounced)
    sheet.move(Step.WE_OWE, Because.CAME_BACK(address=to.recipient, status=to.status))
    sheet.hold_for(Because.BOUNCES(address=to.recipient, status=to.status))


def _bounced_here(sheet: Sheet, to: Undelivered) -> None:
    """It names a mail of this case: known to few, though not signed, so a person has to look."""
    sheet.hold_for(Because.BOUNCES(address=to.recipient, status=to.status))
    sheet.move(Step.WE_OWE, Because.CAME_BACK(address=to.recipient, status=to.status))


def _may_bounce(sheet: Sheet, to: Undelivered) -> None:
    sheet.say(Because.BOUNCE_OF_NOTHING())
    sheet.need(Because.MAY_BOUNCE(address=to.recipient))


def _way_of_bounce(mail: Reading) -> Callable[[Sheet, Undelivered], None]:
    """A report that names a signed id of ours is believed; anybody can write one that does not."""
    if mail.by is FiledBy.OWN_ID:
        return _bounced
    names_a_mail = mail.bounce is not None and bool(mail.bounce.original_message_id)
    return _bounced_here if names_a_mail and mail.by is FiledBy.REFERENCES else _may_bounce


def _is_permanent(bounce: Undelivered) -> bool:
    """RFC 3463: class 5, or where no status is given, the action."""
    if bounce.status:
        return bounce.status.startswith(_PERMANENT)
    return bounce.action == "failed"
