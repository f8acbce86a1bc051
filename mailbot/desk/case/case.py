"""A case: everything the desk knows of one matter, in parts that each know how they are joined.

Rule 1: every change of status is a cell of ``LIFE`` (``life.py``).
Rule 2: a draft, a question and a "needs you" are facts beside the status and never change it.
Rule 3: no date is stored that can be derived: what is due follows from the case (``due.py``).
Rule 4: what a part becomes when the case is joined to another, closed or opened again stands in
the part's own file, and ``tests/desk/case/test_parts.py`` names what becomes of every field.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from mailbot.desk.case.clocks import Clocks
from mailbot.desk.case.draft import Draft
from mailbot.desk.case.holds import Holds
from mailbot.desk.case.life import LIFE, Status
from mailbot.desk.case.matter import Matter
from mailbot.desk.case.parties import Parties
from mailbot.desk.case.step import Step
from mailbot.desk.case.talk import Talk
from mailbot.desk.case.transfer import Transfer


@dataclass(frozen=True, slots=True)
class Case:
    """One matter. ``since`` is when its status began; ``alive``: whether the desk may begin
    anything, which it does not on a case that it knows from history alone.

    ``letters`` counts the drafts that were ever written; ``linked_to`` and ``merged_into`` are
    numbers of other cases.
    """

    id: str
    title: str
    opened: datetime
    status: Status = Status.OPEN
    since: datetime | None = None
    alive: bool = True
    parties: Parties = field(default_factory=Parties)
    matter: Matter = field(default_factory=Matter)
    transfer: Transfer = field(default_factory=Transfer)
    talk: Talk = field(default_factory=Talk)
    clocks: Clocks = field(default_factory=Clocks)
    holds: Holds = field(default_factory=Holds)
    drafts: tuple[Draft, ...] = ()
    letters: int = 0
    linked_to: str = ""
    merged_into: str = ""

    def draft(self, draft_id: str) -> Draft | None:
        return next((one for one in self.drafts if one.id == draft_id), None)

    def joined(self, other: Self) -> Self:
        """This case with all that was the other's but its drafts and its turn."""
        latest = max((self, other), key=lambda one: one.talk.last_heard or one.opened)
        return replace(
            self,
            alive=self.alive or other.alive,
            parties=self.parties.joined(other.parties),
            matter=self.matter.joined(other.matter),
            transfer=self.transfer.joined(other.transfer),
            talk=self.talk.joined(other.talk, latest.talk),
            clocks=self.clocks.joined(other.clocks),
            holds=self.holds.joined(other.holds),
        )

    def apart(self, before: Self, other: Self) -> Self:
        """Without what only the other case brought; what happened since stays here."""
        gone = set(other.parties.customers) - set(before.parties.customers)
        drafts = (one for one in self.drafts if not gone.intersection((*one.to, *one.cc)))
        return replace(
            self,
            parties=self.parties.apart(before.parties, other.parties),
            transfer=self.transfer.apart(before.transfer, other.transfer),
            talk=self.talk.apart(other.talk),
            drafts=tuple(drafts),
        )

    def closed(self, at: datetime) -> Self:
        """What is waited for no more when a case ends."""
        return replace(
            self,
            transfer=self.transfer.closed(),
            talk=self.talk.closed(),
            clocks=self.clocks.closed(at),
            holds=self.holds.without_needs(),
        )


def step(case: Case, how: Step, at: datetime) -> Case:
    """The case after ``how``; ``since`` moves only when the status does."""
    status = LIFE[case.status][how]
    return case if status is case.status else replace(case, status=status, since=at)
