"""Where the classifier is trained: on the mails that come with it, and on what people picked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mailbot.bot.mailroom import Mailroom
from mailbot.bot.rules import read_intents, read_items
from mailbot.classifier.encoder import Encoder
from mailbot.classifier.example import Example, read_examples
from mailbot.classifier.judge import Judge, Verdict
from mailbot.classifier.report import Outcomes, joined
from mailbot.classifier.training import AT, Trainer, key, read_logits
from mailbot.classifier.weights import Floats
from mailbot.desk.recognise import understand
from mailbot.desk.rulebook import Side
from mailbot.errors import UnreadableMail
from mailbot.mail.message import Kind
from mailbot.store.sqlite import SqliteStore

MAILS = Path(__file__).parent.parent / "classifier" / "mails"

Track = Callable[[Sequence[Example], str], Iterator[Example]]


@dataclass(frozen=True, slots=True)
class Trained:
    """What was learnt, and how it reads the mails that were held out."""

    verdicts: Mapping[Side, Verdict]
    learnt_from: int
    outcomes: Outcomes


@dataclass(frozen=True, slots=True)
class School:
    """``track`` shows how far a long look at mails has come."""

    encoder: Encoder
    track: Track

    def train(self, picked: Sequence[Example] = ()) -> Trained:
        """A verdict for each side: learnt from three domains in four, measured on the rest."""
        shipped = shipped_examples()
        learnt = [*(one for one in shipped if not one.is_held_out), *picked]
        logits = self._logits(learnt)
        verdicts = {side: self._verdict(learnt, logits, side) for side in Side}
        held_out = [one for one in shipped if one.is_held_out]
        return Trained(verdicts, len(logits), self.outcomes(verdicts, held_out))

    def outcomes(self, verdicts: Mapping[Side, Verdict], examples: Sequence[Example]) -> Outcomes:
        """How the bot reads these mails with those verdicts: the whole way, rules and all."""
        judge = Judge(self.encoder, verdicts)
        sides = {side: [one for one in examples if one.side is side] for side in Side}
        read = (
            self._side(judge, verdicts[side].labels, mails)
            for side, mails in sides.items()
            if mails
        )
        return joined(tuple(read))

    def _side(self, judge: Judge, labels: tuple[str, ...], mails: Sequence[Example]) -> Outcomes:
        intents, items = read_intents(), read_items()
        found, sure = [], []
        for one in self.track(mails, f"{mails[0].side.value} mails held out"):
            said = understand(
                one.text, one.quoted, one.subject, one.attachments, one.side,
                intents, items, AT, ask=judge,
            )  # fmt: skip
            found.append([label in said.names for label in labels])
            sure.append(said.likeliest[0].probability if said.likeliest else 1.0)
        return Outcomes(
            labels,
            np.array(found),
            np.array([[label in one.intents for label in labels] for one in mails]),
            np.array(sure, np.float32),
            np.array([one.hard for one in mails]),
            np.array([not one.text.isascii() for one in mails]),
        )

    def _verdict(
        self, examples: Sequence[Example], logits: Mapping[str, Floats], side: Side
    ) -> Verdict:
        trainer = Trainer(labels_of_sides(), read_intents(), read_items())
        own = [self.encoder.labels.index(label) for label in trainer.labels[side]]
        mails = [one for one in examples if one.side is side and key(one) in logits]
        return trainer.fitted(
            trainer.table(mails, [logits[key(one)][own] for one in mails], side), side
        )

    def _logits(self, examples: Sequence[Example]) -> Mapping[str, Floats]:
        """By encoders that had not seen the mail: those shipped, or ours for a new mail."""
        known = read_logits(self.encoder.labels)
        new = [one for one in examples if key(one) not in known and one.where.startswith("mail ")]
        seen = {key(one): self._seen(one) for one in self.track(new, "your picks")} if new else {}
        return {**{key(one): known[key(one)] for one in examples if key(one) in known}, **seen}

    def _seen(self, example: Example) -> Floats:
        return self.encoder(self.encoder.layout.of(example)).logits


def labels_of_sides() -> Mapping[Side, tuple[str, ...]]:
    """Every intent that a mail of that side can carry."""
    intents = read_intents().values()
    return {side: tuple(one.name for one in intents if one.side is side) for side in Side}


def shipped_examples() -> tuple[Example, ...]:
    """The mails that come with mailbot. Raises ConfigError."""
    labels = {side: frozenset(names) for side, names in labels_of_sides().items()}
    return read_examples(MAILS, labels)


def picked_examples(state: SqliteStore, mailroom: Mailroom) -> Iterator[Example]:
    """What people picked, with the mail as it lies in the store; one that is gone is left out."""
    for pick in state.picks():
        try:
            message = mailroom.read(state.stored(pick.mail)).message
        except UnreadableMail:
            continue
        if message.kind is Kind.HUMAN:
            yield Example(
                side=Side.CUSTOMER,
                intents=frozenset(pick.intents),
                text=message.parts.own,
                quoted=message.quoted,
                subject=message.subject,
                attached=tuple(one.name for one in message.attachments if not one.inline),
                where=f"mail {pick.mail}",
            )
