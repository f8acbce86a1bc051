"""Turns a mail's bytes into values: parsed, sealed, understood; keeps nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.bot.inbound.lookup import Lookup
from mailbot.bot.inbound.own_words import own_words, side_of
from mailbot.bot.inbound.read_mail import Sheaf, reading_of
from mailbot.bot.inbound.sealed_message import sealed_message
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Rules
from mailbot.desk.filing.belonging import Slip
from mailbot.desk.filing.filing import Filing, file_mail
from mailbot.desk.filing.fresh_mail import Fresh, fresh
from mailbot.desk.people import passed_on
from mailbot.desk.people.people import People
from mailbot.desk.people.role import Role
from mailbot.errors import UnreadableMail
from mailbot.mail import fingerprint as content
from mailbot.mail.attached import with_attached
from mailbot.mail.message import Kind, Message, Trust
from mailbot.mail.mime.limits import is_suspicious
from mailbot.mail.mime.raw import Raw
from mailbot.mail.mime.skeleton import gist
from mailbot.mail.parse import parse
from mailbot.mail.parts import Part, Parts, Why
from mailbot.mail.quoting.inline import points_between
from mailbot.mail.quoting.known_lines import quoted_lines
from mailbot.mail.quoting.original import answered, without_original
from mailbot.ports import Sandbox, Seals
from mailbot.repositories.state import State
from mailbot.understanding.enclosed import enclosed
from mailbot.understanding.learned.likely import Recogniser
from mailbot.understanding.learned.written import Written, asked_for
from mailbot.understanding.understand import understand
from mailbot.understanding.understood import Understanding


@dataclass(frozen=True, slots=True)
class Intake:
    """Turns raw mail into values; keeps nothing itself."""

    people: People
    rules: Rules
    seals: Seals
    authserv_id: str
    case_prefix: str
    key: bytes
    sandbox: Sandbox
    recogniser: Recogniser | None = None

    def begin(self) -> None:
        """Start in the background what takes a while: who reads meanwhile waits for it."""
        self.sandbox.begin()
        if self.recogniser is not None:
            self.recogniser.begin()

    def read(self, raw: Raw, at: datetime, *, from_sent: bool = False) -> Sheaf:
        """The mail in `raw`, sealed and understood. Raises UnreadableMail.

        ``from_sent``: it lies in our own Sent folder, so somebody with our password wrote it.
        """
        message = self._parsed(raw)
        if from_sent and self.people.claimed(message.sender.email) in _OURS:
            message = replace(message, trust=Trust.PASS)
        elif not from_sent:
            message = passed_on.through_others(message, self.people)
        if isinstance(raw, bytes) and self.people.is_engineer(message.sender.email):
            message = with_attached(message, raw)
        digest = content.digest(message)
        message = sealed_message(message, self.seals)
        role = self.people.role(message.sender, message.kind, message.trust)
        return Sheaf(message, role, self._understand(message, role, at), at, digest)

    def recalled(self, sheaf: Sheaf, state: State) -> Sheaf:
        """The same mail beside earlier ones: what we know is a quote, what we do not is new."""
        sheaf = self._believed(sheaf, state)
        parts = _unforwarded(sheaf.message.parts, state)
        if parts.quoted and sheaf.message.kind is Kind.HUMAN:
            parts = answered(parts, self._original(sheaf.message, state))
        if sheaf.role is Role.CUSTOMER and state.memory.cases_quoted(quoted_lines(parts.own)):
            parts = without_original(parts, self._answered(sheaf.message, state))
        if parts == sheaf.message.parts:
            return sheaf
        passed_on = sheaf.message.forwarded if parts.forwarded else None
        message = replace(sheaf.message, parts=parts, forwarded=passed_on)
        return replace(sheaf, message=message, said=self._understand(message, sheaf.role, sheaf.at))

    def spoken_for(self, sheaf: Sheaf) -> Sheaf:
        """The mail as its author's, where an engineer passes somebody's words on to the desk."""
        if sheaf.role is not Role.STAFF or not passed_on.is_to_be_taken_in(
            sheaf.message, self.people
        ):
            return sheaf
        message = passed_on.as_its_authors(sheaf.message)
        said = self._understand(message, Role.CUSTOMER, sheaf.at)
        by = sheaf.message.sender.email
        return replace(sheaf, message=message, role=Role.CUSTOMER, said=said, brought_by=by)

    def _believed(self, sheaf: Sheaf, state: State) -> Sheaf:
        """Whatever it sounds like, a mail was written by a person if it answers nothing of ours,
        or comes from one of us; programs answer (RFC 3834, 2), and ours mark what they send."""
        message = sheaf.message
        if not message.kind_by_words:
            return sheaf
        if self.people.claimed(message.sender.email) is Role.CUSTOMER and self.lookup.is_answer(
            message, state
        ):
            return sheaf
        message = replace(message, kind=Kind.HUMAN, kind_by_words=False)
        role = self.people.role(message.sender, message.kind, message.trust)
        said = self._understand(message, role, sheaf.at)
        return replace(sheaf, message=message, role=role, said=said)

    def _original(self, message: Message, state: State) -> str:
        """The sealed text of the mail that this one answers, or ''.

        A letter of ours lies there as text; another mail has to be read again, so that is done
        only where the sender seems to have said nothing, or points into their quote.
        """
        own = message.parts.own
        if own and not points_between(own):
            return state.filed_mails.letter_of(message.ancestors)
        return self._answered(message, state)

    def _answered(self, message: Message, state: State) -> str:
        letter = state.filed_mails.letter_of(message.ancestors)
        raw = b"" if letter else state.mails.raw_of(message.ancestors)
        return letter or (self._whole(raw) if raw else "")

    def _parsed(self, raw: Raw) -> Message:
        """A suspicious mail is read where it can hurt nobody; the others cost no child."""
        mail = gist(raw)
        reads = self.sandbox.parse if is_suspicious(mail.content) else parse
        return reads(mail, self.authserv_id)

    def _whole(self, raw: Raw) -> str:
        try:
            parts = sealed_message(self._parsed(raw), self.seals).parts
        except UnreadableMail:
            return ""
        return "\n".join(piece.text for piece in parts.pieces)

    @property
    def lookup(self) -> Lookup:
        """What this desk looks up of a mail, to file it."""
        return Lookup(self.people.desk, self.case_prefix, self.key)

    def file(self, sheaf: Sheaf, state: State) -> Filing:
        """Which case it belongs to, by what the memory knows."""
        slip = Slip(
            sheaf.message,
            sheaf.role,
            sheaf.said.fact("end_user"),
            sheaf.at,
            self.rules.reopen_within,
            tuple(one.email for one in self.people.customers_of(sheaf.message)),
            self._fresh(sheaf),
        )
        traces = self.lookup.traces(sheaf.message, state)
        return replace(file_mail(slip, traces), never_got=traces.never_got)

    def _fresh(self, sheaf: Sheaf) -> Fresh:
        message = sheaf.message
        if message.ancestors:
            return Fresh()
        text = f"{message.subject}\n{message.text}"
        has_files = any(one.is_brought for one in message.attachments)
        return fresh(sheaf.said, self.rules.intents_of(sheaf.said), text, has_files=has_files)

    def reading(self, sheaf: Sheaf, filing: Filing) -> Reading:
        """The mail as its case sees it."""
        return reading_of(sheaf, filing, self.people)

    def lines(self, sheaf: Sheaf) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines by which a later quote of this mail is known: ours, and a customer's."""
        if sheaf.role in _OURS:
            return quoted_lines(sheaf.message.text), ()
        if sheaf.role is Role.CUSTOMER:
            return (), quoted_lines(sheaf.message.text)
        return (), ()

    def said_beside(self, sheaf: Sheaf, asked: Sequence[str]) -> Understanding:
        """What a mail says where its case waits for the ``asked`` items.

        "Done." quotes nothing, and means what was asked for; without the learned layer, which can
        tell that, it is read as before. So is a mail of many words: they mean what they say.
        """
        message = sheaf.message
        if self.recogniser is None or not asked or message.quoted.strip():
            return sheaf.said
        if len(message.text) > _FEW_WORDS:
            return sheaf.said
        lang = sheaf.said.lang or self.rules.lang
        titles = [self.rules.items[name].title[lang] for name in asked if name in self.rules.items]
        return self._understand(message, sheaf.role, sheaf.at, asked_for(titles, lang))

    def written(self, raw: Raw) -> Written | None:
        """What the learned layer will be asked of this mail; None where it won't be."""
        try:
            message = sealed_message(self._parsed(raw), self.seals)
        except UnreadableMail:
            return None
        if message.kind is not Kind.HUMAN:
            return None
        side = side_of(self.people.role(message.sender, message.kind, message.trust))
        return Written(side, message.subject, own_words(message, side), message.quoted)

    def _understand(
        self, message: Message, role: Role, at: datetime, answered: str = ""
    ) -> Understanding:
        """``answered`` stands in for a quote where there is none."""
        if message.kind is not Kind.HUMAN:
            return Understanding()
        side = side_of(role)
        said = understand(
            own_words(message, side),
            message.quoted or answered,
            message.subject,
            message.attachments,
            side,
            self.rules.intents,
            self.rules.items,
            self.rules.calendar.local(at),
            recogniser=self.recogniser,
        )
        # a share's access code is not an account password: drop account facts that matched one
        codes = {one.code for one in message.links}
        facts = (one for one in said.facts if one.said not in codes)
        return replace(said, facts=(*facts, *enclosed(message, self.rules.calendar.zone)))


def _unforwarded(parts: Parts, state: State) -> Parts:
    """What is passed on is a quote if its first lines are known from earlier mails."""
    first = quoted_lines(parts.forwarded)[:_FIRST_LINES]
    known = [state.memory.cases_quoted([one]) or state.memory.cases_echoed([one]) for one in first]
    if known and all(known):
        return parts.relabelled(Part.FORWARDED, Part.QUOTED, Why.KNOWN)
    return parts


_FIRST_LINES = 2
# a mail up to so many characters may mean what it answers rather than what it says
_FEW_WORDS = 200
_OURS = frozenset({Role.STAFF, Role.DESK, Role.ADMIN, Role.SECOND_LINE})
