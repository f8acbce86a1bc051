"""Encoder and characters over one mail: what each says of every label, and where."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from mailbot.understanding.learned.characters import Characters
from mailbot.understanding.learned.encoder import Look
from mailbot.understanding.learned.likely import Mark
from mailbot.understanding.learned.written import Written

# pieces with less of the attention are left out, unless there is nothing else
_SHOWN = 0.02


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What both layers say of one label, 0 to 1 each, and the pieces that say so."""

    name: str
    encoder: float
    characters: float
    marks: tuple[Mark, ...]


class Looks(Protocol):
    """An encoder, or one that remembers what it saw."""

    @property
    def labels(self) -> tuple[str, ...]: ...

    def look(self, written: Written) -> tuple[Look, ...]: ...


@dataclass(frozen=True, slots=True)
class Layers:
    """Both layers of the learned reading."""

    encoder: Looks
    characters: Characters

    def glimpses(self, written: Written) -> tuple[Glimpse, ...]:
        """Every label of the writer's side, by the stretch of the text that shows it best."""
        best: dict[str, Glimpse] = {}
        for look in self.encoder.look(written):
            for one in self._of_stretch(written, look):
                known = best.setdefault(one.name, one)
                if one.encoder + one.characters > known.encoder + known.characters:
                    best[one.name] = one
        return tuple(best.values())

    def _of_stretch(self, written: Written, look: Look) -> Iterator[Glimpse]:
        here = replace(written, text=written.text[look.start : look.end])
        by_runs = self.characters.scores(here)
        for place, name in enumerate(self.encoder.labels):
            if name in by_runs:
                yield Glimpse(name, float(look.scores[place]), by_runs[name], _marks(look, place))


def _marks(look: Look, place: int) -> tuple[Mark, ...]:
    """The pieces of the text that a label looked at, as far as they matter."""
    shares = look.attention[place]
    return tuple(
        Mark(int(look.places[at][0]), int(look.places[at][1]), float(shares[at]))
        for at in np.flatnonzero(shares >= min(_SHOWN, shares.max(initial=0.0)))
    )
