"""What a mail wants, on lessons that no layer was taught: all layers, and each alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from difflib import SequenceMatcher
from functools import cache, partial

import numpy as np

from mailbot.bot.wiring.recogniser import CHARACTERS, ENCODER, TOKENIZER, WEIGHTS, LateRecogniser
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
from mailbot.learning.report_card import cross_fitted, names_of, sheet
from mailbot.learning.sample import Sample, samples_of
from mailbot.shipped import LESSONS, MODEL
from mailbot.understanding.intent import Effect
from mailbot.understanding.learned.characters import Characters
from mailbot.understanding.learned.encoder import Encoder
from mailbot.understanding.learned.layers import Layers
from mailbot.understanding.learned.weights import Weights
from mailbot.understanding.understand import understand
from mailbot.understanding.understood import CERTAIN
from tests.accuracy.table import Row, share

_SAID_BY_PHRASES, _SAID_BY_CHARACTERS, _SAID_BY_ENCODER = 0.01, 0.3, 0.4

_AT, _HALF = datetime(2024, 5, 27, 10, tzinfo=UTC), 0.5

_AIMS: Mapping[str, tuple[Callable[[Sheet], float], float]] = {
    "micro F1": (micro, 0.83),
    "macro F1": (macro, 0.83),
    "right 95 in 100 on": (partial(coverage, precise=0.95), 0.65),
    "right 99 in 100 on": (partial(coverage, precise=0.99), 0.40),
}


def measure() -> Iterator[Row]:
    """All held-out lessons, then by series and by label."""
    lessons = held_out()
    everything = _sheets(_samples())
    for what, (measured, aim) in _AIMS.items():
        yield _row("all", what, measured, everything, aim)
    hard = [one.difficulty is Difficulty.HARD for one in lessons]
    yield _row("hard", "micro F1", micro, _of(everything, hard), 0.80)
    by_lang = {
        lang: _of(everything, [one.lang == lang for one in lessons]) for lang in ("zh", "en")
    }
    for lang, sheets in by_lang.items():
        yield _row(lang, "micro F1", micro, sheets)
    apart = abs(micro(by_lang["zh"]["all layers"]) - micro(by_lang["en"]["all layers"]))
    yield Row("zh and en", "how far apart", f"{apart:.3f}", "0.04", apart <= 0.04)
    for series, said in _SERIES.items():
        chosen = [said(one.id) for one in lessons]
        yield _row(series, "micro F1", micro, _of(everything, chosen))
    yield _evidence_row(lessons)
    yield from _by_label(everything)


_SERIES: Mapping[str, Callable[[str], bool]] = {
    "first series (a)": lambda name: name[0] == "a" and name[1].isdigit(),
    "second series (b)": lambda name: name[0] == "b" and name[1].isdigit(),
    "worlds": lambda name: not name[1].isdigit(),
}


def _by_label(sheets: Mapping[str, Sheet]) -> Iterator[Row]:
    """Precision and recall of each label, and how right it is where the desk may act on it."""
    ours, sure = sheets["all layers"], sheets["acted on"]
    closes = {one.name for one in read_intents().values() if one.effect is Effect.SOLVES}
    for column, name in enumerate(names_of(_samples())):
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


def _evidence_row(lessons: Sequence[Lesson]) -> Row:
    """How often the sentence shown for a label holds the words that carry it."""
    recogniser = LateRecogniser()
    right = total = 0
    for lesson in lessons:
        said = understand(
            lesson.written.text, lesson.below, lesson.subject, (), lesson.side,
            read_intents(), read_items(), _AT, recogniser=recogniser,
        )  # fmt: skip
        for found in said.intents:
            words = lesson.evidence.get(found.name)
            if words:
                total += 1
                right += _overlap(found.evidence, words) >= _HALF
    return Row("labels found", "the sentence shown carries it", share(right, total))


def _overlap(shown: str, words: str) -> float:
    """The share of the shorter one that stands in the other, white space left out."""
    one, other = sorted(("".join(shown.split()), "".join(words.split())), key=len)
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.find_longest_match().size / len(one)


def held_out() -> list[Lesson]:
    """The lessons that nothing was learnt from."""
    return [one for one in read_lessons(LESSONS) if one.is_held_out]


@cache
def _samples() -> tuple[Sample, ...]:
    encoder = Encoder((MODEL / ENCODER).read_bytes(), (MODEL / TOKENIZER).read_bytes())
    characters = Characters.loaded((MODEL / CHARACTERS).read_bytes())
    return tuple(samples_of(held_out(), Layers(encoder, characters), read_intents()))


def _sheets(samples: Sequence[Sample]) -> dict[str, Sheet]:
    """All layers, each alone, and what the desk would act on."""
    likely, sure = cross_fitted(samples, Weights.loaded((MODEL / WEIGHTS).read_bytes()).rules)
    return {
        "all layers": likely,
        "phrases": sheet(samples, lambda one: one.spoken.confidence, _SAID_BY_PHRASES),
        "characters": sheet(samples, lambda one: one.characters, _SAID_BY_CHARACTERS),
        "encoder": sheet(samples, lambda one: one.encoder, _SAID_BY_ENCODER),
        "acted on": replace(sure, counts_from=CERTAIN),
    }


def _of(sheets: Mapping[str, Sheet], chosen: Sequence[bool]) -> dict[str, Sheet]:
    return {name: sheet.of(np.array(chosen)) for name, sheet in sheets.items()}


def _row(
    on: str,
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
