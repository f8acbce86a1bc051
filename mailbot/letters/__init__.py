"""Letters: from a template, a case and a draft to the text that leaves.

A letter is `templates/<audience>/<lang>/<letter>.txt`: a few headers, a blank line, its own
paragraphs. `frame.txt` beside it holds salutation, courtesy and signature. Nothing is registered;
`names.py` lists what a template may speak of. What came in a mail is data here, never template.
"""

from mailbot.letters.check import check_letters
from mailbot.letters.letterhead import Letterhead
from mailbot.letters.markup import to_html
from mailbot.letters.shelf import read_letters
from mailbot.letters.signature import person_name
from mailbot.letters.wording import count_gaps, filled, has_gap
from mailbot.letters.writer import TemplateLetters

__all__ = [
    "Letterhead",
    "TemplateLetters",
    "check_letters",
    "count_gaps",
    "filled",
    "has_gap",
    "person_name",
    "read_letters",
    "to_html",
]
