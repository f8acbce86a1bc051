"""What the last judgement of a mail goes by: the encoder's logits, and what the rules found."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mailbot.classifier.weights import Floats
from mailbot.desk.finding import Hit
from mailbot.desk.opinion import Signs
from mailbot.desk.smalltalk import is_smalltalk

_STEEP = 4.0
_MANY_SENTENCES = 8
_LONG = 200


@dataclass(frozen=True, slots=True)
class Features:
    """Of one mail, or of many in rows; every number is about -1 to 1.

    For every label of the mail's side ``logits`` are the encoder's, squeezed, ``weighed``,
    ``strong`` and ``weak`` how sure the rules are; ``shape`` says what kind of mail it is.
    """

    logits: Floats
    weighed: Floats
    strong: Floats
    weak: Floats
    shape: Floats

    @property
    def row(self) -> Floats:
        """All of them, one after the other: (…, inputs)."""
        blocks = (self.logits, self.weighed, self.strong, self.weak, self.shape)
        return np.concatenate(blocks, axis=-1)


BLOCKS = 4
SHAPE = 6


def features(signs: Signs, logits: Floats, labels: Sequence[str]) -> Features:
    """``labels`` are those of the mail's side, ``logits`` the encoder's for them."""
    return Features(
        # bounded: an encoder is no surer at ten than at five
        logits=np.tanh(np.asarray(logits, np.float32) / _STEEP),
        weighed=_surest(signs.weighed, labels),
        strong=_surest(signs.strong, labels),
        weak=_surest(signs.weak, labels),
        shape=_shape(signs),
    )


def stacked(rows: Sequence[Features]) -> Features:
    """Many mails as one."""
    names = ("logits", "weighed", "strong", "weak", "shape")
    return Features(*(np.stack([getattr(one, name) for one in rows]) for name in names))


def _surest(hits: Sequence[Hit], labels: Sequence[str]) -> Floats:
    best = dict.fromkeys(labels, 0.0)
    for hit in hits:
        if hit.intent in best:
            best[hit.intent] = max(best[hit.intent], hit.phrase.confidence)
    return np.array(list(best.values()), np.float32)


def _shape(signs: Signs) -> Floats:
    asks = sum(1 for one in signs.sentences if one.text.rstrip().endswith(("?", "？")))
    return np.array(
        [
            bool(signs.attached),
            min(len(signs.sentences), _MANY_SENTENCES) / _MANY_SENTENCES,
            min(len(signs.text), _LONG) / _LONG,
            min(asks, 2) / 2,
            is_smalltalk(signs.sentences),
            not signs.text.isascii(),
        ],
        np.float32,
    )
