"""Numbered answers our letters offer: a reply that is one digit is understood by rule."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from mailbot.desk.case.case import Case
from mailbot.understanding.dates import moment
from mailbot.understanding.numbered_answer import choice
from mailbot.understanding.understood import Fact, Found, Understanding

KEEP_WATCHING = "keep_watching"
_CERTAIN = 1.0

_NEWS = MappingProxyType({1: "resolved", 2: "data_delayed", 3: "problem_report"})

CHOICES: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "reminder": MappingProxyType(
            {1: "data_uploaded", 2: "data_delayed", 3: "data_refused", 4: "resolved"}
        ),
        "reminder:recurrence": MappingProxyType(
            {1: "problem_report", 2: KEEP_WATCHING, 3: "resolved"}
        ),
        "reminder:news": _NEWS,
        "reminder:answered": _NEWS,
        "closing_notice": MappingProxyType({1: "resolved", 2: "problem_report", 3: KEEP_WATCHING}),
    }
)


def read_choice(case: Case, said: Understanding, text: str, at: datetime) -> Understanding:
    """The understanding of a mail that answers our last letter by a number, and perhaps a date.

    ``at`` is when the mail came, in the desk's zone.
    """
    chosen = choice(text)
    offered = next((CHOICES[one.what] for one in reversed(case.said) if one.what in CHOICES), None)
    if chosen is None or offered is None or chosen[0] not in offered:
        return said
    number, rest = chosen
    day = moment(rest, at)
    facts = (Fact("promise", day.isoformat(), rest),) if day is not None else ()
    return replace(
        said,
        intents=(Found(offered[number], _CERTAIN, text.strip()),),
        facts=facts,
        questions=(),
    )
