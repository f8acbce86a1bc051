"""What a notice shows of the drafts that wait: each text, and the words of the mail it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.desk.case.draft import Draft
from mailbot.mail.parts import Part, joined
from mailbot.ports import Written
from mailbot.repositories.state import State

_MOST = 1_500
_WORDS = (Part.NEW, Part.FORWARDED)


def shown_texts(state: State, drafts: Sequence[Draft]) -> Mapping[str, Written]:
    """By the id of the draft; all is sealed."""
    return {draft.id: _shown(state, draft) for draft in drafts}


def _shown(state: State, draft: Draft) -> Written:
    written = state.draft_texts.written(draft.id) or Written("", "")
    mail = state.conversations.mail_by_id(draft.answers) if draft.answers else None
    if mail is None:
        return written
    words = joined(piece.text for piece in mail.pieces if piece.part in _WORDS)
    return replace(written, answers=words if len(words) <= _MOST else f"{words[:_MOST]} …")
