"""Finds secrets spelled out in a text and replaces them by seals."""

import re
from collections.abc import Iterable, Iterator, Mapping

from mailbot.understanding.secrets import shapes
from mailbot.understanding.secrets.words import HINTS, ORDINARY

SEAL = re.compile(r"\[sealed:[0-9a-f]{6,32}\]")

_LINES_AFTER = 4
_LONGEST_PIN = 8
_LEAST_HARD = 6
_KINDS_OF_THE_HARD = 3
_COLUMNS = re.compile(r"\t|\s{0,8}\|\s{0,8}|[ ]{2,8}")
_HEADED = re.compile(r"密[码碼]|口令|passwor[dt]|passwd|pwd|kennwort", re.IGNORECASE)
_TAIL = re.compile(r"[.,;:)\]}>\"'`]{1,16}$")
_PLACEHOLDER = re.compile(
    r"\{\{|\[sealed|^[*xX•.\-_#]{1,128}$|^<|^\$\{|^%|^https?://", re.IGNORECASE
)
_SIGN = re.compile(r"[:：=＝→⇒➔➜>–—-]")
_ZH_IS = re.compile(r"[是为為成]\s{0,3}$")
_MIXED = re.compile(r"\d|_|[^\w\s]")
_CAMEL = re.compile(r"[a-z][A-Z]")
# words with a hyphen or an apostrophe are ordinary words
_WORDS = re.compile(r"[^\W\d_]{1,40}(?:[-'’/.,&][^\W\d_]{1,40}){0,6}")
_LOOSE = re.compile(
    r"pass|pin(?: ?codes?)?|.{0,12}tokens?|.{0,12}keys?|claves?|p[as]?w", re.IGNORECASE
)
# a value after these must mix character classes
_NEVER_A_WORD = re.compile(r".{0,12}tokens?|.{0,12}keys?|claves?", re.IGNORECASE)
_MEASURED = re.compile(
    r"v?\d{1,4}(?:\.\d{1,6}){1,4}|\d{4}[-/.]\d\d?[-/.]\d\d?|0x[0-9a-f]+|kb\d+|#\d+", re.IGNORECASE
)
_NAMED = re.compile(
    r"[^\s@]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,6}|(?:[a-z]:)?[\\/].*|https?:.*|[^\\]*\\.*|[\w.-]{1,64}\.[a-z]{2,4}\d?",
    re.IGNORECASE,
)
_CLASSES = tuple(map(re.compile, ("[a-z]", "[A-Z]", r"\d", r"[^\w\s.,'/-]")))
_OFTEN_A_WORD = re.compile(r"[^\W\d_]+|\d+")


def secrets(text: str) -> tuple[str, ...]:
    """Every password and access code that is spelled out in ``text``, each once."""
    found = (value for near in _near_hints(text) for value in _found(near))
    return tuple(dict.fromkeys(value for value in found if _is_secret(value)))


def sealed(text: str, seals: Mapping[str, str]) -> str:
    """``text`` with each secret replaced by its seal; existing seals stay."""
    known = sorted((secret for secret in seals if secret), key=len, reverse=True)
    if not known:
        return text
    pattern = re.compile(f"{SEAL.pattern}|" + "|".join(map(_wherever, known)))
    return pattern.sub(lambda found: seals.get(found.group(), found.group()), text)


def _wherever(secret: str) -> str:
    """A pattern for the secret; one that is a word or a number must stand alone."""
    if _OFTEN_A_WORD.fullmatch(secret):
        return rf"(?<![0-9A-Za-z]){re.escape(secret)}(?![0-9A-Za-z])"
    return re.escape(secret)


def _near_hints(text: str) -> Iterator[str]:
    """The lines that may hand over a secret; most mails have none, and cost one search."""
    lower = text.lower()
    hints = [hint for hint in HINTS if hint in lower]
    if not hints:
        return
    lines, near, until = text.splitlines(), list[str](), -1
    for n, line in enumerate(lines):
        low = line.lower()
        if any(hint in low for hint in hints):
            if n > until and n:
                near.append(lines[n - 1])
            until = n + _LINES_AFTER
        if n <= until:
            near.append(line)
        elif near:
            yield "\n".join(near)
            near = []
    if near:
        yield "\n".join(near)


def _found(text: str) -> Iterator[str]:
    told = [match for pattern in _TOLD for match in pattern.finditer(text)]
    yield from (_trimmed(match["value"].strip()) for match in told if _is_no_word(match["value"]))
    taken = {place for match in told for place in range(*match.span())}
    for match in shapes.SPELLED.finditer(text):
        if match.start("value") not in taken and _is_said(text, match):
            yield _value(match)
    for match in shapes.NEXT_LINE.finditer(text):
        if _is_announced(text, match):
            yield _value(match)
    for pattern in _AT_ONCE:
        yield from (_trimmed(match["value"]) for match in pattern.finditer(text))
    yield from (
        _trimmed(one["value"])
        for one in shapes.BRACKETED.finditer(text)
        if _is_strong(one["value"]) and not _MEASURED.fullmatch(one["value"])
    )
    yield from _before(text)
    yield from _in_tables(text.splitlines())


_TOLD = (shapes.PAIR, shapes.QUOTED)
_AT_ONCE = (shapes.JOINED, shapes.TAGGED, shapes.IN_URL, shapes.ASKED)


def _before(text: str) -> Iterator[str]:
    """Values given with their purpose: "use X to unzip"."""
    for pattern in (shapes.BEFORE, shapes.CONTAINER, shapes.USED, shapes.OPENED, shapes.LOGIN):
        for match in pattern.finditer(text):
            given = match.groupdict()
            value = next(given[name] for name in ("value", "zh", "ja", "late") if given.get(name))
            value = _trimmed(value.lstrip("\"'`*"), "*")
            if _is_hard(value):
                yield value


def _is_said(text: str, match: re.Match[str]) -> bool:
    """Is it a value, not the rest of a sentence about passwords?"""
    value, said, noun = _value(match), match["said"], match["noun"]
    if "\n" in said:
        return False
    if noun.lower().startswith("pin"):
        return value.isdigit() and len(value) <= _LONGEST_PIN
    explicit = bool(_SIGN.search(said))
    if explicit or _ZH_IS.search(said):
        return _is_strong(value) or (_is_lone(text, match) and not _NEVER_A_WORD.fullmatch(noun))
    if said.strip():
        return _is_strong(value)
    if _LOOSE.fullmatch(noun):
        return _is_hard(value)
    return (
        bool(_MIXED.search(value))
        and _is_strong(value)
        and not _MEASURED.fullmatch(value.strip("()"))
    )


def _is_lone(text: str, match: re.Match[str]) -> bool:
    """Does the value stand alone, with no sentence after it?"""
    if not match["value"].isascii() or match["value"].endswith((":", "?")):
        return False
    rest = text[match.end() : match.end() + 12].split("\n")[0].lstrip(" \t")
    return not rest or not rest[0].isascii() or not rest[0].isalnum()


def _is_announced(text: str, match: re.Match[str]) -> bool:
    """Does the value stand alone on the line after "password:"?"""
    begun = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    if not match["said"].strip() and any(map(str.isalnum, begun)):
        return False
    value = _value(match)
    if _is_strong(value) and not match["value"].endswith(":"):
        return True
    return bool(_SIGN.search(match["said"])) and _is_lone(text, match)


def _value(match: re.Match[str]) -> str:
    return _trimmed(match["value"], "".join(mark for mark in "*_" if mark in match["open"]))


def _trimmed(value: str, marks: str = "") -> str:
    value = value.rstrip(marks) if marks else value
    bare = _TAIL.sub("", value)
    bare = bare.rstrip(marks) if marks else bare
    opened = {")": "(", "]": "[", "}": "{"}
    if len(value) > len(bare) and opened.get(value[len(bare)], "\0") in bare:
        return value[: len(bare) + 1]
    return bare


def _is_no_word(value: str) -> bool:
    return "'" not in value or not value.replace("'", "").isalpha()


def _is_strong(value: str) -> bool:
    """Does it mix character classes that words don't mix?"""
    core = value.rstrip("!?.,;:…")
    if not any(map(str.isalnum, core)) or _WORDS.fullmatch(core):
        return bool(_CAMEL.search(core))
    return bool(_MIXED.search(core))


def _is_hard(value: str) -> bool:
    """Does it look like a password in any context?"""
    if len(value) < _LEAST_HARD or shapes.TOOL.fullmatch(value) or _NAMED.fullmatch(value):
        return False
    kinds = [bool(one.search(value)) for one in _CLASSES]
    return sum(kinds) >= _KINDS_OF_THE_HARD or (kinds[-1] and any(kinds[:-1]))


def _is_secret(value: str) -> bool:
    if not shapes.SHORTEST <= len(value) <= shapes.LONGEST or _PLACEHOLDER.search(value):
        return False
    return value.lower().rstrip("!?.,;:…") not in ORDINARY


def _in_tables(lines: Iterable[str]) -> Iterator[str]:
    """Values in a table with a heading: ``user | password`` and, below, ``abc | X``."""
    column = -1
    for line in lines:
        cells = [cell for cell in _COLUMNS.split(line.strip().strip("|").strip()) if cell]
        heads = [n for n, cell in enumerate(cells) if _HEADED.search(cell)]
        if len(cells) > 1 and heads and not re.search(r"[:：=]", line):
            column = heads[0]
        elif column >= 0 and cells and not set(line) <= set("|-+: \t"):
            if column < len(cells) and _is_strong(cells[column]):
                yield _trimmed(cells[column])
            column = -1
