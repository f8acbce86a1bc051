"""A second opinion on what a mail wants: what it may go by, and what it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mailbot.desk.finding import Hit
from mailbot.desk.reading import Likely
from mailbot.desk.rulebook import Phrase, Side
from mailbot.desk.scopes import Span
from mailbot.desk.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Signs:
    """One mail as the rules saw it.

    ``strong`` hits are those of sure phrases before they were weighed against each other,
    ``weighed`` what was left of them, ``weak`` what stands where nothing else does.
    """

    side: Side
    subject: str
    text: str
    quoted: str
    attached: tuple[str, ...]
    sentences: Sequence[Sentence]
    strong: Sequence[Hit] = ()
    weighed: Sequence[Hit] = ()
    weak: Sequence[Hit] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """How probable an intent is, and the sentence (its place in the mail) that speaks for it."""

    intent: str
    probability: float
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a mail wants in somebody's opinion: every intent that is more probable than not.

    ``likeliest`` are the whole readings, likeliest first: two, so that a person can pick.
    """

    judged: tuple[Judged, ...]
    likeliest: tuple[Likely, ...]

    def hits(self, signs: Signs) -> tuple[Hit, ...]:
        """The rules' best hits for what is judged to be there, or one of its own.

        In the order of the mail.
        """
        found: list[Hit] = []
        for one in self.judged if signs.sentences else ():
            found += _hits_of(one.intent, signs) or [_whole_sentence(one, signs.sentences)]
        return tuple(sorted(found, key=lambda hit: (hit.sentence, hit.found.start)))

    @property
    def probabilities(self) -> Mapping[str, float]:
        return {one.intent: one.probability for one in self.judged}


def _hits_of(intent: str, signs: Signs) -> list[Hit]:
    for known in (signs.weighed, signs.strong, signs.weak):
        found = [hit for hit in known if hit.intent == intent]
        if found:
            return found
    return []


def _whole_sentence(judged: Judged, said: Sequence[Sentence]) -> Hit:
    plain = said[judged.sentence].plain
    return Hit(judged.intent, judged.sentence, Span(0, len(plain)), Phrase("", judged.probability))


Ask = Callable[[Signs], Opinion | None]


def certain(intents: Sequence[str]) -> Ask:
    """The opinion of somebody who knows: these intents, and no other."""

    def told(signs: Signs) -> Opinion:
        places = {hit.intent: hit.sentence for hit in (*signs.weak, *signs.strong)}
        judged = tuple(Judged(one, 1.0, places.get(one, 0)) for one in intents)
        return Opinion(judged, (Likely(tuple(intents), 1.0),))

    return told


def nobody(signs: Signs) -> None:
    """No second opinion: the rules alone."""
    del signs
