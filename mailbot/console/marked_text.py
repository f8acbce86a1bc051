"""Text with the words marked that an intent was read from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.understanding.understood import Found


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; ``intents`` were read from it, none in most."""

    text: str
    intents: tuple[str, ...] = ()


def marked(text: str, found: Sequence[Found]) -> tuple[Run, ...]:
    """``text`` whole, in runs; where two marks overlap, the later one keeps what is left of it."""
    places = sorted(_places(text, found))
    runs: list[Run] = []
    at = 0
    for start, end, names in places:
        start = max(start, at)
        if start >= end:
            continue
        if at < start:
            runs.append(Run(text[at:start]))
        runs.append(Run(text[start:end], names))
        at = end
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)


def _places(text: str, found: Sequence[Found]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where each evidence stands; intents with the same words share a mark."""
    by_words: dict[str, tuple[str, ...]] = {}
    for one in found:
        words = one.evidence.strip()
        if words and words != text.strip():
            by_words[words] = (*by_words.get(words, ()), one.name)
    for words, names in by_words.items():
        start = text.find(words)
        if start >= 0:
            yield start, start + len(words), names
