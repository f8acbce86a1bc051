"""What a mail wants, on lessons that no layer was taught: all layers, and each alone."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

import numpy as np

from mailbot.bot.wiring.recogniser import CHARACTERS, ENCODER, TOKENIZER
from mailbot.bot.wiring.rules import read_intents, read_items
from mailbot.learning.figures import (
    Sheet,
    coverage,
    figure,
    macro,
    micro,
    precision,
    recall,
)
from mailbot.learning.lesson import Difficulty, Lesson
from mailbot.learning.library import read_lessons
from mailbot.learning.sample import Sample, samples_of
from mailbot.learning.school import fit_weights
from mailbot.shipped import LESSONS, MODEL
from mailbot.understanding.intent import Effect
from mailbot.understanding.learned.characters import Characters
from mailbot.understanding.learned.encoder import Encoder
from mailbot.understanding.learned.layers import Layers
from mailbot.understanding.learned.weights import Weights
from mailbot.understanding.verdict import CERTAIN
from tests.accuracy.table import Row

_FOLDS = 5
_SAID_BY_PHRASES, _SAID_BY_CHARACTERS, _SAID_BY_ENCODER = 0.01, 0.3, 0.4

_AIMS: Mapping[str, tuple[Callable[[Sheet], float], float]] = {
    "micro F1": (micro, 0.83),
    "macro F1": (macro, 0.83),
    "right 95 in 100 on": (partial(coverage, precise=0.95), 0.65),
    "right 99 in 100 on": (partial(coverage, precise=0.99), 0.40),
}


def measure() -> Iterator[Row]:
    """All held-out lessons, then by series and by label."""
    lessons = held_out()
    everything = _sheets(lessons)
    for what, (measured, aim) in _AIMS.items():
        yield _row("all", lessons, what, measured, everything, aim)
    hard = [one.difficulty is Difficulty.HARD for one in lessons]
    yield _row("hard", lessons, "micro F1", micro, _of(everything, hard), 0.80)
    by_lang = {
        lang: _of(everything, [one.lang == lang for one in lessons]) for lang in ("zh", "en")
    }
    for lang, sheets in by_lang.items():
        yield _row(lang, lessons, "micro F1", micro, sheets)
    apart = abs(micro(by_lang["zh"]["all layers"]) - micro(by_lang["en"]["all layers"]))
    yield Row("zh and en", "how far apart", f"{apart:.3f}", "0.04", apart <= 0.04)
    for series, said in _SERIES.items():
        chosen = [said(one.id) for one in lessons]
        yield _row(series, lessons, "micro F1", micro, _of(everything, chosen))
    yield from _by_label(lessons, everything)


_SERIES: Mapping[str, Callable[[str], bool]] = {
    "first series (a)": lambda name: name[0] == "a" and name[1].isdigit(),
    "second series (b)": lambda name: name[0] == "b" and name[1].isdigit(),
    "worlds": lambda name: not name[1].isdigit(),
}


def _by_label(lessons: Sequence[Lesson], sheets: Mapping[str, Sheet]) -> Iterator[Row]:
    """Precision and recall of each label, and how right it is where the desk may act on it."""
    ours, sure = sheets["all layers"], sheets["acted on"]
    closes = {one.name for one in read_intents().values() if one.effect is Effect.SOLVES}
    for column, name in enumerate(_labels(lessons)):
        mine, acts = ours.label(column), sure.label(column)
        yield Row(
            name,
            f"precision, recall, F1 ({int(mine.right.sum())} mails)",
            f"{precision(mine):.2f}  {recall(mine):.2f}  {figure(micro, mine)}",
        )
        right = precision(acts)
        yield Row(
            name,
            f"right where acted on ({int(acts.said.sum())} readings)",
            f"{right:.3f}",
            "0.97" if name in closes else "",
            right >= 0.97 if name in closes else None,
        )


def held_out() -> list[Lesson]:
    """The lessons that nothing was learnt from."""
    return [one for one in read_lessons(LESSONS) if one.is_held_out]


@cache
def _samples() -> tuple[Sample, ...]:
    encoder = Encoder((MODEL / ENCODER).read_bytes(), (MODEL / TOKENIZER).read_bytes())
    characters = Characters.loaded((MODEL / CHARACTERS).read_bytes())
    return tuple(samples_of(held_out(), Layers(encoder, characters), read_intents(), read_items()))


def _labels(lessons: Sequence[Lesson]) -> tuple[str, ...]:
    return tuple(sorted({name for one in lessons for name in one.intents}))


def _sheets(lessons: Sequence[Lesson]) -> dict[str, Sheet]:
    """Weights and calibration are fitted on four fifths of these lessons, and tell the fifth."""
    folds = {
        one.id: int(hashlib.sha256(one.id.encode()).hexdigest(), 16) % _FOLDS for one in lessons
    }
    fitted = [
        fit_weights([one for one in _samples() if folds[one.lesson.id] != fold])
        for fold in range(_FOLDS)
    ]

    def weights(one: Sample) -> Weights:
        return fitted[folds[one.lesson.id]]

    def joined(one: Sample) -> float:
        return weights(one).likelihood(one.encoder, one.characters, one.phrases)

    cut = float(np.mean([one.counts_from for one in fitted]))
    return {
        "all layers": _sheet(lessons, joined, cut),
        "phrases": _sheet(lessons, lambda one: one.phrases, _SAID_BY_PHRASES),
        "characters": _sheet(lessons, lambda one: one.characters, _SAID_BY_CHARACTERS),
        "encoder": _sheet(lessons, lambda one: one.encoder, _SAID_BY_ENCODER),
        "acted on": _sheet(
            lessons, lambda one: weights(one).confidence(one.name, joined(one)), CERTAIN
        ),
    }


def _sheet(lessons: Sequence[Lesson], likely: Callable[[Sample], float], cut: float) -> Sheet:
    names = _labels(lessons)
    right = np.zeros((len(lessons), len(names)), bool)
    said = np.zeros((len(lessons), len(names)))
    row = {one.id: n for n, one in enumerate(lessons)}
    for one in _samples():
        place = row[one.lesson.id], names.index(one.name)
        right[place], said[place] = one.is_right, likely(one)
    return Sheet(right, said, cut)


def _of(sheets: Mapping[str, Sheet], chosen: Sequence[bool]) -> dict[str, Sheet]:
    return {name: sheet.of(np.array(chosen)) for name, sheet in sheets.items()}


def _row(
    on: str,
    lessons: Sequence[Lesson],
    what: str,
    measured: Callable[[Sheet], float],
    sheets: Mapping[str, Sheet],
    aim: float | None = None,
) -> Row:
    ours = figure(measured, sheets["all layers"])
    peers = {
        name: str(figure(measured, sheet))
        for name, sheet in sheets.items()
        if name in ("phrases", "characters", "encoder")
    }
    count = len(sheets["all layers"].right)
    holds = None if aim is None else ours.value >= aim
    return Row(f"{on}: {count} mails", what, str(ours), f"{aim:.2f}" if aim else "", holds, peers)
