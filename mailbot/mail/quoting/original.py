"""Compares a quote with the mail it quotes: lines that are not in that mail are new.

People answer below an unmarked quote, or between its lines. Nothing in such a mail tells the
answer from the quote; the original does.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from mailbot.mail.parts import Part, Parts, Piece, Why
from mailbot.mail.quoting.openings import is_header, is_rule, openings
from mailbot.mail.quoting.signature import is_sent_from

_MOST_LINES = 400
# share of original lines that may be missing before the comparison is given up
_MOST_MISSING = 0.25
_SHORTEST = 2
# a line with so many letters and digits is not written twice by chance
_TELLING = 16
_MARKED = re.compile(r"^[ \t\xa0]{0,9}[>＞]", re.MULTILINE)
_UNMARKED = (Why.INTRODUCED, Why.FRAMED)
_LINK = re.compile(r"<(?:https?|mailto|cid):[^<>\n]{0,2000}>|\[[^\[\]\n]{1,200}\]")
_SAYS_NOTHING = re.compile(r"[\W_]+")


def answered(parts: Parts, original: str) -> Parts:
    """The pieces; lines of an unmarked quote that are not in ``original`` become new text."""
    known = _folded(original)
    at = next((at for at, one in enumerate(parts.pieces) if _is_comparable(one)), None)
    if at is None or not known or len(original.split("\n", _MOST_LINES)) > _MOST_LINES:
        return parts
    pieces = parts.pieces
    return Parts((*pieces[:at], *_compared(pieces[at], original, known), *pieces[at + 1 :]))


def without_original(parts: Parts, original: str) -> Parts:
    """The pieces; lines that are in ``original`` word for word become quotes, marked or not."""
    known = _folded(original)
    if len(known) < _TELLING:
        return parts
    return Parts(tuple(found for one in parts.pieces for found in _unquoted(one, known)))


def _unquoted(piece: Piece, known: str) -> Iterator[Piece]:
    lines = piece.text.split("\n")
    if piece.part not in (Part.NEW, Part.SIGNATURE) or len(lines) > _MOST_LINES:
        yield piece
        return
    folded = [_folded(line) for line in lines]
    if not any(len(line) >= _TELLING and line in known for line in folded):
        yield piece
        return
    told = [(line, _is_quoted(line, known)) for line in lines]
    first = next(at for at, (_, quoted) in enumerate(told) if quoted)
    yield from _pieces(piece, lines[:first], told[first:])


def _pieces(piece: Piece, above: list[str], told: list[tuple[str, bool | None]]) -> Iterator[Piece]:
    if any(line.strip() for line in above):
        yield Piece(piece.part, "\n".join(above).strip("\n"), piece.why)
    for quoted, run in groupby(_with_blanks(told), key=lambda one: one[1]):
        text = "\n".join(line for line, _ in run).strip("\n")
        what = (Part.QUOTED, Why.KNOWN) if quoted else (piece.part, piece.why)
        if text.strip():
            yield Piece(what[0], text, what[1])


def _is_comparable(piece: Piece) -> bool:
    unmarked = piece.part is Part.QUOTED and piece.why in _UNMARKED
    return unmarked and not _MARKED.search(piece.text)


def _compared(piece: Piece, original: str, known: str) -> Iterator[Piece]:
    """The piece split into new and quoted lines, if it holds nearly all of the original."""
    head, body, rest = _cut(piece.text)
    if body.count("\n") > _MOST_LINES or _missing(original, _folded(body)) > _MOST_MISSING:
        yield piece
        return
    lines = [(line, _is_quoted(line, known)) for line in body.split("\n")]
    runs = [
        (quoted, "\n".join(line for line, _ in run))
        for quoted, run in groupby(_with_blanks(lines), key=lambda one: one[1])
    ]
    if all(quoted for quoted, _ in runs):
        yield piece
        return
    yield Piece(Part.QUOTED, head.strip("\n"), piece.why)
    for quoted, text in runs:
        if text.strip():
            what = (Part.QUOTED, piece.why) if quoted else (Part.NEW, Why.ADDED)
            yield Piece(what[0], text.strip("\n"), what[1])
    if rest.strip():
        yield Piece(Part.QUOTED, rest.strip("\n"), piece.why)


def _cut(text: str) -> tuple[str, str, str]:
    """The headers above the quote, the quote itself, and the older quote within it."""
    spans = openings(text)
    first = spans[0][1] if spans and spans[0][0] == 0 else 0
    for start, end in spans[1:]:
        if text[first:start].strip():
            return text[:first], text[first:start], text[start:]
        first = end
    return text[:first], text[first:], ""


def _missing(original: str, body: str) -> float:
    """The share of the original's lines, by length, that is missing in the quote."""
    lines = [folded for line in original.split("\n") if (folded := _folded(line))]
    whole = sum(map(len, lines))
    return sum(len(line) for line in lines if line not in body) / whole if whole else 1.0


def _is_quoted(line: str, known: str) -> bool | None:
    """Whether the line is in the original; None if it is too short to tell."""
    folded = _folded(line)
    if not folded or is_rule(line) or is_header(line) or is_sent_from(line):
        return None
    if folded in known:
        return True if len(folded) > _SHORTEST else None
    return False


def _with_blanks(lines: list[tuple[str, bool | None]]) -> Iterator[tuple[str, bool]]:
    """Undecided lines follow the line above them."""
    quoted = True
    for line, told in lines:
        quoted = quoted if told is None else told
        yield line, quoted


def _folded(text: str) -> str:
    """Only letters and digits: programs wrap lines, mark links and change quotation marks."""
    return _SAYS_NOTHING.sub("", unicodedata.normalize("NFKC", _LINK.sub("", text))).casefold()
