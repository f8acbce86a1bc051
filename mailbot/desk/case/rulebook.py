"""The rules `decide` decides by, as values: what is read from config and from the doors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft, Send
from mailbot.desk.case.step import Step
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.reasons import Reason, Wording
from mailbot.understanding.intent import Intent
from mailbot.understanding.item import Item


@dataclass(frozen=True, slots=True)
class LetterSpec:
    """What is known of a letter before it is written: from the headers of its template."""

    name: str
    audience: Audience
    order: int
    send: Send = Send.APPROVE
    secret: bool = False
    gap: bool = False
    then: Step | None = None


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
    """Everything `decide` may know beside the case, the event and the hour."""

    calendar: WorkCalendar
    intents: Mapping[str, Intent]
    items: Mapping[str, Item]
    letters: Mapping[str, LetterSpec]
    guards: tuple[Guard, ...]
    lang: str = "zh"
    notify: tuple[str, ...] = ()
    packets_to: str = ""
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
    opens_accounts: bool = True
    sees_server: bool = True

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """What guards and intents bring to be said."""
        told = (intent.told for intent in self.intents.values() if intent.told is not None)
        return (*(wording for guard in self.guards for wording in guard.says), *told)
