"""What each layer says of one label of one lesson, and whether the lesson carries it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from mailbot.learning.lesson import Lesson
from mailbot.understanding.intent import Intent
from mailbot.understanding.item import Item
from mailbot.understanding.learned.layers import Layers
from mailbot.understanding.understand import understand

_AT = datetime(2024, 5, 27, 10, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sample:
    """One label of one lesson: each layer's likelihood of it (0 to 1), and the truth."""

    lesson: Lesson
    name: str
    encoder: float
    characters: float
    phrases: float
    is_right: bool


def samples_of(
    lessons: Sequence[Lesson],
    layers: Layers,
    intents: Mapping[str, Intent],
    items: Mapping[str, Item],
) -> Iterator[Sample]:
    """A sample for every label of its writer's side, lesson by lesson."""
    for lesson in lessons:
        written = lesson.written
        said = understand(
            written.text, written.quoted, written.subject, (), lesson.side, intents, items, _AT
        )
        by_phrase = {found.name: found.confidence for found in said.intents}
        for one in layers.glimpses(written):
            yield Sample(
                lesson,
                one.name,
                one.encoder,
                one.characters,
                by_phrase.get(one.name, 0.0),
                one.name in lesson.intents,
            )
