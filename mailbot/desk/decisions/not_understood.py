"""What was said and not understood: our turn, and nothing is begun until a person has looked.

A recogniser that misses must cost us a look, never the customer a reminder.
"""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.reading import Reading
from mailbot.desk.decisions.sheet import Sheet
from mailbot.understanding.understood import CERTAIN, Understanding

# below, a reading is a guess: the guard `unsure` would hold an answer to it
_UNDERSTOOD = 0.7


def is_understood(said: Understanding) -> bool:
    """Whether anything in it was read for sure."""
    return any(found.confidence >= _UNDERSTOOD for found in said.intents)


def without_guesses(said: Understanding) -> Understanding:
    """What the desk goes by: beside what was read for sure, a guess writes no letter."""
    sure = tuple(found for found in said.intents if found.confidence >= _UNDERSTOOD)
    return replace(said, intents=sure) if sure else said


def is_certain(said: Understanding) -> bool:
    """Whether all that was read in it is certain enough to act on without a person."""
    return all(found.confidence >= CERTAIN for found in said.intents)


def hold_unsure(sheet: Sheet, mail: Reading) -> None:
    """It seems to be solved: a case closed by mistake is the worst that can happen."""
    words = next((found.evidence for found in mail.said.intents), "")
    sheet.hold_for(Because.SOLVED_UNSURE(address=mail.sender.email, said=words))


def hold_unclear(sheet: Sheet, mail: Reading) -> None:
    """They have said something, and nobody here knows what; each such mail is told."""
    likeliest = [guess.name for guess in mail.said.guesses]
    what = Because.NOT_UNDERSTOOD(address=mail.sender.email)
    if likeliest:
        what = Because.NOT_UNDERSTOOD_LIKELIEST(
            address=mail.sender.email,
            intents=", ".join(likeliest),
            case=sheet.case.id,
            name=likeliest[0],
        )
    sheet.hold_for(what)
    sheet.tell(what)


def hold_for_more(sheet: Sheet, mail: Reading) -> None:
    """It is solved, they say, and something else that nobody here understood."""
    sheet.hold_for(Because.SOLVED_AND_MORE(address=mail.sender.email, said=mail.said.more))
