"""What filing knows of a case, taken from the case."""

import re
from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.matter import ItemState
from mailbot.desk.filing.belonging import Known
from mailbot.desk.filing.fresh_mail import machines
from mailbot.mail.subject import normal_subject

_WORD = re.compile(r"[^\W\d_]+")


def known_case(case: Case, last_at: datetime, apart: tuple[str, ...]) -> Known:
    """``last_at`` is when its last mail came, ``apart`` the cases a person set apart from it."""
    return Known(
        id=case.id,
        subject=normal_subject(case.title),
        status=case.status,
        customers=case.parties.customers,
        participants=case.parties.participants,
        last_at=last_at,
        end_user=case.parties.end_user,
        closed_at=case.clocks.closed_at,
        linked_to=case.linked_to,
        apart=apart,
        asked=frozenset(case.matter.items_in(ItemState.ASKED, ItemState.WAITS_FOR_RECURRENCE)),
        machines=machines(f"{case.title}\n{case.matter.description}"),
        engineers=_names(case),
        has_new_uploads=any(one.has_come and not one.receipted for one in case.transfer.uploads),
    )


def _names(case: Case) -> frozenset[str]:
    """The names by which a customer may address the engineers of a case."""
    named = " ".join(
        (*(name for _, name in case.parties.names), case.parties.engineer.partition("@")[0])
    )
    return frozenset(one for one in _WORD.findall(named.casefold()) if len(one) > 1)
