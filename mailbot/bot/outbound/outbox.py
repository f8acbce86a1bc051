"""The only way out: a letter is queued with its Message-ID, claimed, sent, and marked.

The approved text is the sealed text; secrets enter only when the bytes are composed.
Composing is deterministic: a second try sends the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailbot.because import Because
from mailbot.bot.outbound.attachments import Attachments
from mailbot.bot.outbound.chat_notices import ChatNotices
from mailbot.bot.outbound.headers import answered, auto_submitted, signed_by, thread
from mailbot.bot.outbound.internal_letter import InternalLetter
from mailbot.bot.outbound.notice_bundles import NoticeBundles
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft
from mailbot.desk.case.events import DraftStopped, Event, LetterLeft, SendFailed
from mailbot.desk.case.rulebook import Departure, Rules
from mailbot.errors import ChannelDown, SendInDoubt, SendRefused, TemplateError
from mailbot.letters import Letterhead, to_html
from mailbot.mail.compose import Outgoing, compose
from mailbot.mail.message import Address
from mailbot.mail.own_ids import own_message_id
from mailbot.ports import Channel, Clock, Envelope, Written
from mailbot.reasons import Reason
from mailbot.repositories.outbox import OutboxRow
from mailbot.repositories.state import State
from mailbot.understanding.secrets.seals import broken, seals

Handle = Callable[[str, Event], Case]

_RETRY_AFTER = tuple(timedelta(minutes=m) for m in (1, 2, 4, 8, 16, 32, 60))
_GIVE_UP = timedelta(hours=48)
_GRACE = timedelta(minutes=2)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outbox:
    """Queues, sends, and in doubt looks for proof before it asks a human."""

    state: State
    channel: Channel
    clock: Clock
    rules: Rules
    key: bytes
    desk: Address
    letterhead: Letterhead
    attachments: Attachments
    bundles: NoticeBundles
    chat_notices: ChatNotices
    proof_copy: bool = True

    def queue(self, draft: Draft, case: Case, written: Written, now: datetime) -> None:
        """Fix everything of the mail but its secrets. Runs inside the transaction."""
        number, is_ours = int(draft.id.rpartition("/")[2]), draft.audience is Audience.STAFF
        message_id = own_message_id(case.id, number, self.key, self.desk.domain)
        self.state.outbox.queue(
            OutboxRow(
                id=draft.id,
                case_id=case.id,
                message_id=message_id,
                sender=signed_by(draft, case, self.letterhead.in_language(draft.lang)),
                to=draft.to,
                cc=draft.cc,
                subject=written.subject,
                text=written.text,
                in_reply_to=answered(draft, case),
                references=thread(draft, case),
                date=self.bundles.leaves(draft, now) if is_ours else now,
                auto_submitted=auto_submitted(draft),
                letters=draft.letters,
                secret=draft.secret,
                to_staff=is_ours,
            )
        )
        self.bundles.keep(message_id, draft.to, draft.content.drafts)
        if not is_ours:
            self.state.traces.remember_own(case.id, message_id, written, draft.to, now)

    def queue_internal(self, letter: InternalLetter, written: Written, now: datetime) -> None:
        """A letter among ourselves: it is of no case, and leaves under its id only once."""
        message_id = own_message_id(letter.name, letter.number, self.key, self.desk.domain)
        self.bundles.keep(message_id, (letter.reader,), letter.shows)
        self.state.outbox.queue(
            OutboxRow(
                id=letter.id,
                case_id="",
                message_id=message_id,
                sender=self.desk.name,
                to=(letter.reader,),
                cc=(),
                subject=written.subject,
                text=written.text,
                in_reply_to=next(reversed(letter.thread), ""),
                references=letter.thread,
                date=now,
                auto_submitted="auto-replied" if letter.thread else "auto-generated",
                letters=(letter.occasion,),
                to_staff=True,
            )
        )

    def withdraw(self, draft: Draft) -> None:
        self.state.outbox.withdraw(draft.id)

    def deliver(self, handle: Handle) -> None:
        """Send what is queued; first settle what an earlier life of the bot left behind."""
        self._settle_doubts(handle)
        if self.state.notes.is_paused():
            return
        while (row := self.state.outbox.claim(self.clock.now())) is not None:
            leaving = self.bundles.gathered(row, handle)
            if leaving is not None:
                self._deliver_one(leaving, handle)

    def compose(self, row: OutboxRow) -> bytes:
        """The bytes that leave: the only place where a seal is opened."""
        text = self.state.vault.unseal(row.text) if row.secret else row.text
        return self._composed(row, text, to_html(text))

    def sealed_copy(self, row: OutboxRow) -> bytes:
        """The same mail for Drafts and Sent: the seal stands where the secret was."""
        return self._composed(row, row.text, to_html(row.text))

    def _composed(self, row: OutboxRow, text: str, html: str) -> bytes:
        files = self.attachments.of(row)
        return compose(
            Outgoing(
                message_id=row.message_id,
                sender=Address(self.desk.email, row.sender),
                to=tuple(Address(email) for email in row.to),
                cc=tuple(Address(email) for email in row.cc),
                subject=row.subject,
                date=row.date,
                text=text,
                html=html,
                in_reply_to=row.in_reply_to,
                references=row.references,
                auto_submitted=row.auto_submitted,
                boundary=row.message_id.partition("@")[0],
                attachments=files,
            )
        )

    def _deliver_one(self, row: OutboxRow, handle: Handle) -> None:
        stopped = self._stopped(row)
        if stopped:
            self.state.outbox.mark(row.id, "withdrawn", "; ".join(map(str, stopped)))
            handle(row.case_id, DraftStopped(row.id, stopped))
            return
        try:
            self.channel.send(self._envelope(row), lambda: self.state.outbox.sending_begins(row.id))
        except SendRefused as error:
            self._refused(row, error, handle)
        except (TemplateError, ValueError) as error:
            # what can't be composed is a human's to mend; it must not hold up the next letter
            why = error.reason if isinstance(error, TemplateError) else Reason(str(error))
            self._refused(row, SendRefused(why, permanent=True), handle)
        except SendInDoubt as error:
            self.state.outbox.mark(row.id, "in_doubt", str(error))
        except ChannelDown as error:
            self.state.outbox.retry(row.id, self.clock.now() + _RETRY_AFTER[0], str(error))
            raise
        else:
            self._left(row, handle)

    def _left(self, row: OutboxRow, handle: Handle) -> None:
        with self.state.transaction():
            self.state.outbox.mark(row.id, "sent")
            if row.case_id:
                handle(row.case_id, LetterLeft(row.id, row.message_id))
        self.chat_notices.left(row)
        self.channel.keep_sent(self.sealed_copy(row), row.date)

    def _envelope(self, row: OutboxRow) -> Envelope:
        recipients = [*row.to, *row.cc]
        if self.proof_copy and not row.secret:
            recipients.append(self.desk.email)
        return Envelope(
            row.message_id, self.desk.email, tuple(dict.fromkeys(recipients)), self.compose(row)
        )

    def _stopped(self, row: OutboxRow) -> tuple[Reason, ...]:
        """Guards once more, right before sending; a person's yes overrules all but the final."""
        if not row.case_id:
            return ()
        case = self.state.cases.load(row.case_id)
        draft = case.draft(row.id)
        if draft is None:
            return (Because.WITHDRAWN(),)
        if draft.audience is not Audience.STAFF and self._has_broken_seal(row):
            return (Because.SEAL_STAYS_SHUT(),)
        if draft.audience is Audience.STAFF:
            return ()
        now = self.clock.now()
        leaving = Departure(self._counted(draft, row, now), case, now, self.rules.calendar)
        vetoes = (
            guard.veto(leaving)
            for guard in self.rules.guards
            if guard.final or not draft.approved_by
        )
        return tuple(veto for veto in vetoes if veto is not None)

    def _counted(self, draft: Draft, row: OutboxRow, now: datetime) -> Draft:
        """The draft with how many letters left lately, to its readers and in all."""
        sent, hour, day = self.state.sent_letters.sent_since, now - _HOUR, now - _DAY
        return replace(
            draft,
            sent_to_person=max((sent(hour, to) for to in row.to), default=0),
            sent_in_all=sent(hour),
            sent_today=max((sent(day, to) for to in row.to), default=0),
        )

    def _has_broken_seal(self, row: OutboxRow) -> bool:
        """A seal that opens no secret would leave as text."""
        good = [one for one in seals(row.text) if row.secret and self.state.vault.opens(one)]
        return bool(broken(row.text, good))

    def _refused(self, row: OutboxRow, error: SendRefused, handle: Handle) -> None:
        now = self.clock.now()
        if not error.permanent and now - row.date < _GIVE_UP:
            wait = _RETRY_AFTER[min(row.attempts, len(_RETRY_AFTER)) - 1]
            self.state.outbox.retry(row.id, now + wait, str(error))
            return
        with self.state.transaction():
            self.state.outbox.mark(row.id, "failed", str(error))
            if row.case_id:
                handle(row.case_id, SendFailed(row.id, error.reason))

    def _settle_doubts(self, handle: Handle) -> None:
        """A letter in doubt left if our own copy came; without proof a human is asked."""
        for row in self.state.sent_letters.in_doubt():
            if self.state.mails.is_proven(row.message_id):
                self._left(row, handle)
            elif row.secret or row.tried_at is None or self.clock.now() - row.tried_at > _GRACE:
                self._ask(row, handle)

    def _ask(self, row: OutboxRow, handle: Handle) -> None:
        error = Because.IN_DOUBT()
        with self.state.transaction():
            self.state.outbox.mark(row.id, "asked", str(error))
            if row.case_id:
                handle(row.case_id, SendFailed(row.id, error, in_doubt=True))
