"""What each layer says of one label of one lesson, and whether the lesson carries it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mailbot.learning.lesson import Lesson
from mailbot.understanding.intent import Intent
from mailbot.understanding.learned.layers import Layers
from mailbot.understanding.learned.likely import UNSPOKEN, Spoken
from mailbot.understanding.understand import Text, by_phrases
from mailbot.understanding.verdict import spoken_of


@dataclass(frozen=True, slots=True)
class Sample:
    """One label of one lesson: each layer's likelihood of it (0 to 1), and the truth."""

    lesson: Lesson
    name: str
    encoder: float
    characters: float
    spoken: Spoken
    is_right: bool


def samples_of(
    lessons: Sequence[Lesson], layers: Layers, intents: Mapping[str, Intent]
) -> Iterator[Sample]:
    """A sample for every label of its writer's side, lesson by lesson."""
    for lesson in lessons:
        spoken = spoken_in(lesson, intents)
        for one in layers.glimpses(lesson.written):
            yield Sample(
                lesson,
                one.name,
                one.encoder,
                one.characters,
                spoken.get(one.name, UNSPOKEN),
                one.name in lesson.intents,
            )


def spoken_in(lesson: Lesson, intents: Mapping[str, Intent]) -> Mapping[str, Spoken]:
    """What the phrases alone find in a lesson."""
    return spoken_of(by_phrases(Text.of(lesson.written.text), (), intents, lesson.side))
