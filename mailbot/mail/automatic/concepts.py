"""Finds the concepts in a sentence: an absence, a receipt, a stand-in, the matter in hand.

A concept has many words, so that the meaning of a text counts and not its exact wording.
`words_*` hold them by language: words in Latin script and the like are matched at the beginning
of a word, Chinese anywhere.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from mailbot.mail.automatic import words_abroad, words_en, words_person, words_zh
from mailbot.mail.automatic.sentences import one_way

_EAST = "\u2e80"
# by how many letters words are listed
_EASTERN, _SHORT, _LONG = 2, 3, 5
# what a word in Latin script, as it is looked up, or a placeholder begins with
_WORD_START = re.compile("[ <]")
_SOURCES = (
    words_en.ENGLISH,
    words_zh.CHINESE,
    words_abroad.ABROAD,
    words_person.ENGLISH,
    words_person.CHINESE,
)
# placeholders that `sentences` uses for figures, dates and the like
_PLACES = MappingProxyType({
    "date": ("<date>",), "where": ("<mail>", "<phone>"), "reference": ("<ref>",),
    "portal": ("<link>",), "question": ("<ask>",),
})  # fmt: skip


def _lookup(word: str) -> str:
    word = word.translate(one_way())  # Japanese words too have characters that are simplified
    return word if max(word) >= _EAST else f" {word}"


def _words() -> Mapping[str, tuple[str, ...]]:
    found = {name: list(places) for name, places in _PLACES.items()}
    for source in _SOURCES:
        for name, words in source.items():
            found.setdefault(name, []).extend(_lookup(one) for one in words.split("|"))
    return MappingProxyType({name: tuple(words) for name, words in found.items()})


CONCEPTS = _words()
# concepts that only people's mails have
OF_A_PERSON = frozenset(words_person.ENGLISH)


def _begins(word: str) -> str:
    if max(word) >= _EAST:
        return word[:_EASTERN]
    return word[:_LONG] if len(word) >= _LONG else word[:_SHORT]


def _by_beginning() -> Mapping[str, tuple[tuple[str, str], ...]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for name, words in CONCEPTS.items():
        for word in words:
            index.setdefault(_begins(word), []).append((word, name))
    return MappingProxyType({begin: tuple(pairs) for begin, pairs in index.items()})


# prefilter: few of four thousand words can occur, and the beginnings in a text tell which
_INDEX = _by_beginning()


def concepts(sentences: Iterable[str]) -> tuple[frozenset[str], ...]:
    """The names of the concepts in each sentence, as `sentences` returns them."""
    each = tuple(sentences)
    whole = "\n".join(each)
    found = [
        pair
        for begin in _beginnings(whole) & _INDEX.keys()
        for pair in _INDEX[begin]
        if pair[0] in whole
    ]
    return tuple(frozenset(name for word, name in found if word in one) for one in each)


def _beginnings(text: str) -> set[str]:
    """All that a word in ``text`` may be listed under."""
    found = set(text)
    if max(found, default="") >= _EAST:
        found.update([text[at : at + _EASTERN] for at in range(len(text))])
    starts = [hit.start() for hit in _WORD_START.finditer(text)]
    for size in (_SHORT, _LONG):
        found.update([text[at : at + size] for at in starts])
    return found
