"""A draft of ours that an engineer sent from the mail program: by its id, or by its words."""

from collections.abc import Iterator

from mailbot.bot.inbound.hand_text import comes_from, words_of
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft
from mailbot.desk.case.events import DraftSentByHand, EngineerWrote, MailEvent
from mailbot.desk.case.reading import Reading
from mailbot.mail.own_ids import read_own_draft_id
from mailbot.mail.parts import Part
from mailbot.repositories.state import State


def whole_text(sheaf: Sheaf) -> str:
    """All that the mail says above what it quotes, with its signature."""
    pieces = sheaf.message.parts.pieces
    return "\n\n".join(piece.text for piece in pieces if piece.part is not Part.QUOTED)


def of_hand(mail: Reading, sheaf: Sheaf, case: Case, key: bytes, state: State) -> MailEvent:
    """What an engineer's mail is to its case: a draft of ours, sent by hand, or their own mail."""
    draft = draft_sent(sheaf, case, key, state)
    written = state.draft_texts.written(draft.id) if draft is not None else None
    if draft is None or written is None:
        return EngineerWrote(mail)
    text = whole_text(sheaf)
    changed = words_of(text) != words_of(written.text)
    if changed and not draft.secret:
        state.draft_texts.keep_edited(draft.id, text)
    return DraftSentByHand(mail, draft.id, changed)


def draft_sent(sheaf: Sheaf, case: Case, key: bytes, state: State) -> Draft | None:
    """The draft of this case that the mail is; None for any other mail.

    It goes to whom the draft was written for. One that waits and one that has a yes are the same
    here: what was sent by hand shall not leave once more.
    """
    readers = {one.email for one in sheaf.message.recipients}
    drafts = [
        one for one in case.drafts
        if one.audience is not Audience.STAFF and readers & set(one.to)
    ]  # fmt: skip
    named = set(_named(sheaf, key))
    by_id = next((one for one in drafts if one.id in named), None)
    if by_id is not None:
        return by_id
    text = whole_text(sheaf)
    return next((one for one in drafts if _is_made_of(one, text, state)), None)


def _named(sheaf: Sheaf, key: bytes) -> Iterator[str]:
    message = sheaf.message
    for one in (message.message_id, *message.other_ids, *message.ancestors):
        draft_id = read_own_draft_id(one, key)
        if draft_id is not None:
            yield draft_id


def _is_made_of(draft: Draft, text: str, state: State) -> bool:
    written = state.draft_texts.written(draft.id)
    return written is not None and not draft.gap and comes_from(text, written.text)
