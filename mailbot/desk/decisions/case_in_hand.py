"""The case that a decision works on: each of its parts is read from it, and put back whole."""

from dataclasses import replace

from mailbot.desk.case.case import Case
from mailbot.desk.case.clocks import Clocks
from mailbot.desk.case.draft import Draft
from mailbot.desk.case.holds import Holds
from mailbot.desk.case.matter import Matter
from mailbot.desk.case.parties import Parties
from mailbot.desk.case.talk import Talk
from mailbot.desk.case.transfer import Transfer


class CaseInHand:
    """A part is changed by putting another in its place: ``hand.talk = replace(hand.talk, …)``."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @property
    def parties(self) -> Parties:
        return self.case.parties

    @parties.setter
    def parties(self, parties: Parties) -> None:
        self.case = replace(self.case, parties=parties)

    @property
    def matter(self) -> Matter:
        return self.case.matter

    @matter.setter
    def matter(self, matter: Matter) -> None:
        self.case = replace(self.case, matter=matter)

    @property
    def transfer(self) -> Transfer:
        return self.case.transfer

    @transfer.setter
    def transfer(self, transfer: Transfer) -> None:
        self.case = replace(self.case, transfer=transfer)

    @property
    def talk(self) -> Talk:
        return self.case.talk

    @talk.setter
    def talk(self, talk: Talk) -> None:
        self.case = replace(self.case, talk=talk)

    @property
    def clocks(self) -> Clocks:
        return self.case.clocks

    @clocks.setter
    def clocks(self, clocks: Clocks) -> None:
        self.case = replace(self.case, clocks=clocks)

    @property
    def holds(self) -> Holds:
        return self.case.holds

    @holds.setter
    def holds(self, holds: Holds) -> None:
        self.case = replace(self.case, holds=holds)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return self.case.drafts

    @drafts.setter
    def drafts(self, drafts: tuple[Draft, ...]) -> None:
        self.case = replace(self.case, drafts=drafts)

    def put(self, draft: Draft) -> None:
        """The draft as it is now, in the place it had."""
        self.drafts = tuple(draft if one.id == draft.id else one for one in self.drafts)

    def drop(self, draft: Draft) -> None:
        """The draft is on the case no more."""
        self.drafts = tuple(one for one in self.drafts if one.id != draft.id)
