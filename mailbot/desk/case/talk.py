"""What was said on a case, by whom last, and what still waits for an answer."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from mailbot.desk.case.joined import both, earlier, later
from mailbot.mail.message import Trust

# as many as a letter's References may name
_THREAD = 12


class SpokenBy(StrEnum):
    """How a person of ours spoke to the customer, where no letter of the desk did."""

    CALL = "call"
    ENGINEER = "engineer"


@dataclass(frozen=True, slots=True)
class Said:
    """What reached the customer: ``what`` is the name of a letter, or a `SpokenBy`."""

    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Talk:
    """Between customer and desk; ``last_message`` and what follows: of the customer's last mail.

    ``thread`` holds the ids of the mails that a letter refers to, ``packets`` those of the letters
    to the second line. ``answered_at`` is when the customer's last questions were answered;
    ``told_unseen``: the engineer knows of mails that never reached the desk.
    """

    said: tuple[Said, ...] = ()
    thread: tuple[str, ...] = ()
    packets: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    question_since: datetime | None = None
    answered_at: datetime | None = None
    last_contact: datetime | None = None
    last_heard: datetime | None = None
    last_said: datetime | None = None
    last_message: str = ""
    last_trust: Trust = Trust.PASS
    last_confidence: float = 1.0
    told_unseen: bool = False

    def threaded(self, message_id: str) -> Self:
        """With one more mail between customer and desk, the last one."""
        if not message_id:
            return self
        others = tuple(one for one in self.thread if one != message_id)
        return replace(self, thread=(*others, message_id)[-_THREAD:])

    def joined(self, other: Self, latest: Self) -> Self:
        """All that either said and asked; ``latest`` is the one of both that was heard last."""
        before = other if latest is self else self
        return replace(
            self,
            said=tuple(sorted(both(self.said, other.said), key=lambda one: one.at)),
            thread=both(before.thread, latest.thread)[-_THREAD:],
            packets=both(self.packets, other.packets),
            questions=both(self.questions, other.questions),
            question_since=earlier(self.question_since, other.question_since),
            answered_at=later(self.answered_at, other.answered_at),
            last_contact=later(self.last_contact, other.last_contact),
            last_heard=later(self.last_heard, other.last_heard),
            last_said=later(self.last_said, other.last_said),
            last_message=latest.last_message,
            last_trust=latest.last_trust,
            last_confidence=latest.last_confidence,
        )

    def apart(self, other: Self) -> Self:
        """Without the questions that the other case brought."""
        asked = tuple(one for one in self.questions if one not in other.questions)
        return replace(self, questions=asked)

    def closed(self) -> Self:
        """No question waits for an answer any more."""
        return replace(self, questions=(), question_since=None)

    def without(self, ids: Collection[str], last: str) -> Self:
        """When the mails of these ids went to another case; ``last`` is the last that stays."""
        return replace(
            self,
            thread=tuple(one for one in self.thread if one not in ids),
            last_message=last if self.last_message in ids else self.last_message,
        )
