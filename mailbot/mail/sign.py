"""What a mail may show that tells a machine from a person, and how much it weighs."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """Concepts that stand together in one sentence, in any of several ways.

    ``weight`` is in tenths of the logarithm of the odds; below zero it speaks for a person.
    """

    weight: int
    said: str
    ways: tuple[frozenset[str], ...] = ()

    def is_in(self, sentences: Iterable[frozenset[str]]) -> bool:
        return any(way <= one for one in sentences for way in self.ways)


def sign(weight: int, said: str, *ways: str) -> Sign:
    return Sign(weight, said, tuple(frozenset(way.split()) for way in ways))
