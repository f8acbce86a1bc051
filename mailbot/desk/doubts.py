"""Mails that read in more than one way: both readings for the engineer, until he picks one."""

from mailbot.desk.case import Doubt
from mailbot.desk.reading import Reading
from mailbot.desk.sheet import Sheet

# a reading that is as likely wrong as right helps nobody to act
_CLEAR = 0.5
_MOST = 5


def raised(sheet: Sheet, mail: Reading) -> None:
    """Ask the engineer, where even the likeliest reading is not likely."""
    likeliest = mail.said.likeliest
    if not likeliest or likeliest[0].probability >= _CLEAR:
        return
    doubt = Doubt(mail.message_id, mail.sender.email, (likeliest[0].names, likeliest[1].names))
    sheet.change(doubts=(*sheet.case.doubts, doubt)[-_MOST:])
    first, second = ("+".join(names) or "nothing" for names in doubt.readings)
    sheet.need(
        f"what {doubt.sender} wants is not clear: {first} or {second}? "
        f"`mailbot pick {sheet.case.id} 1` or 2"
    )


def settled(sheet: Sheet, message_id: str) -> None:
    """Nobody is asked about this mail any more."""
    gone = [one for one in sheet.case.doubts if one.mail == message_id]
    asked = tuple(f"what {one.sender} wants is not clear" for one in gone)
    sheet.change(
        doubts=tuple(one for one in sheet.case.doubts if one not in gone),
        needs=tuple(one for one in sheet.case.needs if not one.what.startswith(asked)),
    )
