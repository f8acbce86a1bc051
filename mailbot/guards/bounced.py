"""Stops, for good, a letter to an address whose mail came back."""

from mailbot.desk.case.rulebook import Departure
from mailbot.desk.people.mailbox import mailbox
from mailbot.reasons import Reason, Wording

FINAL = True
_CAME_BACK = Wording(
    "bounced: mail to {to} came back", "发往 {to} 的邮件曾被退回", "mail to {to} came back"
)


def veto(leaving: Departure) -> Reason | None:
    draft, case = leaving.draft, leaving.case
    gone = set(map(mailbox, case.parties.bounced))
    bad = [email for email in (*draft.to, *draft.cc) if mailbox(email) in gone]
    return _CAME_BACK(to=", ".join(bad)) if bad else None
