"""Where intents are found in sentences: phrases, read with the scopes they stand in."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.desk.rulebook import Intent, Phrase, Side
from mailbot.desk.scopes import Span, clause, holds
from mailbot.desk.sentences import Sentence

_FLAGS = re.ASCII | re.MULTILINE
_NEITHER = r"[^\w\u3400-\u9fff]"
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_UPPER = re.compile(r"(?<!\\)[A-Z]")
_MOST_IN_SENTENCE = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """An intent in a sentence: which one, where in it, and the phrase that found it."""

    intent: str
    sentence: int
    found: Span
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class _Way:
    phrase: Phrase
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    near: re.Pattern[str] | None
    blocked_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Finder:
    """An intent made ready: ``quick`` are its phrases by script, to look before searching."""

    intent: Intent
    ways: tuple[_Way, ...]
    quick: re.Pattern[str] | None
    quick_chinese: re.Pattern[str] | None


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
    sentences: Sequence[Sentence], intents: Mapping[str, Intent], side: Side
) -> tuple[Hit, ...]:
    """Everything that side can say and says here, in the order of the text."""
    whole = "\n".join(sentence.plain for sentence in sentences)
    starts = _starts(sentences)
    chinese = bool(_CHINESE.search(whole))
    found = [
        hit
        for finder in _finders(_Same(intents), side)
        for number in _touched(finder, whole, starts, chinese=chinese)
        for hit in _in_sentence(finder, sentences, number)
    ]
    return tuple(sorted(found, key=lambda hit: hit.sentence))


def ready(pattern: str) -> re.Pattern[str]:
    """``pattern`` compiled as phrases are: over plain text, line by line.

    Only ASCII counts as a word, so that ``\\b`` stands between Chinese and Latin; ``\\W`` is
    neither.
    """
    pattern = pattern.replace(r"\W", _NEITHER)
    return re.compile(pattern, _FLAGS | (re.IGNORECASE if _UPPER.search(pattern) else 0))


@lru_cache(maxsize=8)
def _finders(key: _Same, side: Side) -> tuple[_Finder, ...]:
    return tuple(_finder(one) for one in key.mapping.values() if one.side is side and one.phrases)


def _finder(intent: Intent) -> _Finder:
    parts = [part for one in intent.phrases for part in _alternatives(one.pattern)]
    chinese = [part for part in parts if _CHINESE.search(part)]
    others = [part for part in parts if not _CHINESE.search(part)]
    return _Finder(
        intent, tuple(_way(intent, one) for one in intent.phrases), _any(others), _any(chinese)
    )


def _alternatives(pattern: str) -> list[str]:
    """The branches of a pattern that stand in no group: each may be of another script."""
    parts, depth = [""], 0
    for token in _TOKEN.findall(pattern):
        depth += (token == "(") - (token == ")")
        if token == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += token
    return parts


def _any(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return ready("|".join(patterns)) if patterns else None


def _way(intent: Intent, phrase: Phrase) -> _Way:
    return _Way(
        phrase,
        ready(phrase.pattern),
        ready(phrase.unless) if phrase.unless else None,
        ready(phrase.near) if phrase.near else None,
        intent.blocked_by if phrase.blocked_by is None else phrase.blocked_by,
    )


def _starts(sentences: Sequence[Sentence]) -> list[int]:
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence.plain) + 1
    return starts


def _touched(
    finder: _Finder, whole: str, starts: Sequence[int], *, chinese: bool
) -> Sequence[int]:
    quick = [finder.quick, finder.quick_chinese if chinese else None]
    return sorted({number for one in quick if one for number in _lines(one, whole, starts)})


def _lines(pattern: re.Pattern[str], whole: str, starts: Sequence[int]) -> Iterator[int]:
    match = pattern.search(whole)
    while match:
        first = bisect_right(starts, match.start()) - 1
        yield first
        after = first + 1
        if after >= len(starts):
            return
        match = pattern.search(whole, starts[after])


def _in_sentence(finder: _Finder, sentences: Sequence[Sentence], number: int) -> list[Hit]:
    text = sentences[number].plain
    found: list[Hit] = []
    for way in finder.ways:
        for match in way.pattern.finditer(text):
            span = Span(match.start(), match.end())
            if _stands(way, text, span) and _has_near(way, sentences, number):
                found.append(Hit(finder.intent.name, number, span, way.phrase))
        if len(found) > _MOST_IN_SENTENCE:
            break
    return found


def _stands(way: _Way, text: str, span: Span) -> bool:
    if way.unless:
        here = clause(text, span.start, span.end)
        if way.unless.search(text[here.start : here.end]):
            return False
    return not any(holds(scope, text, span) for scope in way.blocked_by)


def _has_near(way: _Way, sentences: Sequence[Sentence], number: int) -> bool:
    if way.near is None:
        return True
    beside = sentences[max(0, number - 1) : number + 2]
    return any(way.near.search(sentence.plain) for sentence in beside)
