"""Which mails belong together: 5,000 mails of a support list, filed as the bot files them.

They pass through the very engine that `mailbot replay` drives, for a desk that is none of the
list's addresses. The truth is the union of Message-ID, In-Reply-To and References; then both are
taken from every third mail, and what is left has to do. Pairs of mails are counted.
"""

import gzip
import json
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from mailbot.bot.happenings import Received
from mailbot.bot.past import past_replay
from mailbot.bot.replay import Approve
from mailbot.config import Config, parse_config
from mailbot.mail.thread import normal_subject
from mailbot.ports import Arrival, Position
from tests.accuracy.table import Row, corpora

CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
"""
AIM_WHOLE, AIM_CUT = 0.97, 0.94
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
    mails = read_mails()
    truth = by_references(mails)
    for what, given, aim in (
        ("headers whole", mails, AIM_WHOLE),
        ("References and In-Reply-To gone from every third", cut(mails), AIM_CUT),
    ):
        ours = score(truth, filed(given, parse_config(CONFIG)))
        peers = {
            "by references alone": str(score(truth, by_references(given))),
            "by subject alone": str(score(truth, by_subject(given))),
        }
        yield Row("threads", what, str(ours), f"F1 >= {aim}", ours.f1 >= aim, peers)


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


def filed(mails: Sequence[Mail], config: Config) -> list[Hashable]:
    """The case in which each mail lies once all of them came; alone where it lies in none."""
    replay = past_replay(config, list(arrivals(mails)), None, Approve.NONE)
    cases: dict[str, str] = {}
    for one in replay.play(None):
        if isinstance(one, Received):
            cases[one.mail.message_id] = one.case
    alone = enumerate(mails)
    current = replay.engine.state.current
    known = {message_id: current(case_id) for message_id, case_id in cases.items()}
    return [known.get(mail["message_id"].strip("<>"), number) for number, mail in alone]


def arrivals(mails: Sequence[Mail]) -> Iterator[Arrival]:
    """The mails as a mailbox gives them, in the order in which they came."""
    at = _date(mails[0])
    for number, mail in enumerate(mails, start=1):
        at = max(at, _date(mail))
        yield Arrival(Position("past", 1, number), raw(mail), at, f"{number:05}.eml")


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
