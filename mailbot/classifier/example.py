"""A mail and what it wants, written down by a person: what the classifier learns from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mailbot.desk.rulebook import Side
from mailbot.errors import ConfigError
from mailbot.mail.message import Attachment

NOTHING = "none"
HELD_OUT = frozenset({"airport", "bank", "cloud", "energy", "insurance", "linux", "storage"})

_HEAD = re.compile(r"=== (?P<labels>[a-z_]+(?:, [a-z_]+)*)(?P<hard> \(hard\))?")
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Example:
    """One mail: what its author wrote (``text``), what he quoted, and every intent it carries.

    ``hard`` ones are meant to mislead; ``where`` is "file:line" or the id of a stored mail.
    """

    side: Side
    intents: frozenset[str]
    text: str
    quoted: str = ""
    subject: str = ""
    attached: tuple[str, ...] = ()
    hard: bool = False
    where: str = ""

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """Its files as a mail brings them."""
        return tuple(Attachment(name, "application/octet-stream", 1) for name in self.attached)

    @property
    def domain(self) -> str:
        """What it is about: ``storage``, where it stands in ``storage.customer.zh.txt``."""
        return self.where.partition(".")[0]

    @property
    def is_held_out(self) -> bool:
        """Nothing is learnt from it: it is there to measure by.

        Whole domains are held out, so that no mail is measured by whose likeness, perhaps in
        the other language, something was learnt.
        """
        return self.domain in HELD_OUT


def read_examples(folder: Path, intents: dict[Side, frozenset[str]]) -> tuple[Example, ...]:
    """Every example in ``folder``: ``*.customer.*`` and ``*.staff.*`` files, in order.

    ``intents`` are the names that either side may carry. Raises ConfigError, naming file, line
    and the mend.
    """
    found: list[Example] = []
    known: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        side = Side.STAFF if ".staff." in path.name else Side.CUSTOMER
        for example in _examples(path, side):
            _check(example, intents[side])
            words = _NO_WORD.sub("", example.text).lower()
            if words and words in known:
                raise ConfigError(f"{example.where}: the same text as {known[words]}; drop one")
            known[words] = example.where
            found.append(example)
    return tuple(found)


def _examples(path: Path, side: Side) -> Iterator[Example]:
    head: re.Match[str] | None = None
    start, body = 0, list[str]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("==="):
            if head is None and line.strip() and not line.startswith("#"):
                raise ConfigError(f"{path.name}:{number}: text before the first '=== intent'")
            body.append(line)
            continue
        if head is not None:
            yield _example(head, body, side, f"{path.name}:{start}")
        head, start, body = _HEAD.fullmatch(line), number, []
        if head is None:
            raise ConfigError(
                f"{path.name}:{number}: {line!r}; write '=== intent, intent' or '=== {NOTHING}', "
                "and ' (hard)' behind it if it is"
            )
    if head is not None:
        yield _example(head, body, side, f"{path.name}:{start}")


def _example(head: re.Match[str], lines: Sequence[str], side: Side, where: str) -> Example:
    subject, attached, text, quoted = "", "", list[str](), list[str]()
    for line in lines:
        if line.startswith("Subject:") and not text:
            subject = line.removeprefix("Subject:").strip()
        elif line.startswith("Attached:") and not text:
            attached = line.removeprefix("Attached:").strip()
        elif line.startswith(">"):
            quoted.append(line[1:].removeprefix(" "))
        else:
            text.append(line)
    return Example(
        side=side,
        intents=frozenset(head["labels"].split(", ")) - {NOTHING},
        text="\n".join(text).strip(),
        quoted="\n".join(quoted).strip(),
        subject=subject,
        attached=tuple(re.split(r"\s*,\s*", attached)) if attached else (),
        hard=head["hard"] is not None,
        where=where,
    )


def _check(example: Example, known: frozenset[str]) -> None:
    for name in sorted(example.intents - known):
        raise ConfigError(f"{example.where}: no intent of the {example.side} is called {name!r}")
    if "thanks" in example.intents and len(example.intents) > 1:
        raise ConfigError(f"{example.where}: thanks stands alone, or not at all")
    if not example.text and not example.attached:
        raise ConfigError(f"{example.where}: a mail without text and without a file")
