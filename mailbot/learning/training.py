"""Teaches what runs beside the encoder anew: characters, weights of the layers, calibration."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mailbot.learning.lesson import Lesson
from mailbot.learning.report_card import ReportCard, report_card
from mailbot.learning.rules import rules_by
from mailbot.learning.sample import samples_of
from mailbot.learning.school import fit_weights, teach_characters
from mailbot.understanding.intent import Intent, Side
from mailbot.understanding.learned.characters import Characters
from mailbot.understanding.learned.layers import Layers, Looks
from mailbot.understanding.learned.weights import Weights


@dataclass(frozen=True, slots=True)
class Taught:
    """What was taught, how well it reads, and how well what is in use reads the same lessons."""

    characters: Characters
    weights: Weights
    card: ReportCard
    in_use: ReportCard

    @property
    def is_worse(self) -> bool:
        """Whether the desk would read less well with it."""
        return self.card.micro.value < self.in_use.micro.value


def train(
    lessons: Sequence[Lesson],
    encoder: Looks,
    in_use: Layers,
    intents: Mapping[str, Intent],
    begins: Callable[[str], None],
) -> Taught:
    """Teach by the lessons that are not held out, and measure on those that are.

    ``begins`` is told what is done next.
    """
    held_out = [one for one in lessons if one.is_held_out]
    taught = [one for one in lessons if not one.is_held_out]
    begins("teaching the characters")
    labels = {
        side: tuple(name for name in encoder.labels if intents[name].side is side) for side in Side
    }
    characters = teach_characters(taught, labels)
    begins("weighing the layers")
    new, old = (
        list(samples_of(held_out, layers, intents))
        for layers in (Layers(encoder, characters), in_use)
    )
    rules = rules_by(taught, intents)
    weights = fit_weights(new, rules)
    begins("measuring")
    return Taught(characters, weights, report_card(new, rules), report_card(old, rules))
