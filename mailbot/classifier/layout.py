"""A mail as one row of tokens: subject, names of files, what was written, what was quoted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from mailbot.classifier.example import Example
from mailbot.classifier.pieces import Tokenizer
from mailbot.desk.sentences import Sentence, sentences

_MOST_SUBJECT = 20
_MOST_NAMES = 12
_MOST_BEGINNING = 110
_MOST_END = 50
_MOST_BESIDE = 24
_MOST_QUOTE = 40
_READ = 4_000

_PREFIX = re.compile(
    r"^\s*(?:(?:re|fwd?|aw|sv|回复|回覆|答复|答覆|转发|轉發)\s*[:：]|\[|【)", re.IGNORECASE
)
_HEADER = re.compile(
    r"\s*(?:[-_=*]{4,}|>*\s*(?:发件人|寄件者|收件人|抄送|发送时间|发送日期|主题|日期|from|to|cc|"
    r"sent|date|subject)\s*[:：]|(?:on |在|于).{5,120}(?:wrote|写道|寫道)\s*[:：]|"
    r"-+\s*(?:原始邮件|original message))",
    re.IGNORECASE,
)


class Part(IntEnum):
    """What a token belongs to."""

    SUBJECT = 0
    ATTACHED = 1
    WRITTEN = 2
    QUOTED = 3


@dataclass(slots=True)
class Row:
    """The tokens of a mail; beside each its part, and the number of its sentence (-1: none)."""

    tokens: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    def add(self, tokens: Sequence[int], part: Part, sentence: int = -1) -> None:
        self.tokens += tokens
        self.parts += [part] * len(tokens)
        self.sentences += [sentence] * len(tokens)


@dataclass(frozen=True, slots=True)
class Layout:
    """Lays mails out for the encoder: what is long keeps its beginning and its end."""

    tokenizer: Tokenizer

    def __call__(
        self,
        said: Sequence[Sentence],
        text: str,
        subject: str = "",
        attached: Sequence[str] = (),
        quoted: str = "",
    ) -> Row:
        """``said`` are the sentences of ``text``; the rest of it (pasted lines) follows them.

        The subject counts only where it is the writer's own: a reply has that of its thread.
        """
        row, last = Row(), [self.tokenizer.last]
        own = "" if _PREFIX.match(subject) else subject
        row.add([self.tokenizer.first], Part.SUBJECT)
        row.add(self.tokenizer.tokens(own, _MOST_SUBJECT) + last, Part.SUBJECT)
        row.add(self.tokenizer.tokens(" ".join(attached), _MOST_NAMES) + last, Part.ATTACHED)
        for number, tokens in _shortened(self._sentences(said)):
            row.add(tokens, Part.WRITTEN, number)
        beside = "\n".join(_beside(said, text))
        row.add(self.tokenizer.tokens(beside, _MOST_BESIDE) + last, Part.WRITTEN)
        row.add(self.tokenizer.tokens(_told(quoted), _MOST_QUOTE) + last, Part.QUOTED)
        return row

    def of(self, example: Example) -> Row:
        """A mail that somebody labelled."""
        said = sentences(example.text)
        return self(said, example.text, example.subject, example.attached, example.quoted)

    def _sentences(self, said: Sequence[Sentence]) -> Iterator[tuple[int, list[int]]]:
        most = _MOST_BEGINNING + _MOST_END
        for number, sentence in enumerate(said):
            yield number, self.tokenizer.tokens(sentence.text, most)


def _shortened(sentences: Iterator[tuple[int, list[int]]]) -> list[tuple[int, list[int]]]:
    """The first sentences and the last ones, as many as there is room for."""
    all_of_them = list(sentences)
    if sum(len(tokens) for _, tokens in all_of_them) <= _MOST_BEGINNING + _MOST_END:
        return all_of_them
    first = _fitting(all_of_them, _MOST_BEGINNING)
    rest = all_of_them[len(first) :]
    return first + _fitting(rest[::-1], _MOST_END)[::-1]


def _fitting(sentences: Sequence[tuple[int, list[int]]], room: int) -> list[tuple[int, list[int]]]:
    found: list[tuple[int, list[int]]] = []
    for number, tokens in sentences:
        if room <= 0:
            break
        found.append((number, tokens[:room]))
        room -= len(tokens)
    return found


def _beside(said: Sequence[Sentence], text: str) -> Iterator[str]:
    """Lines that are in no sentence: pasted output, by which some problems are told."""
    known = "\n".join(sentence.text for sentence in said)
    for line in text[:_READ].splitlines():
        words = line.strip()
        if words and words not in known and known.find(words[: len(words) // 2]) < 0:
            yield words


def _told(quoted: str) -> str:
    """What a quote says, without its headers."""
    return "\n".join(line for line in quoted[:_READ].splitlines() if not _HEADER.match(line))
