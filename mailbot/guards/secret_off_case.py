"""Stops, for good, a letter with a secret to an address that is not on the case."""

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft
from mailbot.desk.case.rulebook import Departure
from mailbot.reasons import Reason, Wording

FINAL = True
_OFF_CASE = Wording(
    "secret_off_case: {to} is not on the case",
    "信中有密码，而 {to} 不在本案例中",
    "it holds a password, and {to} is not on the case",
)


def veto(leaving: Departure) -> Reason | None:
    draft, case = leaving.draft, leaving.case
    if not draft.secret or draft.audience is Audience.STAFF:
        return None
    strangers = [one for one in (*draft.to, *draft.cc) if not _belongs(one, draft, case)]
    return _OFF_CASE(to=", ".join(strangers)) if strangers else None


def _belongs(email: str, draft: Draft, case: Case) -> bool:
    """A customer of the case; of the second line who has it, or a login of their own in it."""
    if draft.audience is not Audience.SECOND_LINE:
        return case.parties.contact(email) is not None
    readers = {account.person for account in case.transfer.accounts if account.read_only}
    return email in {case.parties.second_line, *readers} and case.parties.contact(email) is None
