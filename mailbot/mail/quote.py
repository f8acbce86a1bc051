"""The text of a mail taken apart: what is new in it, what it quotes, how it is signed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mailbot.mail.attribution import Span
from mailbot.mail.quote_marks import openings
from mailbot.mail.signature import is_sent_from, signature_at

# runs of lines that bear the mark of a quote (RFC 3676, 4.5)
_MARKED = re.compile(r"^(?:[ \t\xa0]{0,9}+[>＞][^\n]*+(?:\n|\Z))++", re.MULTILINE)
_MARKS = re.compile(r"^[ \t\xa0>＞]+", re.MULTILINE)
_SPACE = re.compile(r"\s*")
_HEAD = 2_000


@dataclass(frozen=True, slots=True)
class Parts:
    """Every line of a body stands in one of these."""

    text: str
    quoted: str = ""
    signature: str = ""


def split(text: str) -> Parts:
    """New text, quote and signature of a body; in time linear to its length."""
    marked = [hit.span() for hit in _MARKED.finditer(text)]
    introduced = openings(text)
    quotes = _quotes(text, marked, introduced)
    new = _between(quotes, len(text))
    if not introduced and not _said(text, new) and not _answers(text):
        return Parts(_joined([text]))  # '>' lines that answer nothing are a text
    signed = _signatures(text, new, is_reply=bool(quotes))
    said = _cut(new, signed)
    return Parts(
        *(_joined(text[start:end] for start, end in spans) for spans in (said, quotes, signed))
    )


def _quotes(text: str, marked: list[Span], introduced: list[Span]) -> list[Span]:
    """What is quoted: all that follows words that introduce it, unless marks say how far."""
    quotes: list[Span] = []
    done = 0
    opens = set(introduced)
    for start, end in sorted(marked + introduced):
        if start < done:
            continue
        if (start, end) in opens and not _is_limited(text, end, opens):
            return [*quotes, (start, len(text))]
        quotes.append((start, end))
        done = end
    return quotes


def _is_limited(text: str, end: int, opens: set[Span]) -> bool:
    """The quote is marked line by line: what is not marked was written by the sender."""
    found = _SPACE.match(text, end)
    at = found.end() if found else end
    if text[at : at + 1] in (">", "＞"):
        return True
    line = text.rfind("\n", 0, at) + 1
    return line >= end and line in {start for start, _ in opens}


def _between(quotes: list[Span], length: int) -> list[Span]:
    edges = [0, *(edge for span in quotes for edge in span), length]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _signatures(text: str, new: list[Span], *, is_reply: bool) -> list[Span]:
    """The signatures at the end and above the first quote."""
    signed = []
    for start, end in dict.fromkeys((new[0], new[-1])):
        at = start + signature_at(text[start:end])
        if at < end:
            signed.append((at, end))
    if is_reply or _said(text, _cut(new, signed)) or is_sent_from(text):
        return signed
    return []  # a card alone is all that was said


def _cut(new: list[Span], signed: list[Span]) -> list[Span]:
    ends = {end: at for at, end in signed}
    return [(start, ends.get(end, end)) for start, end in new]


def _answers(text: str) -> bool:
    """The marked lines begin with the words that introduce a quote."""
    return bool(openings(_MARKS.sub("", text[:_HEAD])))


def _said(text: str, spans: list[Span]) -> bool:
    return any(text[start:end].strip() for start, end in spans)


def _joined(pieces: Iterable[str]) -> str:
    return "\n".join(piece.rstrip("\n") for piece in pieces if piece.strip()).strip()
