"""Hostile mails by the hundred, seeded: every kind that the four files beside this one know."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import MappingProxyType

from tests.hostile import bodies, headers, packed, structure
from tests.hostile.head import Kind


@dataclass(frozen=True, slots=True)
class Hostile:
    """One such mail; it is made anew each time it is asked for, always the same."""

    kind: str
    seed: str

    @property
    def name(self) -> str:
        return f"{self.seed}-{self.kind}"

    def pieces(self) -> Iterator[bytes]:
        return KINDS[self.kind](Random(self.seed))  # noqa: S311 - the same mail every time

    def raw(self) -> bytes:
        return b"".join(self.pieces())

    def write(self, folder: Path) -> Path:
        """A file of it, never held whole."""
        path = folder / f"{self.name}.eml"
        with path.open("wb") as file:
            file.writelines(self.pieces())
        return path


def hostile(count: int, seed: int) -> list[Hostile]:
    """``count`` mails: each kind in turn, so that none is left out."""
    kinds = list(KINDS)
    return [Hostile(kinds[at % len(kinds)], f"{seed}.{at:04}") for at in range(count)]


def _kinds() -> Iterator[tuple[str, Kind]]:
    for module in (structure, headers, bodies, packed):
        for name, made in inspect.getmembers(module, inspect.isfunction):
            if made.__module__ == module.__name__ and not name.startswith("_"):
                yield name, made


KINDS: Mapping[str, Kind] = MappingProxyType(dict(_kinds()))
