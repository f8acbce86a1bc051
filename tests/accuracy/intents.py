"""What a mail wants: on mails that nothing was learnt from, each figure with its 95 % interval."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from mailbot.bot.assembly import SHIPPED_LETTERS
from mailbot.bot.rules import read_intents, read_items
from mailbot.bot.school import School, shipped_examples
from mailbot.classifier import report
from mailbot.classifier.encoder import Encoder
from mailbot.classifier.example import Example
from mailbot.classifier.judge import Judge, read_verdicts
from mailbot.classifier.training import AT
from mailbot.desk.opinion import Ask, nobody
from mailbot.desk.recognise import understand
from mailbot.letters import PreparedAnswers
from tests.accuracy.table import Row, share

QUESTIONS = Path(__file__).with_name("asked") / "questions.txt"
AIMS = {
    "micro-F1": 0.85,
    "macro-F1": 0.83,
    "micro-F1, hard mails": 0.78,
    "coverage at 95 % precision": 0.60,
    "coverage at 99 % precision": 0.30,
}
LANGUAGES_APART = 0.04
MOST_MS, MOST_MB = 25, 200
OFFERED = 0.8
_TIMED = 120


def measure() -> Iterator[Row]:
    """The whole recogniser, the rules alone beside it; then what it costs, and the offers."""
    mails = [one for one in shipped_examples() if one.is_held_out]
    domains = ", ".join(sorted({one.domain for one in mails}))
    on = f"{len(mails)} mails of domains held out ({domains})"
    encoder, verdicts = Encoder(), read_verdicts()
    outcomes = School(encoder, lambda some, _: iter(some)).outcomes(verdicts, mails)
    rules = _by_rules(mails)
    for name, figure in report.figures(outcomes).items():
        told = f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"
        aim = AIMS.get(name)
        holds = figure.value >= aim if aim is not None else None
        peers = {"phrases alone": f"{rules:.3f}"} if name == "micro-F1" else {}
        yield Row(on, name, told, f"≥ {aim}" if aim else "", holds, peers)
    yield _languages(on, outcomes)
    yield Row(on, "claimed and true sureness apart", f"{report.calibration_error(outcomes):.3f}")
    yield from _cost(mails, Judge(encoder, verdicts))
    yield from _offers()


def _languages(on: str, outcomes: report.Outcomes) -> Row:
    zh, en = (
        report.micro_f1(outcomes.only(which)) for which in (outcomes.chinese, ~outcomes.chinese)
    )
    near = abs(zh - en) <= LANGUAGES_APART
    return Row(on, "Chinese and English apart", f"{abs(zh - en):.3f}", f"≤ {LANGUAGES_APART}", near)


def _by_rules(mails: list[Example]) -> float:
    hit = found = wanted = 0
    for one in mails:
        names = set(_read(one, nobody))
        hit += len(names & one.intents)
        found += len(names)
        wanted += len(one.intents)
    return 2 * hit / (found + wanted)


def _read(one: Example, ask: Ask) -> tuple[str, ...]:
    said = understand(
        one.text, one.quoted, one.subject, one.attachments, one.side,
        read_intents(), read_items(), AT, ask=ask,
    )  # fmt: skip
    return said.names


def _cost(mails: list[Example], judge: Judge) -> Iterator[Row]:
    intents, items = read_intents(), read_items()
    times = []
    for one in mails[:_TIMED]:
        begin = perf_counter()
        understand(
            one.text, one.quoted, one.subject, one.attachments, one.side,
            intents, items, AT, ask=judge,
        )  # fmt: skip
        times.append(1000 * (perf_counter() - begin))
    middle, slow = median(times), sorted(times)[int(0.95 * len(times))]
    told = f"{middle:.1f} ms (95 of 100 under {slow:.1f} ms)"
    yield Row(
        "one mail alone", "rules, encoder and judge", told, f"≤ {MOST_MS} ms", middle <= MOST_MS
    )
    size = int(subprocess.check_output([sys.executable, "-m", "tests.accuracy.intents"]))
    yield Row("a process of its own", "memory", f"{size} MB", f"≤ {MOST_MB} MB", size <= MOST_MB)


def _offers() -> Iterator[Row]:
    """Questions with and without a prepared answer."""
    answers = PreparedAnswers.read(SHIPPED_LETTERS)
    lines = [one for one in QUESTIONS.read_text(encoding="utf-8").splitlines() if one[:1] != "#"]
    asked = [(topic, question) for topic, _, question in (one.partition(": ") for one in lines)]
    ranked = [
        (topic, [one.topic for one in answers.offers(question, "en")]) for topic, question in asked
    ]
    fitting = [(topic, offered) for topic, offered in ranked if topic != "none"]
    first = sum(offered[:1] == [topic] for topic, offered in fitting)
    named = sum(topic in offered for topic, offered in fitting)
    on = f"{len(fitting)} questions that a prepared answer fits"
    enough = named >= OFFERED * len(fitting)
    yield Row(on, "it is offered first", share(first, len(fitting)))
    yield Row(on, "it is offered", share(named, len(fitting)), f"≥ {OFFERED:.0%}", enough)
    others = [offered for topic, offered in ranked if topic == "none"]
    on = f"{len(others)} that none fits"
    yield Row(on, "something is offered all the same", share(sum(map(bool, others)), len(others)))


def _memory() -> int:
    """MB of a process that loads the recogniser and reads the mails held out."""
    judge = Judge(Encoder(), read_verdicts())
    for one in [one for one in shipped_examples() if one.is_held_out][:_TIMED]:
        _read(one, judge)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.stdout.write(str(_memory()))
