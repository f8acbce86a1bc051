"""Finds the concepts in a sentence: an absence, a receipt, a stand-in, the matter in hand.

A concept has many words, so that the meaning of a text counts and not its exact wording.
`words_*` hold them by language: words in Latin script and the like are matched at the beginning
of a word, Chinese anywhere.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from mailbot.mail.automatic import words_abroad, words_en, words_person, words_zh
from mailbot.mail.automatic.sentences import one_way

_EAST = "\u2e80"
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
    return word[:1] if max(word) >= _EAST else word[:3]


def _by_beginning() -> Mapping[str, tuple[tuple[str, str], ...]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for name, words in CONCEPTS.items():
        for word in words:
            index.setdefault(_begins(word), []).append((word, name))
    return MappingProxyType({begin: tuple(pairs) for begin, pairs in index.items()})


# prefilter: few of four thousand words can occur, and the letters of a text tell which
_INDEX = _by_beginning()


def concepts(sentences: Iterable[str]) -> tuple[frozenset[str], ...]:
    """The names of the concepts in each sentence, as `sentences` returns them."""
    each = tuple(sentences)
    whole = "\n".join(each)
    begins = {whole[at : at + 3] for at in range(len(whole))}.union(whole)
    found = [pair for begin in begins & _INDEX.keys() for pair in _INDEX[begin] if pair[0] in whole]
    return tuple(frozenset(name for word, name in found if word in one) for one in each)
