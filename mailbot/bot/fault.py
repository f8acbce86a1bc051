"""Where a fault of ours lies: its kind and its place, and never a word of a mail."""

from pathlib import Path
from traceback import walk_tb

import mailbot

_HOUSE = str(Path(mailbot.__file__).parent)


def place(error: BaseException) -> str:
    """File and line of our own code where it was raised, or of what we called."""
    frames = list(walk_tb(error.__traceback__))
    ours = [one for one in frames if one[0].f_code.co_filename.startswith(_HOUSE)]
    for frame, line in (ours or frames)[-1:]:
        return f"{frame.f_code.co_filename}:{line}"
    return ""


def named(error: BaseException) -> str:
    """``KeyError at sheet.py:153``; the words of an error may hold those of a mail."""
    where = Path(place(error)).name
    return f"{type(error).__name__} at {where}" if where else type(error).__name__
