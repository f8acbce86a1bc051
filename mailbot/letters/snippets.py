"""Prepared answers: `templates/snippets/<topic>.<lang>.txt`, each with the questions it answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mailbot.errors import ConfigError
from mailbot.letters.shelf import read_text

FOLDER = "snippets"
_NAME, _QUESTION = "Name:", "Question:"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A prepared answer: a template, how it is called, and how its question is put."""

    topic: str
    lang: str
    path: Path
    called: str
    questions: tuple[str, ...]
    body: str


def read_snippets(folder: Path, lang: str) -> tuple[Snippet, ...]:
    """The prepared answers of one language, by topic; none where there is no such folder.

    Raises ConfigError naming the file and the mend.
    """
    return tuple(_snippet(path, lang) for path in sorted((folder / FOLDER).glob(f"*.{lang}.txt")))


def _snippet(path: Path, lang: str) -> Snippet:
    head, _, body = read_text(path).partition("\n\n")
    called, questions = list(_values(head, _NAME)), tuple(_values(head, _QUESTION))
    if len(called) != 1 or not questions or not body.strip():
        raise ConfigError(
            f"{path}: write one line `{_NAME} …`, a line `{_QUESTION} …` for each way it is "
            "asked, an empty line, and the answer"
        )
    topic = path.name.removesuffix(f".{lang}.txt")
    return Snippet(topic, lang, path, called[0], questions, body.strip() + "\n")


def _values(head: str, name: str) -> Iterator[str]:
    for line in head.splitlines():
        if line.startswith(name):
            yield line[len(name) :].strip()
