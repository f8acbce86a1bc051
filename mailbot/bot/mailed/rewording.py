"""A letter with an engineer's words in place of its own; its frame stays."""

import re
from dataclasses import replace

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft
from mailbot.letters import count_gaps, filled
from mailbot.ports import Letters
from mailbot.understanding.said_of_draft import SaidOfDraft, Saying

_NUMBER = re.compile(r"^[ \t]*\d{1,2}[.、)）:：][ \t]*", re.MULTILINE)


def reworded(letters: Letters, draft: Draft, case: Case, said: SaidOfDraft, by: str) -> str:
    """The text of the letter as it shall leave, signed by who wrote the words.

    A gap is filled; where there are several, numbered words fill them in turn. Words that greet
    the reader bring the salutation; others stand below that of the frame. Raises TemplateError.
    """
    signed = replace(draft, approved_by=by)
    if said.saying is Saying.WORDS and draft.gap:
        text = letters.write(signed, case, {}).text
        pieces = _pieces(said.text, count_gaps(text))
        for piece in pieces:
            text = filled(text, piece)
        if pieces:
            return text
    above, below = letters.frame(signed, case)
    greeting = "" if said.saying is Saying.LETTER else above
    return "\n\n".join(filter(None, (greeting, said.text, below))) + "\n"


def _pieces(words: str, gaps: int) -> list[str]:
    """A piece of the words for each gap; none where they don't tell which is for which."""
    if gaps == 1:
        return [words]
    before, *pieces = _NUMBER.split(words)
    return pieces if not before.strip() and len(pieces) == gaps else []
