"""Finds damaged seals in a letter that was edited by hand: they stand for no secret."""

import re
from collections.abc import Collection, Iterator

from mailbot.understanding.secrets.sealing import SEAL

_BRACKETS = dict.fromkeys(map(ord, "［【〔「『（〈《❲⟦{("), "[") | dict.fromkeys(
    map(ord, "］】〕」』）〉》❳⟧})"), "]"
)
# full-width characters, and zero-width characters
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    (0x00A0, 0x3000, 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), " "
)
_GAP = r"[\s>]{0,4}"
_WORD = _GAP.join("sealed")
_HEX = rf"[0-9a-f](?:{_GAP}[0-9a-f]){{5,31}}"
_MEANT = re.compile(
    rf"\[{_GAP}{_WORD}{_GAP}(?:[:;.,=-]{_GAP}(?:[0-9a-z]{{1,32}}{_GAP}){{0,4}}|{_HEX}{_GAP})\]?"
    rf"|\b{_WORD}{_GAP}[:;=]{_GAP}(?=[a-f\s>]{{0,24}}[0-9]){_HEX}(?![a-z]){_GAP}\]?",
    re.IGNORECASE,
)
_TOO_LONG = 80


def seals(text: str) -> tuple[str, ...]:
    """The intact seals of a text, each once."""
    return tuple(dict.fromkeys(SEAL.findall(text)))


def broken(text: str, good: Collection[str]) -> tuple[str, ...]:
    """Damaged seals in ``text``: those not among the ``good``, each once, as written."""
    masked = SEAL.sub(lambda seal: " " * len(seal[0]) if seal[0] in good else seal[0], text)
    # replaced character for character, so that positions stay the same
    plain = masked.translate({**_NARROW, **_BRACKETS})
    found = (text[match.start() : match.end()] for match in _meant(plain, good))
    return tuple(dict.fromkeys(" ".join(one.split())[:_TOO_LONG] for one in found))


def line_of(seal: str, text: str) -> str:
    """The line that holds the seal."""
    return next((line.strip() for line in text.splitlines() if seal in line), seal)


def _meant(plain: str, good: Collection[str]) -> Iterator[re.Match[str]]:
    """Damaged seals, found by the word "sealed", or by the number of a known seal."""
    yield from _MEANT.finditer(plain)
    without = _MEANT.sub(lambda match: " " * len(match[0]), plain)
    for seal in good:
        number = _GAP.join(seal[len("[sealed:") : -1])
        yield from re.finditer(rf"(?<![0-9a-z])\[?{number}\]?(?![0-9a-z])", without, re.IGNORECASE)
