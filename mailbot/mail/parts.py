"""The body of a mail in pieces, in the order of the mail: new, quoted, signed, passed on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Part(StrEnum):
    """What a piece of a body is: written by the sender for this mail, or not."""

    NEW = "new"
    QUOTED = "quoted"
    SIGNATURE = "signature"
    FORWARDED = "forwarded"


class Why(StrEnum):
    """By what a piece was told."""

    WRITTEN = "written for this mail"
    POINTED_TO = "an answer between the lines: the letter points to it"
    MARKED = "its lines bear a mark"
    INTRODUCED = "words introduce it"
    FRAMED = "the mail program framed it so"
    CLOSING = "it closes the letter"
    PASSED_ON = "the mail passes it on"
    ADDED = "the mail that is quoted does not hold it"
    WRAPPING = "a portal wrote it: the mail itself lies there"
    KNOWN = "we know it from an earlier mail"


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of a body that belong to one part; two are equal whatever told them."""

    part: Part
    text: str
    why: Why = field(default=Why.WRITTEN, compare=False)


@dataclass(frozen=True, slots=True)
class Parts:
    """Every line of a body stands in exactly one of the pieces."""

    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """What is new to us: the sender's own words, and a text by somebody else he passes on."""
        return self._joined(Part.NEW, Part.FORWARDED)

    @property
    def own(self) -> str:
        """The sender's own words alone."""
        return self._joined(Part.NEW)

    @property
    def forwarded(self) -> str:
        return self._joined(Part.FORWARDED)

    @property
    def quoted(self) -> str:
        return self._joined(Part.QUOTED)

    @property
    def signature(self) -> str:
        return self._joined(Part.SIGNATURE)

    def rewritten(self, change: Callable[[str], str]) -> "Parts":
        """The same parts with every text changed."""
        return Parts(tuple(replace(one, text=change(one.text)) for one in self.pieces))

    def relabelled(self, was: Part, now: Part, why: Why) -> "Parts":
        """The same pieces, those of one part counted to another."""
        return Parts(
            tuple(
                replace(one, part=now, why=why) if one.part is was else one for one in self.pieces
            )
        )

    def _joined(self, *parts: Part) -> str:
        return joined(one.text for one in self.pieces if one.part in parts)


def joined(texts: Iterable[str]) -> str:
    """Texts under each other, without the blank lines around the whole."""
    return "\n".join(text.rstrip("\n") for text in texts if text.strip()).strip()
