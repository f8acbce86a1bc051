"""Which phrases are right so often on lessons that they count as rules."""

from collections import Counter
from collections.abc import Mapping, Sequence

from mailbot.learning.lesson import Lesson
from mailbot.learning.sample import spoken_in
from mailbot.understanding.intent import Intent
from mailbot.understanding.learned.weights import rule_of

_OFTEN, _PRECISE = 10, 0.8


def rules_by(lessons: Sequence[Lesson], intents: Mapping[str, Intent]) -> Mapping[str, float]:
    """How often each such phrase is right, by `rule_of`: found ten times and right in four of five.

    A phrase found n times and right k times says (k + 1) / (n + 2).
    """
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for lesson in lessons:
        for name, spoken in spoken_in(lesson, intents).items():
            if spoken.pattern:
                rule = rule_of(spoken.pattern)
                found[rule] += 1
                right[rule] += name in lesson.intents
    often = {rule: (right[rule] + 1) / (count + 2) for rule, count in found.items()}
    return {
        rule: round(often[rule], 4)
        for rule in sorted(often)
        if found[rule] >= _OFTEN and often[rule] >= _PRECISE
    }
