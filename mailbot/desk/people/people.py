"""Who is who to the desk: by address or domain, and only with proof for one of ours."""

from dataclasses import dataclass

from mailbot.desk.people.mailbox import mailbox
from mailbot.desk.people.role import Role
from mailbot.mail.message import Address, Kind, Message, Trust


@dataclass(frozen=True, slots=True)
class People:
    """The desk's address, its staff and its partners; entries are addresses or domains.

    ``engineers`` may answer customers, approve and give orders; left out: all of staff.
    ``forms`` are the addresses from which web forms send what visitors write.
    """

    desk: str
    staff: tuple[str, ...] = ()
    engineers: tuple[str, ...] = ()
    second_line: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    admin: str = ""
    unstamped_staff: bool = False

    def role(self, sender: Address, kind: Kind, trust: Trust) -> Role:
        """The role of a writer; who claims to be ours without proof is unknown."""
        claimed = self.claimed(sender.email)
        if kind is not Kind.HUMAN:
            return Role.MACHINE
        if claimed is Role.CUSTOMER:
            return Role.CUSTOMER
        return claimed if self.is_proven(trust) else Role.UNKNOWN

    def is_proven(self, trust: Trust) -> bool:
        """Whether a mail with this verdict is believed to be one of ours."""
        return trust is Trust.PASS or (trust is Trust.NONE and self.unstamped_staff)

    def claimed(self, email: str) -> Role:
        """The role an address stands for, whoever really wrote."""
        if mailbox(email) == mailbox(self.desk):
            return Role.DESK
        if email and email == self.admin.lower():
            return Role.ADMIN
        if _is_among(email, self.second_line):
            return Role.SECOND_LINE
        if _is_among(email, self.staff) or _is_among(email, self.engineers):
            return Role.STAFF
        return Role.CUSTOMER

    def is_engineer(self, email: str) -> bool:
        """Whether somebody may answer customers; the desk's own address is nobody."""
        if self.claimed(email) is Role.DESK:
            return False
        return _is_among(email, self.engineers or self.staff)

    def is_form(self, email: str) -> bool:
        """Whether web forms send from there: the site's often uses the desk's own address."""
        return self.claimed(email) is Role.DESK or _is_among(email, self.forms)

    def customers_of(self, message: Message) -> tuple[Address, ...]:
        """The recipients who are customers."""
        return self._recipients(message, Role.CUSTOMER)

    def second_line_of(self, message: Message) -> tuple[Address, ...]:
        return self._recipients(message, Role.SECOND_LINE)

    def engineer_addressed(self, message: Message) -> str:
        """The first engineer in To, or ''."""
        return next((one.email for one in message.to if self.is_engineer(one.email)), "")

    def is_to_desk(self, message: Message) -> bool:
        return any(self.claimed(one.email) is Role.DESK for one in message.to)

    def _recipients(self, message: Message, role: Role) -> tuple[Address, ...]:
        found = {one.email: one for one in message.recipients if self.claimed(one.email) is role}
        return tuple(one for one in found.values() if one.email)


def _is_among(email: str, entries: tuple[str, ...]) -> bool:
    domain = email.rpartition("@")[2]
    return any(entry.lower() in (email, domain) for entry in entries if entry)
