"""Numbered answers: a reply of one digit means what our letter offered under that number."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.rulebook import LetterSpec
from mailbot.understanding.dates import moment
from mailbot.understanding.numbered_answer import choice
from mailbot.understanding.understood import Found, MomentFact, Understanding

_CERTAIN = 1.0


def read_choice(
    case: Case, said: Understanding, text: str, at: datetime, letters: Mapping[str, LetterSpec]
) -> Understanding:
    """The understanding of a mail that answers our last letter by a number, and perhaps a date.

    ``at`` is when the mail came, in the desk's zone.
    """
    chosen, offered = choice(text), _offered(case, letters)
    if chosen is None or not 1 <= chosen[0] <= len(offered):
        return said
    number, rest = chosen
    day = moment(rest, at)
    facts = (MomentFact("promise", day, rest),) if day is not None else ()
    return replace(
        said,
        intents=(Found(offered[number - 1], _CERTAIN, text.strip()),),
        facts=facts,
        questions=(),
    )


def _offered(case: Case, letters: Mapping[str, LetterSpec]) -> tuple[str, ...]:
    """The answers of the last letter that offered any, the first as number 1."""
    for one in reversed(case.talk.said):
        name, _, reason = one.what.partition(":")
        answers = letters[name].answers if name in letters else {}
        if reason in answers:
            return answers[reason]
    return ()
