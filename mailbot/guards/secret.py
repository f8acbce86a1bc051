"""Holds a letter with a secret unless the mail it answers is verified."""

from mailbot.desk.case.rulebook import Departure
from mailbot.mail.message import Trust
from mailbot.reasons import Reason, Wording

_ONLY_VERIFIED = Wording(
    "secret: a password goes only to a verified address",
    "信中有密码，只能发给验证通过的地址",
    "a password goes only to a verified address",
)


def veto(leaving: Departure) -> Reason | None:
    draft = leaving.draft
    if not draft.secret or draft.trust is Trust.PASS:
        return None
    return _ONLY_VERIFIED()
