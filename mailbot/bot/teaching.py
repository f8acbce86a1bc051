"""What engineers teach the desk: they say what a mail wants, and it is a lesson from then on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.bot.engine import Engine
from mailbot.bot.inbound.own_words import side_of
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.bot.orders import Orders
from mailbot.complaint import no_such
from mailbot.desk.case.case import Case
from mailbot.desk.case.events import MailCorrected
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.filing.filing import Filing
from mailbot.desk.people.role import Role
from mailbot.errors import OrderError, UnreadableMail
from mailbot.learning.lesson import Difficulty, Lesson
from mailbot.refusals import Refusal
from mailbot.understanding.understood import Found

_SAID_BY_A_PERSON = 1.0


@dataclass(frozen=True, slots=True)
class Teaching:
    """Corrections, and the lessons they make."""

    engine: Engine

    def correct(self, case_id: str, mail_id: int, intents: Sequence[str], by: str) -> Case:
        """Say what a mail of this case wants: it is answered anew, and learnt from.

        ``mail_id`` 0 is the customer's newest; no intents at all is an answer too. Raises
        OrderError where there is no such mail, or its writer can't want that.
        """
        case = Orders(self.engine).case(case_id)
        number, sheaf = self._mail(case, mail_id)
        found = tuple(Found(name, _SAID_BY_A_PERSON, "") for name in self._known(sheaf, intents))
        mail = self.engine.mailroom.intake.reading(sheaf, Filing(case.id, FiledBy.BY_HAND))
        mail = replace(mail, said=replace(mail.said, intents=_with_evidence(found, sheaf)))
        with self.engine.state.transaction():
            self.engine.state.corrections.keep(number, intents, by, self.engine.clock.now())
            return self.engine.handle(case.id, MailCorrected(mail, by))

    def lessons(self) -> Iterator[Lesson]:
        """The desk's own lessons: its corrected mails that still can be read."""
        for one in self.engine.state.corrections.all():
            try:
                sheaf = self.engine.mailroom.read(self.engine.state.mails.stored(one.mail_id))
            except UnreadableMail:
                continue
            yield Lesson(
                id=f"mail-{one.mail_id}",
                lang=sheaf.said.lang or self.engine.rules.lang,
                side=side_of(sheaf.role),
                difficulty=Difficulty.HARD,
                subject=sheaf.message.subject,
                text=sheaf.message.text,
                below=sheaf.message.quoted,
                evidence=dict.fromkeys(one.intents, ""),
            )

    def _mail(self, case: Case, mail_id: int) -> tuple[int, Sheaf]:
        """The mail of this number, or the newest that a customer wrote."""
        listed = [one.id for one in self.engine.state.filed_mails.mails_of(case.id)]
        if mail_id and mail_id not in listed:
            raise OrderError(Refusal.NO_MAIL(case=case.id, number=mail_id))
        for number in [mail_id] if mail_id else reversed(listed):
            sheaf = self.engine.mailroom.read(self.engine.state.mails.stored(number))
            if mail_id or sheaf.role in (Role.CUSTOMER, Role.UNKNOWN):
                return number, sheaf
        raise OrderError(Refusal.NO_MAIL_OF_CUSTOMER(case=case.id))

    def _known(self, sheaf: Sheaf, intents: Sequence[str]) -> Sequence[str]:
        side = side_of(sheaf.role)
        names = [one.name for one in self.engine.rules.intents.values() if one.side is side]
        for name in intents:
            if name not in names:
                raise OrderError(no_such(name, names))
        return intents


def _with_evidence(found: Sequence[Found], sheaf: Sheaf) -> tuple[Found, ...]:
    """Each with the words it was read by, where it was read at all."""
    read = {one.name: one.evidence for one in sheaf.said.intents}
    whole = sheaf.message.text.strip()
    return tuple(replace(one, evidence=read.get(one.name, whole)) for one in found)
