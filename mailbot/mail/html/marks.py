"""Structure of an HTML body, encoded as private-use characters in its text.

No mail can forge them: they are removed from every text before it is read (`unmarked`).
"""

import re
from dataclasses import dataclass

from mailbot.mail.html.colours import Hue

PLACE = "\ue000"  # a placeholder for a piece of the body
QUOTE_BEGINS = "\ue001"  # a quote begins with this line
SIGNED = "\ue002"  # this line belongs to the sender's signature
HUE_ENDS = "\ue003"
HUE_BEGINS = {hue: chr(0xE008 + at) for at, hue in enumerate(Hue)}

_HUES = {mark: hue for hue, mark in HUE_BEGINS.items()}
_MARKS = re.compile("[\ue000-\ue00f]")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and their positions: whole lines, and coloured words."""

    text: str
    quote_begins: tuple[Span, ...] = ()
    signed: tuple[Span, ...] = ()
    coloured: tuple[tuple[Hue, Span], ...] = ()


def unmarked(text: str) -> str:
    """``text`` without these characters."""
    return _MARKS.sub("", text)


def read_marks(text: str) -> Marked:
    """Read and remove the marks of a body."""
    if not _MARKS.search(text):
        return Marked(text)
    lines: list[str] = []
    begins: list[Span] = []
    signed: list[Span] = []
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
    return Marked("\n".join(lines), tuple(begins), tuple(signed), _coloured(text))


def _coloured(text: str) -> tuple[tuple[Hue, Span], ...]:
    """The coloured words; of nested colours, the inner one."""
    found: list[tuple[Hue, Span]] = []
    open_hues: list[tuple[Hue, int]] = []
    for before, hit in enumerate(_MARKS.finditer(text)):
        at = hit.start() - before  # positions in the text without marks
        if hit[0] in _HUES:
            open_hues.append((_HUES[hit[0]], at))
        elif hit[0] == HUE_ENDS and open_hues:
            _close(found, open_hues.pop(), at)
    return tuple(found)


def _close(found: list[tuple[Hue, Span]], opened: tuple[Hue, int], end: int) -> None:
    hue, start = opened
    inner = [one for one in found if one[1][0] >= start]
    if all(one is hue for one, _ in inner):
        del found[len(found) - len(inner) :]
        found.append((hue, (start, end)))
