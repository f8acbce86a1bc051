"""Stops, for good, a letter with a secret to an address that is not on the case."""

from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft

FINAL = True


def veto(draft: Draft, case: Case, now: datetime) -> str | None:
    del now
    if not draft.secret or draft.audience is Audience.STAFF:
        return None
    strangers = [one for one in (*draft.to, *draft.cc) if not _belongs(one, draft, case)]
    return f"secret_off_case: {', '.join(strangers)} is not on the case" if strangers else None


def _belongs(email: str, draft: Draft, case: Case) -> bool:
    """A customer of the case; of the second line who has it, or a login of their own in it."""
    if draft.audience is not Audience.SECOND_LINE:
        return case.contact(email) is not None
    readers = {account.person for account in case.accounts if account.read_only}
    return email in {case.second_line, *readers} and case.contact(email) is None
