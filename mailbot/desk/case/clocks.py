"""Since when and until when: the moments from which follows what is due on a case."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from mailbot.desk.case.joined import earlier, later
from mailbot.desk.case.promise import Promise, PromiseState


@dataclass(frozen=True, slots=True)
class Clocks:
    """Moments and one counter; nothing here is a date that can be derived.

    ``owed_since`` is when it became our turn; before ``not_before`` the desk begins nothing;
    ``announced_for`` is the due date that a morning list has announced. ``promises`` are the
    customer's, ``engineer_promised`` an engineer's own, ``promised_answer`` a letter's: when we
    should be heard. The three ``…_nagged`` are when our own people were last reminded.
    """

    owed_since: datetime | None = None
    not_before: datetime | None = None
    announced_for: datetime | None = None
    reminders: int = 0
    escalated_at: datetime | None = None
    watch_until: datetime | None = None
    notice_at: datetime | None = None
    closed_at: datetime | None = None
    promises: tuple[Promise, ...] = ()
    engineer_promised: datetime | None = None
    promised_answer: datetime | None = None
    promise_nagged: datetime | None = None
    owe_nagged: datetime | None = None
    second_line_nagged: datetime | None = None

    @property
    def open_promise(self) -> Promise | None:
        """The day for which the customer promised what is still to come."""
        return next((one for one in self.promises if one.state is PromiseState.OPEN), None)

    def settled(self, state: PromiseState) -> Self:
        """With the open promise in that state."""
        ended = (
            replace(one, state=state) if one.state is PromiseState.OPEN else one
            for one in self.promises
        )
        return replace(self, promises=tuple(ended))

    def joined(self, other: Self) -> Self:
        """What we owe is due at the earlier, what we wait for at the later."""
        return replace(
            self,
            owed_since=earlier(self.owed_since, other.owed_since),
            not_before=later(self.not_before, other.not_before),
            announced_for=None,
            reminders=max(self.reminders, other.reminders),
            escalated_at=later(self.escalated_at, other.escalated_at),
            promises=_promises_of_both(self.promises, other.promises),
            engineer_promised=earlier(self.engineer_promised, other.engineer_promised),
            promised_answer=earlier(self.promised_answer, other.promised_answer),
        )

    def closed(self, at: datetime) -> Self:
        """A case that ends waits for no promise, and keeps none."""
        return replace(
            self,
            closed_at=at,
            promises=self._kept_or_broken(),
            engineer_promised=None,
            promised_answer=None,
        )

    def reopened(self, at: datetime) -> Self:
        """As before the end began; it is our turn."""
        return replace(
            self,
            owed_since=at,
            not_before=None,
            reminders=0,
            watch_until=None,
            notice_at=None,
            closed_at=None,
            promises=self._kept_or_broken(),
        )

    def _kept_or_broken(self) -> tuple[Promise, ...]:
        return tuple(one for one in self.promises if one.state is not PromiseState.OPEN)


def _promises_of_both(
    ours: tuple[Promise, ...], theirs: tuple[Promise, ...]
) -> tuple[Promise, ...]:
    """By when they were made; of two that are open the later one counts."""
    made = sorted((*ours, *theirs), key=lambda one: one.made)
    waiting = [one for one in made if one.state is PromiseState.OPEN]
    return tuple(
        replace(one, state=PromiseState.MOVED) if one in waiting[:-1] else one for one in made
    )
