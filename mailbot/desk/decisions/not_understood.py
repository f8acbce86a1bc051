"""What was said and not understood: our turn, and nothing is begun until a person has looked.

A recogniser that misses must cost us a look, never the customer a reminder.
"""

from mailbot.because import Because
from mailbot.desk.case.reading import Reading
from mailbot.desk.decisions.sheet import Sheet
from mailbot.understanding.understood import Understanding

# below, a reading is a guess: the guard `unsure` would hold an answer to it
_UNDERSTOOD = 0.7


def is_understood(said: Understanding) -> bool:
    """Whether anything in it was read for sure."""
    return any(found.confidence >= _UNDERSTOOD for found in said.intents)


def hold_unclear(sheet: Sheet, mail: Reading) -> None:
    """They have said something, and nobody here knows what; each such mail is told."""
    what = Because.NOT_UNDERSTOOD(address=mail.sender.email)
    sheet.hold_for(what)
    sheet.tell(what)


def hold_for_more(sheet: Sheet, mail: Reading) -> None:
    """It is solved, they say, and something else that nobody here understood."""
    sheet.hold_for(Because.SOLVED_AND_MORE(address=mail.sender.email, said=mail.said.more))
