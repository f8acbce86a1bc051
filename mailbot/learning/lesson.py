"""A lesson: one mail, what it wants, and the words that say so.

Lessons lie in text files, one after the other::

    === zh customer hard | 回复: 主题
    the new text of the mail, as its author wrote it
    ---
    what stands below it: signature and quote; may be left out with its mark
    +++ data_delayed | the words of the new text that say it; may be left out
    ### a note for people; may be left out

The first line tells language, writer and difficulty, then the subject. A mail without ``+++``
wants nothing. A lesson's id is its file's name and its number in it.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mailbot.errors import ConfigError
from mailbot.understanding.intent import Side
from mailbot.understanding.learned.written import Written
from mailbot.understanding.secrets.sealing import sealed, secrets

_TENTHS = 10
_BEGIN, _EVIDENCE, _NOTE, _BELOW = "=== ", "+++ ", "### ", "---"
_SEAL = "[sealed:0badcafe]"
_SECOND_SERIES = re.compile(r"b\d")


class Difficulty(StrEnum):
    """How much a mail misleads."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One mail with its intents; ``evidence`` gives the words that carry each ('' if not said)."""

    id: str
    lang: str
    side: Side
    difficulty: Difficulty
    subject: str
    text: str
    below: str
    evidence: Mapping[str, str]
    note: str = ""

    @property
    def intents(self) -> frozenset[str]:
        """What the mail wants; nothing is a right answer too."""
        return frozenset(self.evidence)

    @property
    def written(self) -> Written:
        """The mail as the learned layer sees it: sealed, as every mail is."""
        seals = dict.fromkeys(secrets(self.text), _SEAL)
        return Written(self.side, self.subject, sealed(self.text, seals), self.below)

    @property
    def is_held_out(self) -> bool:
        """Nothing is learnt from it: it is there to measure by.

        A tenth of all, two tenths of the second series, chosen by id so that it never changes.
        """
        tenth = int(hashlib.sha1(self.id.encode()).hexdigest(), 16) % _TENTHS  # noqa: S324 - no secret
        return tenth == 0 or (tenth == _TENTHS // 2 and bool(_SECOND_SERIES.match(self.id)))


def lessons_in(content: str, name: str) -> tuple[Lesson, ...]:
    """The lessons in a file's ``content``. Raises ConfigError, naming the lesson and the mend."""
    blocks = re.split(rf"^{_BEGIN}", content, flags=re.MULTILINE)[1:]
    return tuple(_lesson(block, f"{name}-{n:03}") for n, block in enumerate(blocks, 1))


def written_out(lesson: Lesson) -> str:
    """The lesson as it stands in a file."""
    head = f"{_BEGIN}{lesson.lang} {lesson.side} {lesson.difficulty} | {lesson.subject}".rstrip()
    below = [_BELOW, lesson.below] if lesson.below else []
    said = [f"{_EVIDENCE}{name} | {words}".rstrip(" |") for name, words in lesson.evidence.items()]
    note = [f"{_NOTE}{lesson.note}"] if lesson.note else []
    return "\n".join([head, lesson.text, *below, *said, *note, ""])


def _lesson(block: str, where: str) -> Lesson:
    head, *lines = block.rstrip().split("\n")
    about, _, subject = head.partition("|")
    try:
        lang, side, difficulty = about.split()
        kind, writer = Difficulty(difficulty), Side(side)
    except ValueError as error:
        raise ConfigError(
            f"lesson {where}: {head!r}: write '=== zh customer hard | subject' "
            f"({', '.join(Side)}; {', '.join(Difficulty)})"
        ) from error
    text, below = _parts(lines)
    return Lesson(
        id=where,
        lang=lang,
        side=writer,
        difficulty=kind,
        subject=subject.strip(),
        text=text,
        below=below,
        evidence=dict(sorted(_evidence(lines))),
        note=" ".join(line[len(_NOTE) :] for line in lines if line.startswith(_NOTE)),
    )


def _parts(lines: list[str]) -> tuple[str, str]:
    """The new text, and what stands below it."""
    mail = [line for line in lines if not line.startswith((_EVIDENCE, _NOTE))]
    cut = mail.index(_BELOW) if _BELOW in mail else len(mail)
    return "\n".join(mail[:cut]).strip(), "\n".join(mail[cut + 1 :]).strip()


def _evidence(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if line.startswith(_EVIDENCE):
            name, _, words = line[len(_EVIDENCE) :].partition("|")
            yield name.strip(), words.strip()
