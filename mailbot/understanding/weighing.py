"""Which hits count: drops those under a condition and those that another intent overrides."""

from collections.abc import Mapping, Sequence

from mailbot.understanding.conditions import conditions
from mailbot.understanding.finding import Hit
from mailbot.understanding.intent import Intent
from mailbot.understanding.scopes import asking_clause, clause
from mailbot.understanding.sentences import Sentence
from mailbot.understanding.understood import Found


def standing(
    found: Sequence[Hit], intents: Mapping[str, Intent], said: Sequence[Sentence]
) -> tuple[Hit, ...]:
    """The hits that give way to no other in their clause."""
    here: dict[_Place, set[str]] = {}
    for hit in found:
        here.setdefault(_place(hit, said), set()).add(hit.intent)
    return tuple(
        hit for hit in found
        if not any(_overrides(one, hit.intent, intents) for one in here[_place(hit, said)])
    )  # fmt: skip


def _overrides(better: str, name: str, intents: Mapping[str, Intent]) -> bool:
    """Either of the two may say so, so that a newcomer says it alone."""
    return better in intents[name].gives_way or name in intents[better].overrides


_Place = tuple[int, int]


def _place(hit: Hit, said: Sequence[Sentence]) -> _Place:
    """The clause of a hit: "it is solved, but what was the cause?" holds two."""
    text = said[hit.sentence].plain
    words = text[hit.found.start : hit.found.end]
    if not any(map(str.isalpha, words)):
        # a question mark belongs to the asking clause
        return hit.sentence, asking_clause(text).start
    return hit.sentence, clause(text, hit.found.start, hit.found.end).start


def unbound(
    found: Sequence[Hit], said: Sequence[Sentence], intents: Mapping[str, Intent]
) -> Sequence[Hit]:
    """Drop what counts only outright and stands under a condition of an earlier sentence."""
    outright = {hit.intent for hit in found if intents[hit.intent].outright}
    if not outright:
        return found
    under = conditions(said)
    return [hit for hit in found if hit.intent not in outright or under[hit.sentence] is None]


def surest_hits(hits: Sequence[Hit]) -> dict[str, Hit]:
    """The surest hit of each intent, in the order of the mail."""
    best: dict[str, Hit] = {}
    for one in hits:
        known = best.setdefault(one.intent, one)
        if one.phrase.confidence > known.phrase.confidence:
            best[one.intent] = one
    return best


def surest(hits: Sequence[Hit], said: Sequence[Sentence]) -> list[Found]:
    """Each intent once, with its surest sentence, in the order of the mail."""
    return [
        Found(name, one.phrase.confidence, said[one.sentence].text)
        for name, one in surest_hits(hits).items()
    ]
