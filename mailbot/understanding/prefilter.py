"""Literal prefilter: the words a regex must contain, so that most patterns are skipped unrun.

A pattern becomes sets of words; a match holds at least one word of each set. ``已…(?:上传|传好)``
needs 已, and one of 上传 and 传好.
"""

import re
from collections.abc import Sequence

_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!])|[*+?]\??|\{\d*,?\d*\}\??|.", re.DOTALL
)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_MOST_SETS = 4
_VAGUE = 1.0
_LATIN, _SHORT, _CHINESE = 5, 3, 2
_NOT_LITERAL = frozenset(".^$")

Words = frozenset[str]
Grams = set[str]


def needs(pattern: str) -> tuple[Words, ...]:
    """Sets of words: a text that matches ``pattern`` holds at least one of each set."""
    tokens = _TOKEN.findall(pattern)
    found, _ = _choices(tokens, 0)
    told = sorted((_short(one) for one in found), key=_vagueness)
    return tuple(dict.fromkeys(one for one in told if _vagueness(one) < _VAGUE))[:_MOST_SETS]


def _short(words: Words) -> Words:
    """``words`` without those that contain another of them."""
    return frozenset(
        one for one in words if not any(other in one for other in words if other != one)
    )


def _vagueness(words: Words) -> float:
    """How weak ``words`` are as a filter: short words occur in many texts."""
    return sum(_weight(word) for word in words)


def _weight(word: str) -> float:
    if len(word) == 1 and not word.isalnum() and word != " ":
        return 0.1
    if word.isascii():
        return 4.0 ** -len(word) if len(word) >= _SHORT else _VAGUE
    return 0.04 ** len(word)


def _choices(tokens: Sequence[str], at: int) -> tuple[list[Words], int]:
    """The words needed by the alternatives from ``at`` to the end of their group."""
    branches = []
    while True:
        found, at = _sequence(tokens, at)
        branches.append(found)
        if at >= len(tokens) or tokens[at] == ")":
            break
        at += 1
    if len(branches) == 1:
        return branches[0], at
    if not all(branches):
        return [], at
    best = [max(one, key=lambda words: min(map(len, words))) for one in branches]
    return [frozenset().union(*best)], at


def _sequence(tokens: Sequence[str], at: int) -> tuple[list[Words], int]:
    found: list[Words] = []
    run = ""
    while at < len(tokens) and tokens[at] not in ("|", ")"):
        token = tokens[at]
        if token.startswith(("(", "[")):
            inner, at = _bracket(tokens, at)
            literal = ""
        else:
            inner, literal = [], _literal(token)
        at += 1
        least, at = _repeat(tokens, at)
        if literal and least == 1:
            run += literal
            continue
        if run:
            found.append(frozenset((run,)))
            run = ""
        if least:
            found.extend(inner or ([frozenset((literal,))] if literal else []))
    if run:
        found.append(frozenset((run,)))
    return found, at


def _bracket(tokens: Sequence[str], at: int) -> tuple[list[Words], int]:
    """The words needed by a group or a character class, and where it closes."""
    token = tokens[at]
    if token.startswith("["):
        return [], at
    inner, at = _choices(tokens, at + 1)
    return ([] if token in _LOOKS else inner), at


def _literal(token: str) -> str:
    if token.startswith("\\"):
        return token[1] if not token[1].isalnum() else ""
    return "" if token in _NOT_LITERAL else token


def _repeat(tokens: Sequence[str], at: int) -> tuple[int, int]:
    """The minimum repetition of the piece before, and where the quantifier ends.

    Two means: once or more, but what follows need not be adjacent.
    """
    token = tokens[at] if at < len(tokens) else ""
    if token[:1] in ("*", "?"):
        return 0, at + 1
    if token[:1] == "+":
        return 2, at + 1
    if token[:1] == "{" and len(token) > 1:
        return (0 if token[1] in "0,}" else 2), at + 1
    return 1, at


def grams_of(line: str) -> Grams:
    """The n-grams of ``line``, as an index looks them up."""
    places = range(len(line))
    grams = {line[at : at + _LATIN] for at in places}
    grams.update([line[at : at + _SHORT] for at in places])
    grams.update(line)
    if not line.isascii():
        grams.update([line[at : at + _CHINESE] for at in places])
    return grams


class Index:
    """Many patterns, and a quick way to tell which of them may match a line."""

    __slots__ = ("_always", "_by_set", "_grams", "_wanted")

    def __init__(self, patterns: Sequence[str]) -> None:
        wanted = [needs(pattern) for pattern in patterns]
        sets = list(dict.fromkeys(one for found in wanted for one in found))
        number = {one: n for n, one in enumerate(sets)}
        self._always = [n for n, found in enumerate(wanted) if not found]
        self._wanted = [frozenset(number[one] for one in found) for found in wanted]
        self._by_set: list[list[int]] = [[] for _ in sets]
        for n, found in enumerate(wanted):
            if found:
                self._by_set[number[found[0]]].append(n)
        self._grams: dict[str, set[int]] = {}
        for n, one in enumerate(sets):
            for word in one:
                self._grams.setdefault(_gram(word), set()).add(n)

    def candidates(self, grams: Grams) -> list[int]:
        """The numbers of the patterns that may match the line with these ``grams``."""
        held: set[int] = set().union(*(self._grams[gram] for gram in self._grams.keys() & grams))
        return sorted(
            self._always + [n for one in held for n in self._by_set[one] if self._wanted[n] <= held]
        )


def _gram(word: str) -> str:
    """The part of a word that the index uses."""
    if not word.isascii():
        return word[:_CHINESE]
    return word[: _LATIN if len(word) >= _LATIN else _SHORT]
