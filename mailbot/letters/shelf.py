"""The shelf of templates: their headers read into `LetterSpec`s, every wrong line named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from mailbot.desk.case.draft import Audience, Send
from mailbot.desk.case.rulebook import Leaving, LetterSpec, Occasion
from mailbot.desk.case.step import Step
from mailbot.errors import ConfigError
from mailbot.shipped import SHIPPED_LETTERS

FRAME = "frame"
LANGUAGES = ("zh", "en")

_HEADERS = ("Subject", "Name", "Order", "Send", "Secret", "Gap", "Then", "Does", "Answers")
# numbered answers that a letter offers only for one reason: `Answers-recurrence`
_FOR_REASON = re.compile(r"Answers-([a-z]+)")
_KEPT = ("Name", "Does", "Answers")
_YES_OR_NO = "yes|no"


Files = tuple[tuple[int, int], ...]


def files_of(folder: Path) -> Files:
    """When each letter of a folder last changed (ns), and its size: the same means unchanged."""
    files = (one.stat() for one in sorted(folder.rglob("*.txt")))
    return tuple((one.st_mtime_ns, one.st_size) for one in files)


@dataclass(frozen=True, slots=True)
class Template:
    """One template as it lies in the folder.

    ``subject`` and ``body`` stand on their own lines of the file, with nothing before them, so
    that an error in them names the line the author sees.
    """

    path: Path
    lang: str
    called: str
    spec: LetterSpec
    subject: str
    body: str
    lines: Mapping[str, int]


def read_letters(
    folder: Path, overrides: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, LetterSpec]:
    """Every letter in `folder` by name; `overrides` says how far one may go by itself.

    Raises ConfigError naming the file, the line and the mend.
    """
    specs: dict[str, LetterSpec] = {}
    seen: dict[str, Template] = {}
    for template in templates(folder):
        name = template.spec.name
        _agree(seen.setdefault(name, template), template)
        wanted = _send(overrides[name]) if name in overrides else template.spec.send
        called = {**(specs[name].called if name in specs else {}), template.lang: template.called}
        specs[name] = replace(template.spec, send=_at_most(wanted, template.spec), called=called)
    if not specs:
        raise ConfigError(f"{folder}: there is no letter in it: name the folder under [templates]")
    return MappingProxyType(specs)


def templates(folder: Path) -> Iterator[Template]:
    """Every letter of every audience and language; frames left out."""
    for audience in Audience:
        for lang in LANGUAGES:
            for path in sorted((folder / audience.value / lang).glob("*.txt")):
                if path.stem != FRAME:
                    yield read_template(path, audience, lang)


def read_text(path: Path) -> str:
    """The text of a template. Raises ConfigError."""
    try:
        return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8") from error
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error


def read_template(path: Path, audience: Audience, lang: str) -> Template:
    """One template, its headers read. Raises ConfigError naming the line and the mend."""
    head, gap, body = read_text(path).partition("\n\n")
    own, lines = _headers(path, head)
    headers = {**_inherited(audience, lang, path), **own}
    after = head.count("\n") + gap.count("\n")
    return Template(
        path=path,
        lang=lang,
        called=headers.get("Name", "") or path.stem.replace("_", " "),
        spec=_spec(path, audience, headers, lines),
        subject="\n" * (lines["Subject"] - 1) + headers["Subject"],
        body="\n" * after + body,
        lines=lines,
    )


def _inherited(audience: Audience, lang: str, path: Path) -> Mapping[str, str]:
    """What a letter of one's own keeps of the shipped one where its own headers are silent.

    A copy made before these headers were known still counts reminders and offers answers.
    """
    shipped = SHIPPED_LETTERS / audience.value / lang / path.name
    if shipped == path or not shipped.exists():
        return {}
    headers, _ = _headers(shipped, read_text(shipped).partition("\n\n")[0])
    return {name: headers[name] for name in headers if name.startswith(_KEPT)}


def _headers(path: Path, head: str) -> tuple[dict[str, str], dict[str, int]]:
    headers: dict[str, str] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(head.split("\n"), 1):
        name, colon, value = line.partition(":")
        if not colon or not (name in _HEADERS or _FOR_REASON.fullmatch(name)):
            raise ConfigError(f"{path}:{number}: {_not_a_header(name, line)}")
        if name in headers:
            raise ConfigError(f"{path}:{number}: {name} is said twice: keep one")
        headers[name], lines[name] = value.strip(), number
    for name in ("Subject", "Order"):
        if name not in headers:
            raise ConfigError(f"{path}:1: {name} is missing: add a line '{name}: …' on top")
    return headers, lines


def _not_a_header(name: str, line: str) -> str:
    near = get_close_matches(name, _HEADERS, 1)
    if near:
        return f"{name!r} is no header. Did you mean {near[0]}?"
    known = ", ".join(_HEADERS)
    return f"{line[:40]!r} is no header: a blank line ends them ({known})"


def _spec(
    path: Path, audience: Audience, headers: Mapping[str, str], lines: Mapping[str, int]
) -> LetterSpec:
    def read(name: str, otherwise: str, pattern: str, mend: str) -> str:
        value = headers.get(name, otherwise)
        if not re.fullmatch(pattern, value, re.IGNORECASE):
            raise ConfigError(f"{path}:{lines[name]}: {name}: {value!r}: {mend}")
        return value

    steps = tuple(map(str.lower, Step.__members__))
    then = read("Then", "", "|".join(("", *steps)), f"write one of {', '.join(steps)}")
    order = read("Order", "", "[0-9]{1,6}", "write a number: the smallest stands first in a mail")
    return LetterSpec(
        name=path.stem,
        audience=audience,
        order=int(order),
        send=_send(headers.get("Send", "")),
        secret=read("Secret", "no", _YES_OR_NO, "write yes or no").lower() == "yes",
        gap=read("Gap", "no", _YES_OR_NO, "write yes or no").lower() == "yes",
        then=Step[then.upper()] if then else None,
        does=_does(path, headers, lines),
        answers=_answers(headers),
    )


def _does(path: Path, headers: Mapping[str, str], lines: Mapping[str, int]) -> frozenset[Leaving]:
    known = {one.value: one for one in Leaving}
    words = _listed(headers.get("Does", ""))
    for word in words:
        if word not in known:
            raise ConfigError(
                f"{path}:{lines['Does']}: Does: {word!r}: write some of {', '.join(known)}"
            )
    return frozenset(known[word] for word in words)


def _answers(headers: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The intents of its numbered answers, in their order, by the reason it is sent for."""
    return {
        name.removeprefix("Answers").removeprefix("-"): _listed(value)
        for name, value in headers.items()
        if name.startswith("Answers")
    }


def _listed(value: str) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip() for word in value.split(","))))


def _send(word: str) -> Send:
    """Anything unknown means approve."""
    known = {send.value: send for send in Send}
    return known.get(word.strip().lower(), Send.APPROVE)


def _at_most(send: Send, spec: LetterSpec) -> Send:
    """A packet, word that we are at work and what an engineer has to finish wait for a yes."""
    capped = spec.gap or spec.audience is Audience.SECOND_LINE
    capped = capped or spec.name == Occasion.STILL_AT_WORK
    return Send.APPROVE if capped and send is not Send.OFF else send


def _agree(first: Template, other: Template) -> None:
    """A letter is one letter in every language: all headers but the subject agree."""
    if first.spec.audience is not other.spec.audience:
        raise ConfigError(f"{other.path}:1: {first.path} has this name already: choose another")
    if first.spec == other.spec:
        return
    fields = {
        "order": "Order", "send": "Send", "secret": "Secret", "gap": "Gap", "then": "Then",
        "does": "Does", "answers": "Answers",
    }  # fmt: skip
    for field, header in fields.items():
        if getattr(first.spec, field) != getattr(other.spec, field):
            line = other.lines.get(header, 1)
            raise ConfigError(
                f"{other.path}:{line}: {header} is not that of {first.path}: make them agree"
            )
