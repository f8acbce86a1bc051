"""Prepared answers: what an engineer may take for a question, the likeliest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mailbot.desk.likeness import Subject, likeness
from mailbot.errors import ConfigError
from mailbot.letters.shelf import LANGUAGES, read_text
from mailbot.letters.wording import GAPS

FOLDER = "snippets"

_HEADER = "Answers:"
_MOST_OFFERED = 2
# below, offers for questions that no snippet answers outnumber the right ones
_WORTH_OFFERING = 0.2


@dataclass(frozen=True, slots=True)
class Snippet:
    """A prepared answer in one language, and how people ask for it."""

    topic: str
    lang: str
    questions: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A prepared answer for one question; ``similarity`` is 0 to 1."""

    topic: str
    similarity: float
    text: str


class PreparedAnswers:
    """The snippets of a folder, ready to be asked. An empty folder offers nothing."""

    def __init__(self, snippets: Sequence[Snippet]) -> None:
        self._snippets = {(one.topic, one.lang): one for one in snippets}
        self._likeness = likeness([self._subject(topic) for topic in self.topics()])

    @classmethod
    def read(cls, templates: Path) -> "PreparedAnswers":
        """Those under ``templates``/snippets. Raises ConfigError naming the file and the mend."""
        return cls(tuple(_snippets(templates / FOLDER)))

    def topics(self) -> Sequence[str]:
        return sorted({topic for topic, _ in self._snippets})

    def text(self, topic: str, lang: str) -> str:
        """The prepared answer; '' where there is none in this language."""
        known = self._snippets.get((topic, lang))
        return known.text if known is not None else ""

    def offers(self, question: str, lang: str) -> tuple[Offer, ...]:
        """The prepared answers in the letter's language, likeliest first."""
        alike = self._likeness(question)
        ranked = sorted(alike, key=lambda topic: (-alike[topic], topic))
        return tuple(
            Offer(topic, alike[topic], text)
            for topic in ranked[:_MOST_OFFERED]
            if alike[topic] >= _WORTH_OFFERING and (text := self.text(topic, lang))
        )

    def fill(self, text: str, questions: Sequence[str], topics: Sequence[str], lang: str) -> str:
        """``text`` of a draft with the answers of ``topics`` in its gaps, one a question.

        Each stands under the question it fits best of those still open; the rest stays a gap.
        """
        chosen: dict[int, str] = {}
        for topic in topics:
            left = [at for at in range(max(1, len(questions))) if at not in chosen]
            if left:
                fits = {at: self._likeness(questions[at])[topic] if questions else 0 for at in left}
                chosen[max(left, key=lambda at: fits[at])] = self.text(topic, lang)
        return _filled(text, GAPS[lang], chosen)

    def _subject(self, topic: str) -> Subject:
        """Asked in any language: people mix them, and commands are the same in all."""
        known = [one for one in self._snippets.values() if one.topic == topic]
        questions = [question for one in known for question in one.questions]
        return Subject(topic, questions, [one.text for one in known])


NO_ANSWERS = PreparedAnswers(())


def _snippets(folder: Path) -> Iterator[Snippet]:
    for path in sorted(folder.glob("*.txt")):
        topic, _, lang = path.stem.rpartition(".")
        if lang not in LANGUAGES or not topic:
            raise ConfigError(f"{path}: name it <topic>.{'.txt or <topic>.'.join(LANGUAGES)}.txt")
        yield _snippet(path, topic, lang)


def _snippet(path: Path, topic: str, lang: str) -> Snippet:
    head, _, text = read_text(path).partition("\n\n")
    questions: list[str] = []
    for number, line in enumerate(head.split("\n"), 1):
        if not line.startswith(_HEADER) or not line.removeprefix(_HEADER).strip():
            raise ConfigError(
                f"{path}:{number}: {line[:40]!r}: write '{_HEADER} <a question>', a line for each, "
                "then a blank line and the answer"
            )
        questions.append(line.removeprefix(_HEADER).strip())
    if not text.strip():
        raise ConfigError(f"{path}: the answer is missing: write it below a blank line")
    return Snippet(topic, lang, tuple(questions), text.strip())


def _filled(text: str, gap: str, answers: Mapping[int, str]) -> str:
    """``text`` with its gaps, counted from 0, replaced; an answer keeps its gap's indentation."""
    first, *others = text.split(gap)
    written = first
    for number, after in enumerate(others):
        before = written.rpartition("\n")[2]
        indent = before if not before.strip() else ""
        lines = answers.get(number, gap).split("\n")
        written += "\n".join([lines[0], *(indent + line if line else "" for line in lines[1:])])
        written += after
    return written
