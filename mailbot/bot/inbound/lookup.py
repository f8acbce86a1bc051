"""What a mail names that the memory may know: ids, addresses, a conversation, quotes, a subject."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mailbot.desk.filing.filing import Traces
from mailbot.desk.people.mailbox import mailbox
from mailbot.mail.ids import is_whole, quoted_ids, without_people
from mailbot.mail.message import Address, Message
from mailbot.mail.own_ids import read_own_draft_id, read_own_message_id
from mailbot.mail.quoting.known_lines import quoted_lines
from mailbot.mail.subject import case_number, normal_subject
from mailbot.repositories.state import State


@dataclass(frozen=True, slots=True)
class Lookup:
    """For the desk of that address, with its case numbers and the key it signs with."""

    desk: str
    case_prefix: str
    key: bytes

    def answers(self, message: Message) -> tuple[str, ...]:
        """The ids that a mail refers to, nearest first: in its headers, then in its quote."""
        bounced = message.bounce.original_message_id if message.bounce is not None else ""
        people = (message.sender, *message.recipients, Address(self.desk.lower()))
        ids = (*filter(None, [bounced]), *message.ancestors, *quoted_ids(message.quoted))
        named = without_people(dict.fromkeys(ids), (one.email for one in people))
        itself = (message.message_id, *message.other_ids)
        return tuple(one for one in named if is_whole(one) and one not in itself)

    def is_answer(self, message: Message, state: State) -> bool:
        """Whether anything of ours is there that the mail may answer."""
        return bool(
            state.memory.cases_of(self.answers(message))
            or state.memory.open_cases_of(message.sender.email)
            or state.memory.cases_of_subject(normal_subject(message.subject))
        )

    def traces(self, message: Message, state: State) -> Traces:
        """Every case that something in this mail may mean, and what is known of them."""
        answers = self.answers(message)
        ids = (*answers, *message.other_ids)
        found = state.memory.cases_of(ids)
        traces = self._by_words(message, state, self._by_ids(message, state, ids, found))
        return replace(
            traces,
            known=state.memory.known(_named(traces)),
            busy=bool(traces.subject) and len(traces.own) > 1,
            never_got=sum(one not in found and not self._case_named(one) for one in answers),
        )

    def _by_ids(
        self, message: Message, state: State, ids: Sequence[str], found: Mapping[str, str]
    ) -> Traces:
        """By what programs wrote into it; ``found`` are the cases of those ``ids`` that came."""
        return Traces(
            own_id=state.merges.current(self._own_id(ids, found)),
            references=tuple(dict.fromkeys(found[one] for one in ids if one in found)),
            awaiting=state.memory.cases_awaiting((message.message_id, *message.other_ids)),
            thread_index=state.memory.case_of_thread_index(message.thread_index),
            beside=state.memory.cases_awaiting([one for one in ids if one not in found]),
        )

    def _by_words(self, message: Message, state: State, traces: Traces) -> Traces:
        """The same traces, and those by what people read in it: a quote, a subject, names."""
        lines = quoted_lines(message.quoted)
        subject = tuple(state.memory.cases_of_subject(normal_subject(message.subject)))
        looked_for = bool(subject) or not message.ancestors
        return replace(
            traces,
            quoted=state.memory.cases_quoted(lines),
            echoed=state.memory.cases_echoed(lines),
            number=state.merges.current(case_number(message.subject, self.case_prefix)),
            subject=subject,
            undelivered=_undelivered(message, state),
            own=_own_cases(message.sender.email, state) if looked_for else (),
        )

    def _case_named(self, message_id: str) -> str | None:
        """The case that an id of our making names: that of a letter, or of a draft in Drafts."""
        draft_id = read_own_draft_id(message_id, self.key)
        return (
            draft_id.rpartition("/")[0] if draft_id else read_own_message_id(message_id, self.key)
        )

    def _own_id(self, ids: Sequence[str], found: Mapping[str, str]) -> str:
        """The case that an id of our own making names; a forged one names none.

        Where the memory has the letter in another case by now, a person put it there.
        """
        signed = ((one, self._case_named(one)) for one in ids)
        return next((found.get(one, case_id) for one, case_id in signed if case_id), "")


def _named(traces: Traces) -> tuple[str, ...]:
    """The cases that any trace names, the strongest evidence first."""
    named = (
        traces.own_id, *traces.references, *traces.awaiting, traces.thread_index, *traces.beside,
        *traces.quoted, traces.number, *traces.subject, *traces.undelivered, *traces.own,
    )  # fmt: skip
    return tuple(dict.fromkeys(filter(None, named)))


def _own_cases(email: str, state: State) -> tuple[str, ...]:
    """The open cases of their own; one in which they are only copied is none."""
    open_cases = state.memory.known(state.memory.open_cases_of(email)).values()
    return tuple(one.id for one in open_cases if mailbox(email) in map(mailbox, one.customers))


def _undelivered(message: Message, state: State) -> tuple[str, ...]:
    each = message.bounce.each if message.bounce is not None else ()
    cases = (case for one in each for case in state.memory.open_cases_of(one.recipient))
    return tuple(dict.fromkeys(cases))
