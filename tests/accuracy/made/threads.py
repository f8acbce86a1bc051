"""Threads of customers and an engineer, each with its truth: who answers whom, in which client."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from tests.accuracy.made.clients import (
    CLIENTS,
    DESK,
    Client,
    Mail,
    answer,
    conversation,
    raw,
    thread_index,
)
from tests.accuracy.made.people import PUBLIC, Cast, Matter, Person

START = datetime(2026, 3, 2, 1, tzinfo=UTC)
ENGINEER = Person("Lin Wei", "lin@support.example", "zh")
_DAYS = 60


@dataclass(frozen=True, slots=True)
class Come:
    """A mail and when it came: some come later than what answers them."""

    mail: Mail
    charset: str
    at: datetime

    @property
    def raw(self) -> bytes:
        return raw(self.mail, self.charset)


@dataclass(frozen=True, slots=True)
class House:
    """People of one organisation, or one person of none."""

    people: tuple[Person, ...]


class Threads:
    """Makes threads one after another; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)  # noqa: S311 - made mail, no secret
        self.cast = Cast(self.rng)
        self._client: dict[str, Client] = {ENGINEER.email: CLIENTS[0]}
        self._made = 0

    def many(self, count: int) -> list[Come]:
        """``count`` threads, their mails in the order in which they came."""
        come: list[Come] = []
        while self._made < count:
            house, begins = self.house(), START + timedelta(days=self.rng.uniform(0, _DAYS))
            matter = self.matter(house)
            come += self.thread(house, matter, begins)
            if self.rng.random() < 0.2 and self._made < count:
                come += self._another(house, matter, begins)
        return sorted(come, key=lambda one: one.at)

    def house(self) -> House:
        lang = self.rng.choice(("zh", "zh", "en"))
        if self.rng.random() < 0.25:
            return House((self.cast.person(self.rng.choice(PUBLIC), lang),))
        domain, size = self.cast.house(), self.rng.choice((1, 2, 3))
        return House(tuple(self.cast.person(domain, lang) for _ in range(size)))

    def matter(self, house: House) -> Matter:
        return self.cast.matter(house.people[0].lang)

    def thread(self, house: House, matter: Matter, begins: datetime) -> list[Come]:
        self._made += 1
        mails = [self.opening(house, matter, begins)]
        for _ in range(self.rng.choice((1, 2, 3, 4, 5, 6, 8))):
            parent = mails[-1] if self.rng.random() < 0.85 else self.rng.choice(mails)
            mails.append(self._next(house, matter, parent, mails[-1].at))
        return list(self._come(mails))

    def opening(self, house: House, matter: Matter, at: datetime) -> Mail:
        writer, *others = house.people
        copied = tuple(one.email for one in others if self.rng.random() < 0.5)
        text = self.cast.report(matter, writer.lang)
        return self._mail(writer, (DESK,), matter.subject, text, at, copied)

    def reply(self, writer: Person, parent: Mail, text: str, at: datetime) -> Mail:
        """An answer to all, as the writer's own client makes it."""
        subject, body, ids = answer(self.client(writer), parent, text)
        people = (parent.sender, *parent.to, *parent.cc)
        others = [one for one in dict.fromkeys(people) if one != writer.email]
        copied = tuple(one for one in dict.fromkeys((*others[1:], DESK)) if one != others[0])
        made = self._mail(writer, (others[0],), subject, body, at, copied)
        return replace(
            made, parents=ids, thread=parent.thread, thread_index=self._index(writer, parent)
        )

    def client(self, person: Person) -> Client:
        return self._client.setdefault(person.email, self.rng.choice(CLIENTS))

    def advice(self, matter: Matter, parent: Mail, lang: str, after: timedelta) -> Mail:
        """The engineer's answer."""
        text = self.cast.advice(matter, lang)
        return self.reply(ENGINEER, parent, text, parent.at + after)

    def new_id(self, email: str) -> str:
        return f"{self.rng.getrandbits(64):016x}@{email.rpartition('@')[2]}"

    def _another(self, house: House, matter: Matter, begins: datetime) -> list[Come]:
        """The same people with another trouble meanwhile, or with the same one weeks later."""
        if self.rng.random() < 0.3:
            return self.thread(house, matter, begins + timedelta(days=self.rng.uniform(25, 40)))
        return self.thread(
            house, self.matter(house), begins + timedelta(hours=self.rng.uniform(1, 90))
        )

    def _next(self, house: House, matter: Matter, parent: Mail, after: datetime) -> Mail:
        at = after + timedelta(minutes=self.rng.choice((7, 40, 150, 600, 1_500, 4_000)))
        lang = house.people[0].lang
        if parent.sender != ENGINEER.email and self.rng.random() < 0.7:
            return self.reply(ENGINEER, parent, self.cast.advice(matter, lang), at)
        writer = self.rng.choice(house.people)
        return self.reply(writer, parent, self.cast.report(matter, writer.lang), at)

    def _mail(
        self,
        writer: Person,
        to: tuple[str, ...],
        subject: str,
        text: str,
        at: datetime,
        cc: tuple[str, ...],
    ) -> Mail:
        made = Mail(
            self.new_id(writer.email), writer.email, writer.name, to, subject, text, at, cc,
            thread=self._made,
        )  # fmt: skip
        return replace(made, thread_index=self._index(writer, made))

    def _index(self, writer: Person, parent: Mail) -> str:
        if not self.client(writer).conversation:
            return ""
        return thread_index(conversation(parent.thread), len(parent.parents))

    def _come(self, mails: Sequence[Mail]) -> Iterator[Come]:
        for number, mail in enumerate(mails):
            late = number + 1 < len(mails) and self.rng.random() < 0.08
            at = mails[number + 1].at + timedelta(minutes=5) if late else mail.at
            person = Person(mail.name, mail.sender, "")
            yield Come(mail, self.client(person).charset, at)
