"""What phrases and the learned layer find together: each intent once, with its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mailbot.understanding.finding import Hit
from mailbot.understanding.intent import Effect, Intent, Phrase
from mailbot.understanding.learned.evidence import place_of, words_of
from mailbot.understanding.learned.likely import Likely, Recogniser, Spoken
from mailbot.understanding.learned.written import Written
from mailbot.understanding.sentences import Sentence
from mailbot.understanding.understood import CERTAIN, JUST_BELOW, Found
from mailbot.understanding.weighing import standing, surest_hits

_MOST_GUESSES = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """The hits that stand, the intents they make, and the likeliest readings beside."""

    hits: tuple[Hit, ...]
    found: tuple[Found, ...]
    guesses: tuple[Found, ...] = ()


def verdict(
    by_phrases: Verdict,
    said: Sequence[Sentence],
    written: Written,
    recogniser: Recogniser,
    intents: Mapping[str, Intent],
) -> Verdict:
    """The phrases' verdict, weighed by the learned layer.

    What the phrases found, and the learned layer was taught and does not see, is dropped, unless
    it is certain or its phrase is a rule; an intent that it was never taught stands by its
    phrases alone.
    """
    confidences = {one.name: one.confidence for one in by_phrases.found}
    spoken = spoken_of(by_phrases)
    read = [one for one in recogniser.read(written, spoken) if one.name in intents]
    counting = _counting(read, confidences, recogniser, intents)
    own = [one for one in by_phrases.hits if one.intent in counting]
    hits = [*own, *_unspoken(counting, {one.intent for one in own}, written.text, said, intents)]
    hits.sort(key=lambda hit: (hit.sentence, hit.found.start))
    gone = {hit.intent for hit in hits}
    hits = list(standing(hits, intents, said))
    gone -= {hit.intent for hit in hits}
    counting = {name: one for name, one in counting.items() if name not in gone}
    return Verdict(
        tuple(hits),
        _found(counting, hits, said, by_phrases.found, written.text),
        tuple(Found(one.name, one.confidence, "") for one in read[:_MOST_GUESSES]),
    )


def spoken_of(by_phrases: Verdict) -> dict[str, Spoken]:
    """What the phrases found of each intent, and which of them is the surest."""
    patterns = {
        hit.intent: hit.phrase.pattern
        for hit in sorted(by_phrases.hits, key=lambda hit: hit.phrase.confidence)
    }
    return {
        one.name: Spoken(patterns.get(one.name, ""), one.confidence) for one in by_phrases.found
    }


def _counting(
    read: Sequence[Likely],
    confidences: Mapping[str, float],
    recogniser: Recogniser,
    intents: Mapping[str, Intent],
) -> dict[str, Likely]:
    """The intents that count; one that only counts alone gives way to any other."""
    kept = {one.name: one for one in read if one.counts}
    for name, confidence in confidences.items():
        if confidence >= CERTAIN or name not in recogniser.labels:
            marks = kept[name].marks if name in kept else ()
            kept[name] = Likely(name, confidence, counts=True, marks=marks)
    kept = {name: _held(one, confidences, intents) for name, one in kept.items()}
    others = {name for name in kept if not intents[name].alone}
    return {name: one for name, one in kept.items() if not others or name in others}


def _held(one: Likely, confidences: Mapping[str, float], intents: Mapping[str, Intent]) -> Likely:
    """A case closed by mistake is the worst that can happen: it takes a phrase too to be sure."""
    if intents[one.name].effect is not Effect.SOLVES or one.name in confidences:
        return one
    return replace(one, confidence=min(one.confidence, JUST_BELOW))


def _unspoken(
    counting: Mapping[str, Likely],
    spoken: set[str],
    text: str,
    said: Sequence[Sentence],
    intents: Mapping[str, Intent],
) -> list[Hit]:
    """A hit for each intent that no phrase found, where the learned layer looked."""
    found = []
    for name, one in counting.items():
        place = place_of(one.marks, text, said) if name not in spoken and one.marks else None
        if place is not None:
            phrase = Phrase("", one.confidence)
            found.append(Hit(name, intents[name].effect, place.sentence, place.clause, phrase))
    return found


def _found(
    counting: Mapping[str, Likely],
    hits: Sequence[Hit],
    said: Sequence[Sentence],
    by_phrases: Sequence[Found],
    text: str,
) -> tuple[Found, ...]:
    """Each intent with its evidence, in the order of the mail."""
    places = surest_hits(hits)
    shown = {one.name: one.evidence for one in by_phrases}
    shown |= {name: _evidence(hit, hits, said) for name, hit in places.items()}
    order = [*places, *(name for name in counting if name not in places)]
    return tuple(
        Found(name, counting[name].confidence, shown.get(name) or text.strip()) for name in order
    )


def _evidence(hit: Hit, hits: Sequence[Hit], said: Sequence[Sentence]) -> str:
    """The sentence of a hit; only its clause where the sentence carries other intents too."""
    sentence = said[hit.sentence]
    beside = {one.intent for one in hits if one.sentence == hit.sentence}
    return words_of(sentence, hit.found) if len(beside) > 1 else sentence.text
