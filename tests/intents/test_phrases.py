"""Each phrase by itself: it finds its examples, leaves those beside, and is short."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mailbot.bot.wiring.rules import read_intents
from mailbot.understanding.finding import hits
from mailbot.understanding.intent import Intent, Phrase
from mailbot.understanding.prefilter import grams_of
from mailbot.understanding.sentences import sentences

MOST_CHARACTERS = 80
# the shipped ones are 13,100; an intent of one's own brings a few more
MOST_ALTOGETHER = 13_500


def every_phrase() -> Iterator[tuple[Intent, Phrase]]:
    for intent in read_intents().values():
        for phrase in intent.phrases:
            yield intent, phrase


PHRASES = [pytest.param(*pair, id=f"{pair[0].name}: {pair[1].pattern}") for pair in every_phrase()]


def finds(intent: Intent, phrase: Phrase, text: str) -> bool:
    """Whether this phrase alone finds its intent in a mail of these words."""
    alone = {intent.name: replace(intent, phrases=(phrase,), alone=False)}
    said = sentences(text)
    return bool(hits(said, tuple(grams_of(one.plain) for one in said), alone, intent.side))


@pytest.mark.parametrize(("intent", "phrase"), PHRASES)
def test_a_phrase_finds_its_examples_and_leaves_those_beside(
    intent: Intent, phrase: Phrase
) -> None:
    assert phrase.yes
    assert phrase.no
    assert [text for text in phrase.yes if not finds(intent, phrase, text)] == []
    assert [text for text in phrase.no if finds(intent, phrase, text)] == []


@pytest.mark.parametrize(("intent", "phrase"), PHRASES)
def test_an_exception_names_the_sentence_that_forced_it(intent: Intent, phrase: Phrase) -> None:
    bare = replace(phrase, unless="")
    assert not phrase.unless or any(finds(intent, bare, text) for text in phrase.no)


def test_phrases_are_short() -> None:
    spelled = [one for _, phrase in every_phrase() for one in (phrase.pattern, phrase.unless)]
    assert [one for one in spelled if len(one) > MOST_CHARACTERS] == []
    assert sum(map(len, spelled)) <= MOST_ALTOGETHER
