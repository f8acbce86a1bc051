"""Mails that come late to a case: of strangers who seem to belong, and of people who do."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from tests.accuracy.made.clients import DESK, Mail, answer, raw
from tests.accuracy.made.people import PUBLIC, Matter, Person
from tests.accuracy.made.threads import House, Threads


@dataclass(frozen=True, slots=True)
class Setting:
    """A case that has its customer, and what somebody may know of it."""

    case: str
    house: House
    matter: Matter
    opened: Mail
    advice: Mail
    letter: Mail | None

    @property
    def customer(self) -> Person:
        return self.house.people[0]


@dataclass(frozen=True, slots=True)
class Maker:
    """Draws the mails; each kind is a method, and the lists below name them all."""

    made: Threads

    @property
    def rng(self) -> Random:
        return self.made.rng

    # strangers

    def with_subject(self, one: Setting) -> bytes:
        return self._written(self._stranger(one), f"{self._prefix()}{one.opened.subject}", one)

    def with_subject_and_copy(self, one: Setting) -> bytes:
        """He even copies in the customer, whose address he knows."""
        subject = f"{self._prefix()}{one.opened.subject}"
        return self._written(self._stranger(one), subject, one, cc=(one.customer.email,))

    def with_number(self, one: Setting) -> bytes:
        return self._written(self._stranger(one), self._numbered(one), one)

    def with_quote(self, one: Setting) -> bytes:
        """He quotes what we wrote, from a print or a chat; no id names the mail."""
        writer = self._stranger(one)
        subject, body, _ = answer(self.made.client(writer), one.advice, self._words(one, writer))
        return self._written(writer, subject, one, body)

    def with_number_and_quote(self, one: Setting) -> bytes:
        writer = self._stranger(one)
        _, body, _ = answer(self.made.client(writer), one.advice, self._words(one, writer))
        return self._written(writer, self._numbered(one), one, body)

    def with_the_customers_name(self, one: Setting) -> bytes:
        writer = replace(self._stranger(one), name=one.customer.name)
        return self._written(writer, f"{self._prefix()}{one.opened.subject}", one)

    def of_a_look_alike(self, one: Setting) -> bytes:
        """The customer's address, a letter beside it or another ending behind it."""
        local, _, domain = one.customer.email.rpartition("@")
        first, _, rest = domain.partition(".")
        host = self.rng.choice(
            (f"{first}s.{rest}", f"{first}-{rest}", f"{domain}.attacker.example")
        )
        writer = Person(one.customer.name, f"{local}@{host}", one.customer.lang)
        subject = self.rng.choice((f"Re: {one.opened.subject}", self._numbered(one)))
        return self._written(writer, subject, one)

    def of_the_same_provider(self, one: Setting) -> bytes:
        """Another mailbox where the customer has his; else of a public provider."""
        domain = one.customer.email.rpartition("@")[2]
        host = domain if domain in PUBLIC else self.rng.choice(PUBLIC)
        writer = self.made.cast.person(host, one.customer.lang)
        subject = self.rng.choice((f"Re: {one.opened.subject}", self._numbered(one)))
        return self._written(writer, subject, one)

    def with_forwarded_ids(self, one: Setting) -> bytes:
        """The customer sent our mail on to him: its ids stand in his answer to the forward."""
        writer = self._stranger(one)
        parent = one.letter if one.letter is not None and self.rng.random() < 0.5 else one.advice
        forward = self.made.new_id(one.customer.email)
        prefix = self.rng.choice(("Re: Fw: ", "回复：转发：", "RE: FW: ", "Fwd: ", "答复: 转发: "))
        _, body, _ = answer(self.made.client(writer), parent, self._words(one, writer))
        mail = self._mail(writer, f"{prefix}{one.opened.subject}", one, body)
        return raw(replace(mail, parents=(*parent.parents, parent.id, forward)))

    # people who belong

    def colleague_in_copy(self, one: Setting) -> bytes:
        """He stood in Cc; his client lost the ids."""
        copied = [person for person in one.house.people if person.email in one.opened.cc]
        writer = self.rng.choice(copied or [one.customer])
        return self._written(writer, f"{self._prefix()}{one.opened.subject}", one)

    def new_colleague_with_number(self, one: Setting) -> bytes:
        return self._written(self._colleague(one), self._numbered(one), one)

    def new_colleague_with_quote(self, one: Setting) -> bytes:
        writer = self._colleague(one)
        subject, body, _ = answer(self.made.client(writer), one.advice, self._words(one, writer))
        return self._written(writer, subject, one, body)

    def new_colleague_with_ids(self, one: Setting) -> bytes:
        writer = self._colleague(one)
        return raw(self.made.reply(writer, one.advice, self._words(one, writer), self._at(one)))

    def customer_with_number(self, one: Setting) -> bytes:
        return self._written(one.customer, self._numbered(one), one)

    def customer_in_another_spelling(self, one: Setting) -> bytes:
        local, _, domain = one.customer.email.rpartition("@")
        spelled = self.rng.choice((f"{local}+logs@{domain}", f"{local.upper()}@{domain}"))
        if domain == "gmail.com":
            spelled = f"{local[0]}.{local[1:].replace('.', '')}@googlemail.com"
        writer = replace(one.customer, email=spelled)
        return self._written(writer, self._numbered(one), one)

    def customer_from_a_branch(self, one: Setting) -> bytes:
        """A host below the organisation's domain; a public provider has none."""
        local, _, domain = one.customer.email.rpartition("@")
        host = domain if domain in PUBLIC else f"mail.{domain}"
        return self._written(
            replace(one.customer, email=f"{local}@{host}"), self._numbered(one), one
        )

    def privately_by_signed_id(self, one: Setting) -> bytes:
        """From his private mailbox, in answer to a letter of ours, or else to his own mail."""
        writer = self._private(one)
        if one.letter is None:
            mail = self._mail(writer, f"Re: {one.opened.subject}", one)
            return raw(replace(mail, parents=(one.opened.id,)))
        client = self.made.client(writer)
        subject, body, _ = answer(client, one.letter, self._words(one, writer))
        mail = self._mail(writer, subject, one, body)
        return raw(replace(mail, parents=(one.letter.id,)))

    def _stranger(self, one: Setting) -> Person:
        lang = self.rng.choice(("zh", "en", one.customer.lang))
        domain = self.rng.choice((self.made.cast.house(), self.rng.choice(PUBLIC)))
        return self.made.cast.person(domain, lang)

    def _colleague(self, one: Setting) -> Person:
        """Somebody of his house; who has none writes himself."""
        domain = one.customer.email.rpartition("@")[2]
        if domain in PUBLIC:
            return one.customer
        return self.made.cast.person(domain, one.customer.lang)

    def _private(self, one: Setting) -> Person:
        other = self.made.cast.person(self.rng.choice(PUBLIC), one.customer.lang)
        return replace(other, name=one.customer.name)

    def _prefix(self) -> str:
        return self.rng.choice(("Re: ", "回复：", "答复: ", "RE: ", "回复: ", "Re:"))

    def _numbered(self, one: Setting) -> str:
        forms = ("[Case {c}] {s}", "Re: 【案例 {c}】{s}", "{c} {s}", "回复：{s}（{c}）", "Case {c}")
        return self.rng.choice(forms).format(c=one.case, s=one.opened.subject)

    def _words(self, one: Setting, writer: Person) -> str:
        return self.made.cast.report(one.matter, writer.lang)

    def _written(
        self, writer: Person, subject: str, one: Setting, body: str = "", cc: tuple[str, ...] = ()
    ) -> bytes:
        mail = replace(self._mail(writer, subject, one, body), cc=cc)
        return raw(mail, self.made.client(writer).charset)

    def _mail(self, writer: Person, subject: str, one: Setting, body: str = "") -> Mail:
        text = body or self._words(one, writer)
        return Mail(
            self.made.new_id(writer.email), writer.email, writer.name, (DESK,), subject, text,
            self._at(one),
        )  # fmt: skip

    def _at(self, one: Setting) -> datetime:
        return one.advice.at + timedelta(days=self.rng.uniform(1, 5))


STRANGERS = (
    Maker.with_subject, Maker.with_subject_and_copy, Maker.with_number, Maker.with_quote,
    Maker.with_number_and_quote, Maker.with_the_customers_name, Maker.of_a_look_alike,
    Maker.of_the_same_provider, Maker.with_forwarded_ids,
)  # fmt: skip
LATECOMERS = (
    Maker.colleague_in_copy, Maker.new_colleague_with_number, Maker.new_colleague_with_quote,
    Maker.new_colleague_with_ids, Maker.customer_with_number, Maker.customer_in_another_spelling,
    Maker.customer_from_a_branch, Maker.privately_by_signed_id,
)  # fmt: skip
