"""Encoder, characters and phrases weighed into one reading of a mail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mailbot.understanding.learned.layers import Glimpse, Layers
from mailbot.understanding.learned.likely import UNSPOKEN, Likely, Spoken
from mailbot.understanding.learned.weights import Weights
from mailbot.understanding.learned.written import Written


@dataclass(frozen=True)
class Learned:
    """The layers and their weights: the one recogniser that mailbot ships."""

    layers: Layers
    weights: Weights

    @cached_property
    def labels(self) -> frozenset[str]:
        """The intents it was taught."""
        return frozenset(self.layers.encoder.labels)

    def begin(self) -> None:
        """It is ready."""

    def read(self, written: Written, phrases: Mapping[str, Spoken]) -> Sequence[Likely]:
        """Every intent of the writer's side, likeliest first."""
        found = [
            self._likely(one, phrases.get(one.name, UNSPOKEN))
            for one in self.layers.glimpses(written)
        ]
        return sorted(found, key=lambda one: -one.confidence)

    def _likely(self, glimpse: Glimpse, spoken: Spoken) -> Likely:
        likelihood, sure = self.weights.judged(
            glimpse.name, glimpse.encoder, glimpse.characters, spoken
        )
        counts = likelihood >= self.weights.counts_from
        return Likely(glimpse.name, sure, counts, glimpse.marks)
