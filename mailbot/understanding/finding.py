"""Finds intents in sentences: phrases, and the scopes (negated, future …) they stand in."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.understanding.intent import Effect, Intent, Phrase, Side
from mailbot.understanding.prefilter import Grams, Index
from mailbot.understanding.scopes import Scope, Span, clause, holds
from mailbot.understanding.sentences import Sentence

_FLAGS = re.ASCII | re.MULTILINE
_GAP = r"[^,，。;；!！?？\n]{0,16}?"
_NEITHER = r"[^\w\u3400-\u9fff]"
_UPPER = re.compile(r"(?<!\\)[A-Z]")
_MOST_IN_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """An intent found in a sentence: what it does, where it stands, and by which phrase."""

    intent: str
    effect: Effect
    sentence: int
    found: Span
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class _Way:
    """A compiled phrase."""

    intent: str
    effect: Effect
    phrase: Phrase
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    unless_at: int
    blocked_by: frozenset[Scope]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Compiled phrases; ``index`` holds their patterns and, after those, their ``unless``."""

    ways: tuple[_Way, ...]
    index: Index


class _Same:
    """A mapping as a cache key, compared by identity."""

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
    """All intents of this side found in the text, in order."""
    return tuple(_search(_finder(_Same(intents), side), sentences, grams))


@lru_cache(maxsize=512)
def ready(pattern: str) -> re.Pattern[str]:
    r"""``pattern`` compiled as phrases are: over plain text, line by line; ``…`` is a few words.

    Only ASCII counts as a word, so that ``\b`` stands between Chinese and Latin; ``\W`` is
    neither.
    """
    spelled = pattern.replace(r"\W", _NEITHER).replace("…", _GAP)
    return re.compile(spelled, _FLAGS | (re.IGNORECASE if _UPPER.search(pattern) else 0))


@lru_cache(maxsize=8)
def _finder(key: _Same, side: Side) -> _Finder:
    """The phrases of a side, the surest first."""
    said = [one for one in key.mapping.values() if one.side is side and not one.alone]
    pairs = [(intent, phrase) for intent in said for phrase in intent.phrases]
    pairs.sort(key=lambda pair: -pair[1].confidence)
    against = list(dict.fromkeys(phrase.unless for _, phrase in pairs if phrase.unless))
    patterns = [phrase.pattern.replace("…", _GAP) for _, phrase in pairs]
    places = {pattern: len(pairs) + n for n, pattern in enumerate(against)}
    ways = tuple(_way(intent, phrase, places) for intent, phrase in pairs)
    return _Finder(ways, Index([*patterns, *against]))


def _way(intent: Intent, phrase: Phrase, places: Mapping[str, int]) -> _Way:
    return _Way(
        intent.name,
        intent.effect,
        phrase,
        ready(phrase.pattern),
        ready(phrase.unless) if phrase.unless else None,
        places.get(phrase.unless, -1),
        intent.blocked_by if phrase.blocked_by is None else phrase.blocked_by,
    )


def _search(
    finder: _Finder, sentences: Sequence[Sentence], grams: Sequence[Grams]
) -> Iterator[Hit]:
    for number, held in enumerate(grams):
        text = sentences[number].plain
        known: set[tuple[str, int]] = set()
        candidates = finder.index.candidates(held)
        for n in candidates[: bisect_left(candidates, len(finder.ways))]:
            way = finder.ways[n]
            match = way.pattern.search(text)
            if match is None:
                continue
            unless = way.unless if way.unless_at in candidates else None
            for span in _standing(way, match, unless, known):
                yield Hit(way.intent, way.effect, number, span, way.phrase)


def _standing(
    way: _Way,
    first: re.Match[str],
    unless: re.Pattern[str] | None,
    known: set[tuple[str, int]],
) -> Iterator[Span]:
    """Where the phrase is found and counts; an intent counts once per clause."""
    text, match = first.string, first
    for _ in range(_MOST_IN_SENTENCE):
        span = Span(*match.span())
        here = clause(text, span.start, span.end)
        place = (way.intent, here.start)
        at = max(here.end, span.end)
        if place not in known and not (unless and unless.search(text[here.start : here.end])):
            if any(holds(scope, text, span) for scope in way.blocked_by):
                at = max(span.end, span.start + 1)
            else:
                known.add(place)
                yield span
        again = way.pattern.search(text, at)
        if again is None:
            return
        match = again
