"""A blank draft with defaults; the sheet numbers it and asks the guards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mailbot.desk.case.draft import Audience, Content, Draft, DraftState, Send


def new_draft(
    letters: Sequence[str],
    audience: Audience,
    to: Sequence[str],
    now: datetime,
    content: Content,
) -> Draft:
    """A draft before it is settled: no number, no vetoes, begun by the desk."""
    return Draft(
        id="",
        letters=tuple(letters),
        audience=audience,
        to=tuple(to),
        cc=(),
        lang="",
        written=now,
        answers="",
        send=Send.APPROVE,
        state=DraftState.WAITING,
        content=content,
    )


def bound(drafts: Sequence[Draft]) -> Draft:
    """Several parts as one letter."""
    first, *others = drafts
    for other in others:
        first = replace(
            first,
            letters=(*first.letters, *other.letters),
            content=first.content.joined(other.content),
            answers=first.answers or other.answers,
        )
    return first
