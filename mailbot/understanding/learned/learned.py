"""Encoder, characters and phrases weighed into one reading of a mail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mailbot.understanding.learned.layers import Glimpse, Layers
from mailbot.understanding.learned.likely import Likely
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

    def read(self, written: Written, phrases: Mapping[str, float]) -> Sequence[Likely]:
        """Every intent of the writer's side, likeliest first."""
        found = [
            self._likely(one, phrases.get(one.name, 0.0)) for one in self.layers.glimpses(written)
        ]
        return sorted(found, key=lambda one: -one.confidence)

    def _likely(self, glimpse: Glimpse, phrase: float) -> Likely:
        likelihood = self.weights.likelihood(glimpse.encoder, glimpse.characters, phrase)
        return Likely(
            glimpse.name,
            self.weights.confidence(glimpse.name, likelihood),
            likelihood >= self.weights.counts_from,
            glimpse.marks,
        )
