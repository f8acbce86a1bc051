"""Splits the text of a mail into new text, quotes and signatures."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from mailbot.mail.html.marks import Marked, Span, read_marks
from mailbot.mail.parts import Part, Parts, Piece, Why
from mailbot.mail.quoting.attribution import with_writer_above
from mailbot.mail.quoting.inline import answers
from mailbot.mail.quoting.one_line import unfolded
from mailbot.mail.quoting.openings import openings
from mailbot.mail.quoting.signature import is_sent_from, signature_at

_Labelled = tuple[int, int, Part, Why]

# runs of lines with a quote mark (RFC 3676, 4.5); ">> sale <<" is only decoration
_LINE = r"[ \t\xa0]{0,9}+[>＞](?![^\n]{0,200}<<[ \t]*$)[^\n]*+"
_MARKED = re.compile(rf"^(?:{_LINE}(?:\n|\Z)(?:[ \t]*+\n)*+)++", re.MULTILINE)
_MARKS = re.compile(r"^[ \t\xa0>＞]+", re.MULTILINE)
_SPACE = re.compile(r"\s*")
_HEAD = 2_000
_MOST = 100
_MOST_RUNS = 1_000

# the end of a quoted line that a relay has wrapped: it has no mark
_WRAPPED = 70
_REST = re.compile(
    r"<[^\s<>]{3,64}>:?|[^\s>]{0,60}[)\]}=/&_;][^\s>]{0,60}|[a-z][^\n>]{0,40}[^\w\s]"
)
_ENDED = (".", "!", "?", ":", "。", "！", "？", "：")


def split(body: str, writer: str = "") -> Parts:
    """New text, quote and signature of a body; in time linear to its length.

    The lines of ``body`` may carry marks of its structure (`marks`); ``writer`` is the display
    name of its author, used to find signatures.
    """
    read = read_marks(unfolded(body))
    text = read.text
    introduced = _introduced(read)
    marked = _bridged(text, [hit.span() for hit in islice(_MARKED.finditer(text), _MOST_RUNS)])
    marked[:_MOST] = [(with_writer_above(text, start), end) for start, end in marked[:_MOST]]
    quotes = _quotes(text, marked, introduced)
    if not introduced and not _said(text, _between(quotes, len(text))) and not _answers(text):
        quotes = []  # '>' lines with nothing above them are the message
    signed = _signatures(read, quotes, writer)
    answered = answers(read, _letter(text, quotes), quotes)
    quotes = _without(quotes, answered)
    framed = {start for start, _ in (*read.quote_begins, *read.signed)}
    labelled = [(*span, Part.QUOTED, _why(text, span, framed)) for span in _runs(text, quotes)]
    labelled += [
        (*span, Part.SIGNATURE, Why.FRAMED if span[0] in framed else Why.CLOSING) for span in signed
    ]
    labelled += [(*span, Part.NEW, Why.POINTED_TO) for span in answered]
    return Parts(tuple(_pieces(text, sorted(labelled))))


def _why(text: str, quote: Span, framed: set[int]) -> Why:
    if text[quote[0] : quote[0] + _HEAD].lstrip().startswith((">", "＞")):
        return Why.MARKED
    return Why.FRAMED if quote[0] in framed else Why.INTRODUCED


def _introduced(read: Marked) -> list[Span]:
    """Where quotes begin, by wording or by structure; if both match, the longer span counts."""
    longest: dict[int, int] = {}
    for start, end in (*openings(read.text), *read.quote_begins):
        longest[start] = max(end, longest.get(start, end))
    return sorted(longest.items())


def _bridged(text: str, marked: list[Span]) -> list[Span]:
    """Runs of marked lines, joined across the ends of wrapped lines between them."""
    runs: list[Span] = []
    for start, end in marked:
        if runs and _is_rest(text, runs[-1][1], start):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _is_rest(text: str, start: int, end: int) -> bool:
    gap = text[start:end].removesuffix("\n") if end - start < _WRAPPED else ""
    if not gap.strip() or not _REST.fullmatch(gap):
        return False
    above = text[text.rfind("\n", 0, start - 1) + 1 : start].rstrip()
    return " " not in gap or (len(above) >= _WRAPPED and not above.endswith(_ENDED))


def _quotes(text: str, marked: list[Span], introduced: list[Span]) -> list[Span]:
    """What is quoted: all that follows an introduction, unless marks limit it."""
    quotes: list[Span] = []
    done = 0
    opens = set(introduced)
    starts = {start for start, _ in introduced}
    for start, end in sorted(marked + introduced):
        if end <= done or (start < done and start in starts):
            continue
        if (start, end) in opens and not _is_limited(text, end, starts):
            return [*quotes, (start, len(text))]
        quotes.append((max(start, done), end))
        done = end
    return quotes


def _is_limited(text: str, end: int, starts: set[int]) -> bool:
    """Whether the quote is marked line by line, so that unmarked lines are the sender's."""
    found = _SPACE.match(text, end)
    at = found.end() if found else end
    if text[at : at + 1] in (">", "＞"):
        return True
    line = text.rfind("\n", 0, at) + 1
    return line >= end and line in starts


def _between(taken: Sequence[Span], length: int) -> list[Span]:
    edges = [0, *(edge for span in taken for edge in span), length]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _letter(text: str, quotes: list[Span]) -> str:
    """The text above the first quote."""
    return text[: quotes[0][0]].strip() if quotes else ""


def _without(spans: list[Span], holes: list[Span]) -> list[Span]:
    """``spans`` without the ``holes`` that lie within them, in order."""
    left: list[Span] = []
    for start, end in spans:
        inside = [hole for hole in holes if start <= hole[0] and hole[1] <= end]
        edges = [start, *(edge for hole in inside for edge in hole), end]
        left += zip(edges[::2], edges[1::2], strict=True)
    return left


def _signatures(read: Marked, quotes: list[Span], writer: str) -> list[Span]:
    """The signatures: marked in the HTML, at the end of the mail, and above the first quote."""
    text = read.text
    signed = [one for one in _runs(text, read.signed) if not _overlaps(one, quotes)]
    new = _between(sorted(quotes + signed), len(text))
    said = [span for span in new if text[slice(*span)].strip()]
    found = [
        (start + signature_at(text[start:end], writer), end) for start, end in _ends(said, quotes)
    ]
    signed += [(at, end) for at, end in found if at < end]
    rest = _between(sorted(quotes + signed), len(text))
    if quotes or _said(text, rest) or is_sent_from(text):
        return signed
    return []  # if only a signature was written, it is the message


def _ends(said: list[Span], quotes: list[Span]) -> Iterator[Span]:
    """New texts that may end with a signature: the last above the first quote, the last of all."""
    above = [span for span in said if not quotes or span[0] < quotes[0][0]]
    yield from dict.fromkeys((*above[-1:], *said[-1:]))


def _runs(text: str, spans: Sequence[Span]) -> list[Span]:
    """Neighbouring lines as one span; blank lines between them belong to it."""
    runs: list[Span] = []
    for start, end in spans:
        if runs and not text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _overlaps(span: Span, quotes: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in quotes)


def _answers(text: str) -> bool:
    """Whether the marked lines begin with the introduction of a quote."""
    return bool(openings(_MARKS.sub("", text[:_HEAD])))


def _said(text: str, spans: list[Span]) -> bool:
    return any(text[start:end].strip() for start, end in spans)


def _pieces(text: str, labelled: list[_Labelled]) -> Iterator[Piece]:
    """The pieces of the text, in order; every line is in one of them."""
    done = 0
    for start, end, part, why in [*labelled, (len(text), len(text), Part.NEW, Why.WRITTEN)]:
        for piece in (Piece(Part.NEW, text[done:start]), Piece(part, text[start:end], why)):
            if piece.text.strip():
                yield Piece(piece.part, piece.text.strip("\n"), piece.why)
        done = end
