"""Where a mail says what was read in it: from the marks of a reading to sentence and clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.understanding.learned.likely import Mark
from mailbot.understanding.scopes import Span, clause, clauses
from mailbot.understanding.sentences import Sentence, unmarked


@dataclass(frozen=True, slots=True)
class Place:
    """A clause: the number of its sentence, and where it stands in that one's plain text."""

    sentence: int
    clause: Span


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a sentence stands in the text, white space left out."""

    start: int
    end: int


def place_of(marks: Sequence[Mark], text: str, said: Sequence[Sentence]) -> Place | None:
    """The clause of ``said`` on which most of the marks lie; None where there is no sentence."""
    if not said:
        return None
    squeezed = _squeezed(text)
    stretches = _stretches(text, said)
    weighed = [sum(_within(mark, one, squeezed) for mark in marks) for one in stretches]
    best = max(range(len(said)), key=weighed.__getitem__)
    return Place(best, _clause(marks, stretches[best], said[best].plain, squeezed))


def words_of(sentence: Sentence, found: Span) -> str:
    """The clause of a sentence around ``found``, as it was written."""
    here = clause(sentence.plain, found.start, found.end)
    written = unmarked(sentence.text).strip()
    if len(sentence.plain) != len(written):
        return sentence.text
    return written[here.start : here.end].strip() or sentence.text


def _squeezed(text: str) -> list[int]:
    """For each place in ``text``, how many characters that are no white space stand before."""
    count, before = 0, []
    for character in text:
        before.append(count)
        count += not character.isspace()
    return [*before, count]


def _stretches(text: str, said: Sequence[Sentence]) -> list[_Stretch]:
    """Sentences are joined from lines, so white space is left out of the comparison."""
    bare = "".join(text.split())
    found, at = [], 0
    for sentence in said:
        words = "".join(unmarked(sentence.text).split())
        start = bare.find(words, at)
        if start < 0:
            start = max(bare.find(words), 0)
        found.append(_Stretch(start, start + len(words)))
        at = max(at, start + len(words))
    return found


def _within(mark: Mark, stretch: _Stretch, squeezed: Sequence[int]) -> float:
    middle = (squeezed[mark.start] + squeezed[mark.end]) / 2
    return mark.share if stretch.start <= middle <= stretch.end else 0.0


def _clause(marks: Sequence[Mark], stretch: _Stretch, plain: str, squeezed: Sequence[int]) -> Span:
    """The clause with most of the marks; the whole sentence where its letters were changed."""
    parts = clauses(plain)
    bare = "".join(plain.split())
    if len(bare) != stretch.end - stretch.start:
        return Span(0, len(plain))
    here = _squeezed(plain)
    shares = [
        sum(
            _within(
                mark, _Stretch(stretch.start + here[p.start], stretch.start + here[p.end]), squeezed
            )
            for mark in marks
        )
        for p in parts
    ]
    best = max(range(len(parts)), key=shares.__getitem__, default=None)
    return parts[best] if best is not None else Span(0, len(plain))
