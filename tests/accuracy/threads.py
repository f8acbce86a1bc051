"""Which mails belong together: a support list, and made threads, filed as the bot files them.

All pass through the very engine that `mailbot replay` drives, and pairs of mails are counted.
Then In-Reply-To and References are taken from every third mail, and what is left has to do.

The list: 5,000 mails, headers only, for a desk that is none of its addresses. Its truth is the
union of Message-ID, In-Reply-To and References, so the headers alone score 1 by definition, and
a thread that somebody took for a new question counts as one. The made threads: 300 of customers
and an engineer, in the forms of 18 clients, one mail in twelve coming after its answer. Their
truth is who answered whom when they were made. The peers' way is the union over the ids (JWZ
without its look at subjects), or one thread a subject.
"""

import gzip
import json
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

from mailbot.bot.happenings import Received
from mailbot.bot.replay.past import past_replay
from mailbot.bot.replay.replay import Approve
from mailbot.config import Config, parse_config
from mailbot.mail.subject import normal_subject
from mailbot.ports import Arrival, Position
from tests.accuracy.made import clients as made
from tests.accuracy.made.threads import Come, Threads
from tests.accuracy.table import Row, corpora
from tests.stories.story import CONFIG as DESK

CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
"""
MADE_DESK = parse_config(DESK)
AIM_WHOLE, AIM_CUT = 0.97, 0.94
SEED, MADE = 20_262, 300
_T = TypeVar("_T")
_EVERY = 3


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall over pairs of mails."""

    right: int
    said: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f} (precision {self.precision:.3f}, recall {self.recall:.3f})"


class Union:
    """Sets that grow together."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def find(self, one: Hashable) -> Hashable:
        root = one
        while (parent := self._parent.setdefault(root, root)) != root:
            root = parent
        self._parent[one] = root
        return root

    def join(self, one: Hashable, other: Hashable) -> None:
        self._parent[self.find(one)] = self.find(other)


Mail = Mapping[str, Any]


def measure() -> Iterator[Row]:
    yield from _made()
    mails = read_mails()
    truth = by_references(mails)
    for what, given, aim in _ways(mails, cut(mails)):
        ours = score(truth, filed([_dated(one) for one in given], parse_config(CONFIG)))
        yield Row(
            "support list", what, str(ours), f"F1 >= {aim}", ours.f1 >= aim, _peers(truth, given)
        )


def _made() -> Iterator[Row]:
    come = Threads(SEED).many(MADE)
    truth = [one.mail.thread for one in come]
    for what, given, aim in _ways(come, cut_made(come)):
        ours = score(truth, filed([(one.mail.id, one.raw, one.at) for one in given], MADE_DESK))
        peers = _peers(truth, [_headers(one.mail) for one in given])
        yield Row("made threads", what, str(ours), f"F1 >= {aim}", ours.f1 >= aim, peers)


def _ways(whole: Sequence[_T], less: Sequence[_T]) -> Iterator[tuple[str, Sequence[_T], float]]:
    yield "headers whole", whole, AIM_WHOLE
    yield "References and In-Reply-To gone from every third", less, AIM_CUT


def _peers(truth: Sequence[Hashable], mails: Sequence[Mail]) -> Mapping[str, str]:
    return {
        "by ids alone (JWZ)": str(score(truth, by_references(mails))),
        "by subject alone": str(score(truth, by_subject(mails))),
    }


def cut_made(come: Sequence[Come]) -> list[Come]:
    """The same mails, every third without what it answers."""
    return [
        replace(one, mail=replace(one.mail, parents=())) if number % _EVERY == 0 else one
        for number, one in enumerate(come, start=1)
    ]


def _headers(mail: made.Mail) -> Mail:
    return {
        "message_id": mail.id,
        "in_reply_to": mail.parents[-1:],
        "references": mail.parents,
        "subject": mail.subject,
    }


def read_mails() -> list[Mail]:
    with gzip.open(corpora() / "threads.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def cut(mails: Sequence[Mail]) -> list[Mail]:
    """The same mails, every third without what it answers."""
    return [
        {**mail, "in_reply_to": [], "references": []} if number % _EVERY == 0 else mail
        for number, mail in enumerate(mails, start=1)
    ]


def by_references(mails: Sequence[Mail]) -> list[Hashable]:
    """A plain union over the ids that the headers name."""
    union = Union()
    for mail in mails:
        for one in (*mail["in_reply_to"], *mail["references"]):
            union.join(one, mail["message_id"])
    return [union.find(mail["message_id"]) for mail in mails]


def by_subject(mails: Sequence[Mail]) -> list[Hashable]:
    """One thread a normalised subject."""
    return [normal_subject(mail["subject"]) or number for number, mail in enumerate(mails)]


def filed(mails: Sequence[tuple[str, bytes, datetime]], config: Config) -> list[Hashable]:
    """The case in which each mail lies once all of them came; alone where it lies in none."""
    replay = past_replay(config, list(arrivals(mails)), None, Approve.NONE)
    cases: dict[str, str] = {}
    for one in replay.play(None):
        if isinstance(one, Received):
            cases[one.mail.message_id] = one.case
    alone = enumerate(mails)
    current = replay.engine.state.merges.current
    known = {message_id: current(case_id) for message_id, case_id in cases.items()}
    return [known.get(message_id, number) for number, (message_id, _, _) in alone]


def arrivals(mails: Sequence[tuple[str, bytes, datetime]]) -> Iterator[Arrival]:
    """The mails as a mailbox gives them, in the order in which they came."""
    _, _, at = mails[0]
    for number, (_, content, date) in enumerate(mails, start=1):
        at = max(at, date)
        yield Arrival(Position("past", 1, number), content, at, f"{number:05}.eml")


def _dated(mail: Mail) -> tuple[str, bytes, datetime]:
    return mail["message_id"].strip("<>"), raw(mail), _date(mail)


def _date(mail: Mail) -> datetime:
    at = parsedate_to_datetime(mail["date"])
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def raw(mail: Mail) -> bytes:
    """The mail as bytes; of its text nothing is known."""
    message = EmailMessage()
    headers = {
        "Message-ID": mail["message_id"],
        "In-Reply-To": " ".join(mail["in_reply_to"]),
        "References": " ".join(mail["references"]),
        "Subject": " ".join(mail["subject"].split()),
        "From": ", ".join(mail["from"]),
        "To": ", ".join(mail["to"]),
        "Date": mail["date"],
        "Thread-Index": mail["thread_index"],
    }
    for name, value in headers.items():
        if value:
            message[name] = value
    message.set_content("")
    return message.as_bytes()


def score(truth: Sequence[Hashable], said: Sequence[Hashable]) -> Score:
    return Score(
        _pairs(Counter(zip(truth, said, strict=True))),
        _pairs(Counter(said)),
        _pairs(Counter(truth)),
    )


def _pairs(sizes: Mapping[Any, int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())
