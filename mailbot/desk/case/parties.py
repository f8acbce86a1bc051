"""Who is on a case: the customer's people, ours, and the second line's."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Self

from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.joined import both
from mailbot.desk.people.mailbox import mailbox


@dataclass(frozen=True, slots=True)
class Contact:
    """A customer's person on the case; ``joined_by`` is the filing evidence that brought them.

    ``confirmed`` by one of ours who wrote to them, ``verified`` by our own mail server.
    """

    email: str
    name: str = ""
    salutation: str = ""
    lang: str = ""
    joined_by: FiledBy = FiledBy.NOTHING
    confirmed: bool = False
    verified: bool = False

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Parties:
    """Everybody by address.

    ``names`` are those of our own people, ``counterpart`` is the customer's person whom the desk
    speaks to, ``bounced`` the addresses that mail came back from, ``stranger_of`` the case that
    somebody named whom nobody there knows.
    """

    contacts: tuple[Contact, ...] = ()
    participants: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    engineer: str = ""
    second_line: str = ""
    end_user: str = ""
    counterpart: str = ""
    bounced: tuple[str, ...] = ()
    stranger_of: str = ""

    @property
    def customers(self) -> tuple[str, ...]:
        return tuple(contact.email for contact in self.contacts)

    def contact(self, email: str) -> Contact | None:
        return next((one for one in self.contacts if mailbox(one.email) == mailbox(email)), None)

    def with_contact(self, contact: Contact) -> Self:
        """The contact in the place they had, or last."""
        if contact.email not in self.customers:
            return replace(self, contacts=(*self.contacts, contact))
        placed = (contact if one.email == contact.email else one for one in self.contacts)
        return replace(self, contacts=tuple(placed))

    def confirmed(self, emails: Collection[str]) -> Self:
        """One of ours wrote to these contacts, and so knows that they belong here."""
        known = (
            replace(one, confirmed=True) if one.email in emails else one for one in self.contacts
        )
        return replace(self, contacts=tuple(known))

    def with_participants(self, people: Iterable[str]) -> Self:
        """With everybody who stands in a mail."""
        return replace(self, participants=tuple(dict.fromkeys((*self.participants, *people))))

    def unconfirmed(self) -> Self:
        """Contacts whom only a mail brought to another case: one of ours has to write to them."""
        brought = (
            replace(one, confirmed=False, joined_by=FiledBy.REFERENCES) for one in self.contacts
        )
        return replace(self, contacts=tuple(brought))

    def joined(self, other: Self) -> Self:
        """All of both; where there can be one only, ours before the other's."""
        known = self.customers
        return replace(
            self,
            contacts=(*self.contacts, *(one for one in other.contacts if one.email not in known)),
            participants=both(self.participants, other.participants),
            names=tuple({**dict(other.names), **dict(self.names)}.items()),
            engineer=self.engineer or other.engineer,
            second_line=self.second_line or other.second_line,
            end_user=self.end_user or other.end_user,
            counterpart=self.counterpart or other.counterpart,
            bounced=both(self.bounced, other.bounced),
        )

    def apart(self, before: Self, other: Self) -> Self:
        """Without whom only the other case brought; ``before`` are ours before the join."""
        contacts = set(other.customers) - set(before.customers)
        people = set(other.participants) - set(before.participants)
        return replace(
            self,
            contacts=tuple(one for one in self.contacts if one.email not in contacts),
            participants=tuple(one for one in self.participants if one not in people),
            counterpart=before.counterpart if self.counterpart in contacts else self.counterpart,
        )

    def without(self, gone: Collection[str]) -> Self:
        """Those who stay when these people went to another case."""
        contacts = tuple(one for one in self.contacts if one.email not in gone)
        first = next((one.email for one in contacts), "")
        return replace(
            self,
            contacts=contacts,
            participants=tuple(one for one in self.participants if one not in gone),
            counterpart=first if self.counterpart in gone else self.counterpart,
            engineer="" if self.engineer in gone else self.engineer,
        )
