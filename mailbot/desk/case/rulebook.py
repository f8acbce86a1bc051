"""The rules `decide` decides by, as values: what is read from config and from the doors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft, Send
from mailbot.desk.case.step import Step
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.desk.people.duty import Duty
from mailbot.reasons import Reason, Wording
from mailbot.understanding.intent import Effect, Intent
from mailbot.understanding.item import Item
from mailbot.understanding.understood import Understanding


class Occasion(StrEnum):
    """When the desk writes of its own accord: the letter for it is the file of that name."""

    CASE_OPENED = "case_opened"
    CASE_REOPENED = "reopened"
    CASE_CLOSED = "closed"
    DATA_CAME = "data_received"
    NOTHING_CAME = "nothing_arrived"
    OTHER_DUMP_CAME = "collect_again"
    QUESTION_WAITS = "question_received"
    STILL_AT_WORK = "progress_note"
    SILENCE = "reminder"
    CLOSE_AHEAD = "closing_notice"
    LOGIN = "upload_instructions"
    ONE_MORE_LOGIN = "account_ready"
    READ_ONLY_LOGIN = "download_account"
    LOGIN_WANTED = "account_wanted"
    ESCALATION = "escalation_packet"
    LOGIN_OPENED = "account_created"
    DRAFT_WAITS = "draft_waiting"
    PERSON_NEEDED = "case_needs_you"
    MORNING = "morning_list"
    WEEK_OVER = "weekly_figures"
    BACK_AGAIN = "while_away"
    ORDER_CAME = "order_answered"
    DESK_UNWELL = "desk_alert"


class Leaving(StrEnum):
    """What it does to the case that a letter has left, beside the step it takes."""

    REMINDS = "reminds"
    ANSWERS = "answers"
    PROMISES = "promises"
    ASKS_AGAIN = "asks_again"


@dataclass(frozen=True, slots=True)
class LetterSpec:
    """What is known of a letter before it is written: from the headers of its template.

    ``name`` is its file's; ``called`` how people call it, by language; ``does`` what its leaving
    does to the case; ``answers`` the intents of its numbered answers, by the reason it is sent
    for ('' where it is always the same).
    """

    name: str
    audience: Audience
    order: int
    send: Send = Send.APPROVE
    secret: bool = False
    gap: bool = False
    then: Step | None = None
    does: frozenset[Leaving] = frozenset()
    called: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Departure:
    """A letter about to leave: what a guard is asked about."""

    draft: Draft
    case: Case
    now: datetime
    calendar: WorkCalendar


@dataclass(frozen=True, slots=True)
class Guard:
    """A reason not to send.

    ``final``: not even a person's yes overrules it; ``says``: how its reasons are worded.
    """

    name: str
    veto: Callable[[Departure], Reason | None]
    final: bool = False
    says: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Server:
    """The upload server as customers see it."""

    host: str
    port: int
    folder: str = "/upload"
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything `decide` may know beside the case, the event and the hour.

    ``admin``: who is asked for accounts by mail, '' where they are not made that way.
    """

    calendar: WorkCalendar
    intents: Mapping[str, Intent]
    items: Mapping[str, Item]
    letters: Mapping[str, LetterSpec]
    guards: tuple[Guard, ...]
    lang: str = "zh"
    notify: tuple[str, ...] = ()
    packets_to: str = ""
    admin: str = ""
    follow_up_every: timedelta = timedelta(days=7)
    follow_up_at_most: int = 3
    follow_up_working_days: int = 0
    watch_lasts: timedelta = timedelta(days=7)
    close_after_notice: timedelta = timedelta(days=3)
    reopen_within: timedelta = timedelta(days=90)
    answer_within: timedelta = timedelta(hours=4)
    stale_after: timedelta = timedelta(hours=4)
    upload_grace: timedelta = timedelta(minutes=30)
    receipt_after: timedelta = timedelta(minutes=1)
    longest_upload: timedelta = timedelta(days=2)
    renew_after: timedelta = timedelta(minutes=10)
    duty: Duty = field(default_factory=Duty)
    opens_accounts: bool = True
    sees_server: bool = True

    def intents_of(self, said: Understanding) -> tuple[Intent, ...]:
        """The intents found in a mail, in its order."""
        return tuple(self.intents[name] for name in said.names if name in self.intents)

    def effects(self, said: Understanding) -> frozenset[Effect]:
        """What a mail does to its case."""
        return frozenset(intent.effect for intent in self.intents_of(said))

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """What guards and intents bring to be said."""
        every = self.intents.values()
        told = (intent.told for intent in every if intent.told is not None)
        called = (Wording(intent.name, *intent.called) for intent in every if all(intent.called))
        return (*(wording for guard in self.guards for wording in guard.says), *told, *called)
