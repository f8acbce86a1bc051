"""What the headers of a letter say of a draft: its thread, who signs it, who let it leave."""

from collections.abc import Callable

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft
from mailbot.letters import Letterhead, person_name

# the packet and the question to the administrator are threads of their own, without a customer
_THREADS: dict[Audience, Callable[[Case], tuple[str, ...]]] = {
    Audience.CUSTOMER: lambda case: case.talk.thread,
    Audience.SECOND_LINE: lambda case: case.talk.packets,
    Audience.STAFF: lambda case: (),
    Audience.ADMIN: lambda case: (
        case.transfer.login_wanted.thread if case.transfer.login_wanted else ()
    ),
}


def thread(draft: Draft, case: Case) -> tuple[str, ...]:
    """The ids of the mails that this letter is in one thread with, oldest first."""
    return _THREADS[draft.audience](case)


def answered(draft: Draft, case: Case) -> str:
    """The id of the mail this letter follows: the one it answers, else the last of its thread."""
    return draft.answers or next(reversed(thread(draft, case)), "")


def signed_by(draft: Draft, case: Case, head: Letterhead) -> str:
    """The engineer's name on what they let leave, the desk's on the rest."""
    known = {**dict(case.parties.names), **head.names}
    return person_name(draft.approved_by, known) if draft.approved_by else head.desk


def auto_submitted(draft: Draft) -> str:
    """RFC 3834, section 5: only where no human approved."""
    if draft.approved_by:
        return ""
    return "auto-replied" if draft.answers else "auto-generated"
