"""Which command mends what an order was refused for: the terminal's own words, by kind."""

from collections.abc import Mapping
from types import MappingProxyType

from mailbot.errors import MailbotError
from mailbot.refusals import Refusal

_HINTS: Mapping[str, str] = MappingProxyType(
    {
        Refusal.NO_CASE: "`mailbot cases` lists them",
        Refusal.NO_DRAFT: "as in C-12/3; `mailbot drafts` lists them",
        Refusal.NO_LONGER_WAITS: "`mailbot drafts` lists what does",
        Refusal.CASE_CLOSED: "`mailbot reopen {case}`",
        Refusal.HAS_CHANGED: "`mailbot drafts {draft}`",
        Refusal.GAP_TO_FILL: "`mailbot edit {draft}`",
        Refusal.EMPTY_LETTER: "`mailbot reject`",
        Refusal.SEAL_STRANGE: "`mailbot edit {draft}`, `mailbot reject {draft}`",
        Refusal.WRITTEN_ANEW: "`mailbot drafts {draft}`",
        Refusal.NAMES_PAST_DAY: "`mailbot edit {draft}`",
        Refusal.ADDRESS_WANTED: "with --to, or set packets_to under [desk]",
        Refusal.WHICH_OF_SECOND_LINE: "with --for",
        Refusal.NO_SECOND_LINE: "set second_line under [desk]",
        Refusal.WHICH_CUSTOMER: "with --for",
        Refusal.CANT_STAND_IN: "`mailbot user list`, engineers under [desk]",
        Refusal.WHICH_MAILS: "`mailbot case {case}` lists them",
        Refusal.NO_MAIL: "`mailbot case {case}` lists them",
        Refusal.NO_MAIL_OF_CUSTOMER: "with --mail",
        Refusal.NOTHING_LEFT: "`mailbot join`",
        Refusal.LIVES_ELSEWHERE: "`mailbot undo {case}`",
        Refusal.MORE_HAPPENED: "`mailbot join {case} {name}`, `mailbot split`",
        Refusal.NOT_IN_QUARANTINE: "`mailbot quarantine` lists them",
    }
)


def with_hint(error: MailbotError) -> str:
    """The error in English, and in brackets the command that mends it, where there is one."""
    hint = _HINTS.get(error.reason.kind, "")
    return f"{error} ({hint.format_map(error.reason.parts)})" if hint else str(error)
