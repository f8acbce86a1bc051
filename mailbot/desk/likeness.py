"""How well a question fits what each of several subjects is asked: by the words they share."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from mailbot.desk.plain import plain

Likeness = Callable[[str], Mapping[str, float]]

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+", re.ASCII)
_STEM = 5
# a single character fits by chance, a run of three names a thing
_GRAMS = {1: 0.15, 2: 1.0, 3: 1.2}
_IN_ANSWER = 0.45
_UNKNOWN = 0.45
# said in every question, whatever it asks
_EMPTY = frozenset({
    "a", "an", "the", "is", "are", "was", "be", "been", "do", "does", "did", "can", "could",
    "may", "might", "should", "would", "will", "shall", "i", "we", "you", "it", "this", "that",
    "these", "those", "to", "of", "in", "on", "at", "for", "and", "or", "if", "with", "by",
    "from", "as", "how", "what", "which", "where", "when", "why", "who", "there", "any", "some",
    "our", "your", "my", "me", "us", "please", "have", "has", "had", "not", "no", "so", "than",
    "then", "but", "get", "just", "about", "into", "out", "up", "need", "want", "know", "tell",
    "one", "more", "also",
})  # fmt: skip
_EMPTY_ZH = re.compile(
    r"请问|麻烦|一下|我们|你们|您们|客户|什么|怎么|如何|能否|可以|能不能|是否|有没有|会不会|"
    r"[的了吗呢么是在我你您他它这那个有和与就也都还把被到要会能]"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that is asked about: how people ask, and what they are told."""

    name: str
    questions: Sequence[str]
    answers: Sequence[str] = ()


def likeness(subjects: Sequence[Subject]) -> Likeness:
    """A function: how much of a question each subject covers, from 0 to 1.

    Every term of the question counts by how few subjects know it. Terms are runs of one to
    three Chinese characters and the beginnings of Latin words, simplified and lower case: no
    dictionary and no model is needed.
    """
    known = {one.name: _weights(one) for one in subjects}
    spread = Counter(term for weights in known.values() for term in weights)

    def rarity(term: str) -> float:
        if term not in spread:
            return _UNKNOWN * log(1 + len(known))
        return log((1 + len(known)) / spread[term])

    def alike(question: str) -> Mapping[str, float]:
        terms = {term: weight * rarity(term) for term, weight in _terms(question)}
        whole = sum(terms.values()) or 1.0
        return {
            name: sum(weight * weights.get(term, 0.0) for term, weight in terms.items()) / whole
            for name, weights in known.items()
        }

    return alike


def _weights(subject: Subject) -> Mapping[str, float]:
    """A term of the answer says less than one of a question."""
    answered = {term: _IN_ANSWER for text in subject.answers for term, _ in _terms(text)}
    asked = {term: 1.0 for text in subject.questions for term, _ in _terms(text)}
    return answered | asked


def _terms(text: str) -> Iterator[tuple[str, float]]:
    for run in _RUN.findall(_EMPTY_ZH.sub(" ", plain(text))):
        if run[0].isascii():
            if run not in _EMPTY:
                yield run[:_STEM], 1.0
            continue
        for size, weight in _GRAMS.items():
            for at in range(len(run) - size + 1):
                yield run[at : at + size], weight
