"""A fresh mail that speaks of its writer's one open case, though it answers nothing in it.

Customers don't always press reply: "the dump is uploaded" comes as a mail of its own.
"""

from collections.abc import Iterable

from mailbot.desk.case.life import Status
from mailbot.desk.filing.belonging import Known, Slip, names_another_end_user
from mailbot.desk.filing.fresh_mail import Fresh
from mailbot.desk.people.role import Role
from mailbot.understanding.intent import Presumes


def only_case(slip: Slip, mine: Iterable[Known]) -> Known | None:
    """The writer's only open case, where this mail reports what it waits for, or names it."""
    known = [one for one in mine if one.status is not Status.CLOSED]
    if len(known) != 1 or slip.role is not Role.CUSTOMER or slip.message.ancestors:
        return None
    (one,) = known
    if names_another_end_user(slip, one):
        return None
    return one if _is_meant(slip.fresh, one) else None


def _is_meant(mail: Fresh, known: Known) -> bool:
    if mail.machines & known.machines:
        return True
    if Presumes.NOTHING in mail.presumes:
        return False
    return (
        _reports_what_is_asked(mail, known)
        or Presumes.THAT_CASE in mail.presumes
        or (bool(mail.presumes) and any(name in mail.greets for name in known.engineers))
    )


def _reports_what_is_asked(mail: Fresh, known: Known) -> bool:
    if mail.brings_data and (mail.has_files or known.has_new_uploads):
        return True
    return bool(mail.items & known.asked)
