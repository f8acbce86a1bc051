"""Decides what becomes of a stored mail: its case, a new one, or set aside with a reason."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailbot.bot.happenings import Happening, Ignored, Opening, Received
from mailbot.bot.inbound.intake import Intake
from mailbot.bot.inbound.kept import kept_mail_of
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.bot.inbound.sent_by_hand import of_hand
from mailbot.desk.case import events
from mailbot.desk.case.actions import Decision
from mailbot.desk.case.case import Case
from mailbot.desk.case.events import Event, MailEvent
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.life import Status
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Rules
from mailbot.desk.decide import decide, open_case, remember
from mailbot.desk.decisions.asked import MISSING
from mailbot.desk.decisions.numbered_answers import read_choice
from mailbot.desk.filing.filing import Filing
from mailbot.desk.people.organisation import organisation
from mailbot.desk.people.role import Role
from mailbot.mail.message import Kind, Trust
from mailbot.mail.subject import normal_subject
from mailbot.ports import Channel, Clock
from mailbot.reasons import Reason
from mailbot.repositories.mails import StoredMail
from mailbot.repositories.state import State
from mailbot.repositories.traces import Trace
from mailbot.understanding.understand import beside_case

HISTORY = timedelta(days=60)

_EVENTS: dict[Role, Callable[[Reading], MailEvent]] = {
    Role.CUSTOMER: events.CustomerWrote,
    Role.DESK: events.EngineerWrote,
    Role.SECOND_LINE: events.SecondLineWrote,
    Role.ADMIN: events.AdminWrote,
    Role.UNKNOWN: events.UnknownWrote,
    Role.MACHINE: events.MachineWrote,
}
_KNOWN = frozenset({Role.CUSTOMER, Role.STAFF, Role.DESK, Role.SECOND_LINE, Role.ADMIN})
_OPENED_AGAIN = (Status.CLOSED, Status.CLOSING, Status.WATCHING)


@dataclass(frozen=True, slots=True)
class Filed:
    """A mail in its case, ready to be decided on."""

    case: Case
    event: MailEvent
    name: str
    opened: Opening
    decide: Callable[[Case, Event, datetime, Rules], Decision]
    joins: tuple[str, ...] = ()

    def received(self, after: Case) -> Received:
        """What is told of it, once the decision is known."""
        again = self.case.status in _OPENED_AGAIN and after.status is Status.OPEN
        opened = self.opened or (Opening.AGAIN if again else Opening.NONE)
        return Received(self.event.mail.at, self.case.id, self.name, self.event.mail, opened)


@dataclass(frozen=True, slots=True)
class Mailroom:
    """Reads and files; what a mail means is decided elsewhere."""

    intake: Intake
    state: State
    clock: Clock
    channel: Channel
    case_prefix: str

    def read(self, stored: StoredMail) -> Sheaf:
        """The mail, read and sealed. Raises UnreadableMail."""
        sheaf = self.intake.read(
            stored.raw,
            stored.at or self.clock.now(),
            from_sent=stored.folder == self.channel.sent_folder(),
        )
        return self.intake.spoken_for(self.intake.recalled(sheaf, self.state))

    def sets_aside(self, stored: StoredMail, sheaf: Sheaf, happened: list[Happening]) -> bool:
        """Whether this mail is not to be handled at all; it is ignored then, with the reason."""
        refusal = self._refusal(stored, sheaf)
        if refusal:
            self._ignore(stored, sheaf, refusal, happened)
        return bool(refusal)

    def keep_order(
        self, stored: StoredMail, sheaf: Sheaf, case_id: str, happened: list[Happening]
    ) -> None:
        """An order to the desk: kept with its case, and no part of what is said in it."""
        if not case_id:
            self._ignore(stored, sheaf, "an order to the desk", happened)
            return
        filing = Filing(case_id, FiledBy.ORDER)
        self._settle(stored, sheaf, "handled", filing.by, case_id)
        self.state.conversations.keep(stored.id, kept_mail_of(sheaf, filing.by))
        mail = self.intake.reading(sheaf, filing)
        happened.append(Received(mail.at, case_id, stored.name, mail, Opening.NONE))

    def file(self, stored: StoredMail, sheaf: Sheaf, happened: list[Happening]) -> Filed | None:
        """The mail in its case; None where it opens nothing and belongs nowhere."""
        filing = self.intake.file(sheaf, self.state)
        refusal = self._opens_nothing(sheaf) if not filing.case_id else ""
        if refusal:
            self._ignore(stored, sheaf, refusal, happened)
            return None
        mail = self.intake.reading(sheaf, filing)
        case, opened = self._case(filing, mail, sheaf)
        mail = self._beside_case(case, mail, sheaf)
        self.state.traces.remember(self.trace(sheaf, case.id, case.parties.participants))
        self._settle(stored, sheaf, "handled", filing.by, case.id)
        self.state.conversations.keep(
            stored.id, kept_mail_of(replace(sheaf, said=mail.said), filing.by)
        )
        how = remember if self.is_history(stored) else decide
        event = self.event(mail)
        if isinstance(event, events.EngineerWrote):
            event = of_hand(mail, sheaf, case, self.intake.key, self.state)
        return Filed(case, event, stored.name, opened, how, filing.joins)

    def _beside_case(self, case: Case, mail: Reading, sheaf: Sheaf) -> Reading:
        """A digit is understood by the letter it answers, "done" and "the dump" by what was asked.

        What was asked for stands in for the quote where a mail quotes nothing.
        """
        if mail.role is not Role.CUSTOMER:
            return mail
        rules, asked = self.intake.rules, case.matter.items_in(*MISSING)
        said = self.intake.said_beside(sheaf, asked)
        spoken = beside_case(said.mentions, mail.attachments, rules.items, asked)
        said = replace(said, mentions=spoken)
        return replace(
            mail,
            said=read_choice(case, said, mail.text, rules.calendar.local(mail.at), rules.letters),
        )

    def _case(self, filing: Filing, mail: Reading, sheaf: Sheaf) -> tuple[Case, Opening]:
        if filing.case_id:
            return self.with_everybody(sheaf, self.state.cases.load(filing.case_id)), Opening.NONE
        case_id = self.state.cases.next_id(self.case_prefix)
        case = open_case(case_id, mail, _title(sheaf), filing.ask)
        held = self.state.cases.hands_off_of(organisation(mail.sender.email))
        case = replace(case, holds=replace(case.holds, hands_off=held))
        return self.with_everybody(sheaf, case), Opening.LINKED if filing.linked_to else Opening.NEW

    def with_everybody(self, sheaf: Sheaf, case: Case) -> Case:
        """The case with everybody who stands in this mail; a forged one brings nobody."""
        message, claimed = sheaf.message, self.intake.people.claimed
        if sheaf.role not in _KNOWN or message.trust is Trust.FAIL:
            return case
        everybody = (one.email for one in message.everybody)
        people = (email for email in everybody if claimed(email) is not Role.DESK)
        return replace(case, parties=case.parties.with_participants(people))

    def event(self, mail: Reading) -> MailEvent:
        """What a mail is to its case, by who wrote it."""
        if mail.role is Role.STAFF:
            return events.EngineerWrote(mail) if mail.engineer else events.ColleagueWrote(mail)
        return _EVENTS[mail.role](mail)

    def _refusal(self, stored: StoredMail, sheaf: Sheaf) -> str:
        """Why this mail is not to be handled at all, or ''."""
        message_id = sheaf.message.message_id
        is_ours = self.intake.people.claimed(sheaf.message.sender.email) is Role.DESK
        if is_ours and any(
            map(self.state.sent_letters.is_proof, (message_id, *sheaf.message.other_ids))
        ):
            return "our own copy: proof that the letter left"
        without_id = not message_id and self.state.verdicts.is_stored_twice(stored.id)
        if without_id or self.state.verdicts.is_duplicate(message_id, sheaf.digest):
            return "a duplicate: the same mail was handled before"
        if self._is_too_old(sheaf):
            return "older than what a first start reads"
        return ""

    def is_history(self, stored: StoredMail) -> bool:
        began = self.state.notes.first_start()
        return began is not None and stored.at is not None and stored.at < began

    def _is_too_old(self, sheaf: Sheaf) -> bool:
        began = self.state.notes.first_start()
        return began is not None and began - sheaf.at > HISTORY

    def _opens_nothing(self, sheaf: Sheaf) -> str:
        """Why this writer's mail opens no case, or '': only a customer's or an engineer's does."""
        sender, role = sheaf.message.sender, sheaf.role
        if sheaf.message.kind is not Kind.HUMAN:
            return f"a machine's mail ({sheaf.message.kind.value}) opens no case"
        if role is Role.UNKNOWN:
            return f"it says it is from {sender.email}, which is not proven: look at it"
        if role in (Role.CUSTOMER, Role.DESK) or self.intake.people.is_engineer(sender.email):
            return ""
        return f"a mail of {sender.email}, who is no engineer, opens no case"

    def _ignore(
        self, stored: StoredMail, sheaf: Sheaf, because: str, happened: list[Happening]
    ) -> None:
        self._settle(stored, sheaf, "ignored", because)
        happened.append(Ignored(sheaf.at, stored.name, (Reason(because),)))

    def _settle(
        self, stored: StoredMail, sheaf: Sheaf, verdict: str, because: str, case_id: str = ""
    ) -> None:
        message_id = sheaf.message.message_id
        self.state.verdicts.settle(
            stored.id, verdict, case_id, (because,), message_id, sheaf.digest
        )

    def trace(self, sheaf: Sheaf, case_id: str, participants: tuple[str, ...]) -> Trace:
        """What a mail leaves for later ones to be filed by."""
        message = sheaf.message
        ours, theirs = self.intake.lines(sheaf)
        return Trace(
            case_id=case_id,
            ids=tuple(filter(None, (message.message_id, *message.other_ids))),
            thread_index=message.thread_index,
            subject=normal_subject(message.subject),
            participants=participants,
            own_lines=ours,
            at=sheaf.at,
            their_lines=theirs,
            answers=self.intake.lookup.answers(message),
        )


def _title(sheaf: Sheaf) -> str:
    return sheaf.message.subject.strip() or "(no subject)"
