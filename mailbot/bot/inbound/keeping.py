"""Catches up on mails that an older version filed and did not keep as they were read."""

from mailbot.bot.inbound.kept import kept_mail_of
from mailbot.bot.inbound.mailroom import Mailroom
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.kept_mail import KeptMail
from mailbot.errors import UnreadableMail
from mailbot.repositories.state import State

# the note of when every mail of an older version was kept
_CAUGHT_UP = "pages caught up"


def kept_or_read(mailroom: Mailroom, state: State, mail_id: int, by: FiledBy) -> KeptMail | None:
    """A filed mail as it was read, read anew where it was not kept; None if it can't be read."""
    kept = state.conversations.mail(mail_id)
    if kept is not None:
        return kept
    try:
        sheaf = mailroom.read(state.mails.stored(mail_id))
    except UnreadableMail:
        return None
    kept = kept_mail_of(sheaf, by)
    state.conversations.keep(mail_id, kept)
    return kept


def catch_up(mailroom: Mailroom, state: State, most: int) -> int:
    """Keep some mails that an older version filed; how many were kept, 0 once no more can be."""
    if state.notes.noted_moment(_CAUGHT_UP) is not None:
        return 0
    found = (
        kept_or_read(mailroom, state, one, FiledBy.NOTHING)
        for one in state.conversations.not_kept(most)
    )
    count = sum(kept is not None for kept in found)
    if not count:
        state.notes.note_moment(_CAUGHT_UP, mailroom.clock.now())
    return count
