"""The prepared answers that fit the questions of a draft, the likest first."""

from dataclasses import dataclass, replace

from mailbot.bot.engine import Engine
from mailbot.bot.wiring.recogniser import LateRecogniser
from mailbot.complaint import no_such
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.errors import OrderError
from mailbot.letters import filled, has_gap
from mailbot.letters.shelf import LANGUAGES
from mailbot.ports import Prepared
from mailbot.refusals import Refusal

_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """A prepared answer and how like one of the questions it is, 0 to 1."""

    prepared: Prepared
    similarity: float


def offers(engine: Engine, case: Case, draft: Draft) -> tuple[Offer, ...]:
    """The best three; none where nothing was asked, or the learned layer can't be asked."""
    recogniser = engine.mailroom.intake.recogniser
    questions = draft.content.questions
    if not questions or not isinstance(recogniser, LateRecogniser):
        return ()
    prepared = {one.topic: one for one in engine.scribe.letters.prepared(draft, case)}
    best: dict[str, float] = {}
    likeness = recogniser.likeness(tuple(prepared.values()))
    for question in questions:
        for like in likeness.ranked(question)[:_MOST_OFFERED]:
            best[like.name] = max(like.similarity, best.get(like.name, 0.0))
    order = sorted(best, key=lambda topic: -best[topic])[:_MOST_OFFERED]
    return tuple(Offer(prepared[topic], best[topic]) for topic in order)


def read_beforehand(engine: Engine) -> None:
    """Read the prepared answers of both languages now, so that no page waits for it."""
    recogniser, now = engine.mailroom.intake.recogniser, engine.clock.now()
    if not isinstance(recogniser, LateRecogniser):
        return
    blank = new_draft((), Audience.CUSTOMER, (), now, Content())
    for lang in LANGUAGES:
        letters = engine.scribe.letters
        recogniser.likeness(letters.prepared(replace(blank, lang=lang), Case("", "", now)))


def answered_with(engine: Engine, case: Case, draft: Draft, text: str, topic: str) -> str:
    """``text`` with a prepared answer in its first gap. Raises OrderError."""
    prepared = engine.scribe.letters.prepared(draft, case)
    found = next((one for one in prepared if one.topic == topic), None)
    if found is None:
        raise OrderError(no_such(topic, [one.topic for one in prepared]))
    if not has_gap(text):
        raise OrderError(Refusal.NO_GAP_LEFT(draft=draft.id, name=topic))
    return filled(text, found.text)
