"""How much each layer counts, and how often what they say together is right."""

import hashlib
import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from mailbot.understanding.learned.likely import Spoken

_LEAST, _MOST = 0.005, 0.995
_NAME = 12


@dataclass(frozen=True, slots=True)
class Weights:
    """Fitted on lessons that neither layer was taught.

    The layers' likelihoods are joined as log odds: ``encoder``, ``characters`` and ``phrases``
    weigh them, ``bias`` moves each label's sum. ``counts_from``: from this likelihood on an intent
    counts. ``steps`` are pairs of likelihood and how often it was right, both rising; ``at_most``
    caps a label that was wrong too often to act on. ``rules`` are phrases that were right so often
    on lessons (by `rule_of`) that they count whatever else is said.
    """

    encoder: float
    characters: float
    phrases: float
    bias: Mapping[str, float]
    counts_from: float
    steps: tuple[tuple[float, float], ...]
    at_most: Mapping[str, float]
    rules: Mapping[str, float]

    def likelihood(self, name: str, encoder: float, characters: float, phrases: float) -> float:
        """All layers as one likelihood, 0 to 1."""
        odds = (
            self.bias.get(name, 0.0)
            + self.encoder * log_odds(encoder)
            + self.characters * log_odds(characters)
            + self.phrases * phrases
        )
        return 1 / (1 + math.exp(-odds))

    def judged(
        self, name: str, encoder: float, characters: float, spoken: Spoken
    ) -> tuple[float, float]:
        """The likelihood of a label, and how often such a reading is right.

        What a rule says is at least as likely as what just counts, and as sure as the rule.
        """
        likelihood = self.likelihood(name, encoder, characters, spoken.confidence)
        sure = self.confidence(name, likelihood)
        rule = self.rules.get(rule_of(spoken.pattern))
        if rule is None:
            return likelihood, sure
        return max(likelihood, self.counts_from), max(sure, rule)

    def confidence(self, name: str, likelihood: float) -> float:
        """How often a reading of this likelihood is right."""
        at = bisect_right(self.steps, likelihood, key=lambda step: step[0])
        below = self.steps[at - 1] if at else (0.0, 0.0)
        above = self.steps[at] if at < len(self.steps) else (1.0, below[1])
        wide = above[0] - below[0]
        part = (likelihood - below[0]) / wide if wide else 0.0
        return min(below[1] + part * (above[1] - below[1]), self.at_most.get(name, 1.0))

    def dumped(self) -> bytes:
        """The weights as a file that people can read."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"

    @classmethod
    def loaded(cls, file: bytes) -> "Weights":
        """The weights out of such a file. Raises msgspec.DecodeError."""
        return msgspec.json.decode(file, type=cls)


def rule_of(pattern: str) -> str:
    """The name by which a phrase is known in `Weights.rules`."""
    return hashlib.sha256(pattern.encode()).hexdigest()[:_NAME]


def log_odds(likelihood: float) -> float:
    """The odds of a likelihood, as a logarithm; never infinite."""
    held = min(max(likelihood, _LEAST), _MOST)
    return math.log(held / (1 - held))
