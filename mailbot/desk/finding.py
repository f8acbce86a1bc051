"""Where intents are found in sentences: phrases, read with the scopes they stand in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.desk.keys import Grams, Index
from mailbot.desk.rulebook import Intent, Phrase, Side
from mailbot.desk.scopes import Span, clause, holds
from mailbot.desk.sentences import Sentence

_FLAGS = re.ASCII | re.MULTILINE
_NEITHER = r"[^\w\u3400-\u9fff]"
_UPPER = re.compile(r"(?<!\\)[A-Z]")
_MOST_IN_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """An intent in a sentence: which one, where in it, and the phrase that found it."""

    intent: str
    sentence: int
    found: Span
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class _Way:
    """A phrase made ready."""

    intent: str
    phrase: Phrase
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    near: re.Pattern[str] | None
    blocked_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Finder:
    """All phrases of one side: the sure ones, and the weak ones to fall back on."""

    strong: tuple[_Way, ...]
    strong_index: Index
    weak: tuple[_Way, ...]
    weak_index: Index


class _Same:
    """A mapping as a key: the same one, not an equal one."""

    __slots__ = ("mapping",)

    def __init__(self, mapping: Mapping[str, Intent]) -> None:
        self.mapping = mapping

    def __hash__(self) -> int:
        return id(self.mapping)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.mapping is other.mapping


def hits(
    sentences: Sequence[Sentence],
    grams: Sequence[Grams],
    intents: Mapping[str, Intent],
    side: Side,
) -> tuple[Hit, ...]:
    """Everything that side can say and says here, in the order of the text."""
    finder = _finder(_Same(intents), side)
    return tuple(_search(finder.strong, finder.strong_index, sentences, grams))


def weak_hits(
    sentences: Sequence[Sentence],
    grams: Sequence[Grams],
    intents: Mapping[str, Intent],
    side: Side,
) -> tuple[Hit, ...]:
    """What may be meant where nothing else was found."""
    finder = _finder(_Same(intents), side)
    return tuple(_search(finder.weak, finder.weak_index, sentences, grams))


@lru_cache(maxsize=512)
def ready(pattern: str) -> re.Pattern[str]:
    r"""``pattern`` compiled as phrases are: over plain text, line by line.

    Only ASCII counts as a word, so that ``\b`` stands between Chinese and Latin; ``\W`` is
    neither.
    """
    spelled = pattern.replace(r"\W", _NEITHER)
    return re.compile(spelled, _FLAGS | (re.IGNORECASE if _UPPER.search(pattern) else 0))


@lru_cache(maxsize=8)
def _finder(key: _Same, side: Side) -> _Finder:
    said = [one for one in key.mapping.values() if one.side is side and not one.alone]
    ways = [_way(intent, phrase) for intent in said for phrase in intent.phrases]
    # The surest first, and of two as sure the one that stands whatever else is said.
    ways.sort(key=lambda way: (-way.phrase.confidence, bool(way.phrase.not_with)))
    strong = tuple(way for way in ways if not way.phrase.weak)
    weak = tuple(way for way in ways if way.phrase.weak)
    return _Finder(strong, _index(strong), weak, _index(weak))


def _index(ways: Sequence[_Way]) -> Index:
    return Index([way.phrase.pattern for way in ways])


def _way(intent: Intent, phrase: Phrase) -> _Way:
    return _Way(
        intent.name,
        phrase,
        ready(phrase.pattern),
        ready(phrase.unless) if phrase.unless else None,
        ready(phrase.near) if phrase.near else None,
        intent.blocked_by if phrase.blocked_by is None else phrase.blocked_by,
    )


def _search(
    ways: Sequence[_Way], index: Index, sentences: Sequence[Sentence], grams: Sequence[Grams]
) -> Iterator[Hit]:
    for number, held in enumerate(grams):
        known: set[tuple[str, int]] = set()
        for n in index.candidates(held):
            for span in _found(ways[n], sentences, number, known):
                yield Hit(ways[n].intent, number, span, ways[n].phrase)


def _found(
    way: _Way, sentences: Sequence[Sentence], number: int, known: set[tuple[str, int]]
) -> Iterator[Span]:
    """Where the phrase stands in the sentence: each clause says an intent once."""
    text, at = sentences[number].plain, 0
    for _ in range(_MOST_IN_SENTENCE):
        match = way.pattern.search(text, at)
        if match is None:
            return
        span = Span(*match.span())
        here = clause(text, span.start, span.end)
        place = (way.intent, here.start)
        at = max(here.end, span.end)
        if place in known or _taken_away(way, text, here):
            continue
        if any(holds(scope, text, span) for scope in way.blocked_by):
            at = max(span.end, span.start + 1)
        elif _has_near(way, sentences, number):
            known.add(place)
            yield span


def _taken_away(way: _Way, text: str, here: Span) -> bool:
    return way.unless is not None and bool(way.unless.search(text[here.start : here.end]))


def _has_near(way: _Way, sentences: Sequence[Sentence], number: int) -> bool:
    if way.near is None:
        return True
    beside = sentences[max(0, number - 1) : number + 2]
    return any(way.near.search(sentence.plain) for sentence in beside)
