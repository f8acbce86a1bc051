"""What the structure of an HTML body says of its lines, kept in private characters at their start.

No mail can forge them: they are taken out of every text before it is read (`unmarked`).
"""

import re
from dataclasses import dataclass

QUOTE_BEGINS = "\ue001"  # from this line on, something is quoted
SIGNED = "\ue002"  # this line stands in the sender's signature
PLACE = "\ue000"  # a piece of the body that is put back here later

_MARKS = re.compile("[\ue000-\ue00f]")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the lines that bore them."""

    text: str
    quote_begins: tuple[Span, ...] = ()
    signed: tuple[Span, ...] = ()


def unmarked(text: str) -> str:
    """``text`` without these characters."""
    return _MARKS.sub("", text)


def read_marks(text: str) -> Marked:
    """The marks of a body, read off its lines."""
    if not _MARKS.search(text):
        return Marked(text)
    lines, begins, signed = [], [], []
    at = 0
    for line in text.split("\n"):
        bare = unmarked(line)
        span = (at, at + len(bare))
        if QUOTE_BEGINS in line:
            begins.append(span)
        if line.startswith(SIGNED):
            signed.append(span)
        lines.append(bare)
        at = span[1] + 1
    return Marked("\n".join(lines), tuple(begins), tuple(signed))
