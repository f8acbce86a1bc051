"""Fits the last judgement to mails that people labelled: seconds, without torch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

import numpy as np

from mailbot.classifier.clearness import CLEARNESS, clearness
from mailbot.classifier.example import Example
from mailbot.classifier.features import BLOCKS, Features, features, stacked
from mailbot.classifier.judge import HALF, LEAST, Verdict, chosen
from mailbot.classifier.regression import Regression, fitted
from mailbot.classifier.weights import Flags, Floats
from mailbot.desk.opinion import Signs
from mailbot.desk.recognise import understand
from mailbot.desk.rulebook import Intent, Item, Side
from mailbot.errors import ConfigError

LOGITS = Path(__file__).with_name("logits.npz")

AT = datetime(2026, 4, 13, 9, 0, tzinfo=UTC)
_OWN, _OTHER, _SHAPE, _CLEAR = 0.4, 4.0, 1.0, 0.3
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Table:
    """Mails of one side as numbers: what is seen of them, wanted labels (0 or 1), the mails."""

    seen: Features
    y: Floats
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Trainer:
    """``labels`` are each side's, in order; ``judge`` gives what the encoder sees."""

    labels: Mapping[Side, tuple[str, ...]]
    intents: Mapping[str, Intent]
    items: Mapping[str, Item]

    def signs(self, example: Example) -> Signs:
        """What the rules see in a mail."""
        caught: list[Signs] = []
        understand(
            example.text,
            example.quoted,
            example.subject,
            example.attachments,
            example.side,
            self.intents,
            self.items,
            AT,
            ask=caught.append,
        )
        return caught[0]

    def table(self, examples: Sequence[Example], logits: Sequence[Floats], side: Side) -> Table:
        """``logits`` of each example, for the labels of ``side``."""
        labels = self.labels[side]
        rows = [
            features(self.signs(one), seen, labels)
            for one, seen in zip(examples, logits, strict=True)
        ]
        wanted = [[label in one.intents for label in labels] for one in examples]
        return Table(stacked(rows), np.array(wanted, np.float32), tuple(examples))

    def fitted(self, table: Table, side: Side) -> Verdict:
        """The verdict learnt from a table; how sure it is, from mails it was not fitted to."""
        labels, x = self.labels[side], table.seen.row
        regression = self._regression(x, table.y)
        unseen = np.zeros_like(table.y)
        for train, test in _folds(table.examples):
            unseen[test] = self._regression(x[train], table.y[train])(x[test])
        unseen = np.clip(unseen, LEAST, 1 - LEAST)
        best = chosen(unseen, labels)
        right = (best == (table.y > HALF)).all(axis=1, keepdims=True).astype(np.float32)
        clear = clearness(unseen, best, table.seen)
        return Verdict(labels, regression, fitted(clear, right, np.full((1, CLEARNESS), _CLEAR)))

    def _regression(self, x: Floats, y: Floats) -> Regression:
        """What belongs to the label itself is cheap, what belongs to another is dear."""
        count = y.shape[1]
        penalty = np.full((count, x.shape[1]), _OTHER, np.float32)
        for one in range(count):
            penalty[one, one : BLOCKS * count : count] = _OWN
            penalty[one, BLOCKS * count :] = _SHAPE
        return fitted(x, y, penalty)


def read_logits(labels: Sequence[str], path: Path = LOGITS) -> dict[str, Floats]:
    """What encoders that never saw a mail made of it: a row for ``labels``, by `key` of the mail.

    Raises ConfigError where it was written for other labels.
    """
    with np.load(path, allow_pickle=False) as stored:
        written = list(map(str, stored["labels"]))
        keys, rows = stored["keys"], stored["logits"].astype(np.float32)
    if unknown := set(labels) - set(written):
        raise ConfigError(f"{path} knows no {', '.join(sorted(unknown))}: `mailbot train --adapt`")
    own = [written.index(one) for one in labels]
    return dict(zip(map(str, keys), rows[:, own], strict=True))


def write_logits(labels: Sequence[str], logits: Mapping[str, Floats], path: Path = LOGITS) -> None:
    np.savez_compressed(
        path,
        labels=np.array(labels),
        keys=np.array(list(logits)),
        logits=np.array(list(logits.values())).astype(np.float16),
    )


def key(example: Example) -> str:
    """By which a mail is known again, wherever it stands."""
    words = "\n".join((example.subject, example.text, example.quoted, *example.attached))
    return blake2b(words.encode(), digest_size=8).hexdigest()


def _folds(examples: Sequence[Example]) -> Iterator[tuple[Flags, Flags]]:
    """By domain, so that no mail is judged by one that is nearly its translation."""
    domains = sorted({one.domain for one in examples})
    for fold in range(_FOLDS):
        test = np.array([domains.index(one.domain) % _FOLDS == fold for one in examples])
        if test.any() and not test.all():
            yield ~test, test
