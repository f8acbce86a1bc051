"""The body of a mail in pieces, in order: new text, quote, signature, forwarded text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Part(StrEnum):
    """The kind of a piece: written by the sender for this mail, or not."""

    NEW = "new"
    QUOTED = "quoted"
    SIGNATURE = "signature"
    FORWARDED = "forwarded"


class Why(StrEnum):
    """How a piece was recognised."""

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
    """Lines of a body of one kind; equality ignores how they were recognised."""

    part: Part
    text: str
    why: Why = field(default=Why.WRITTEN, compare=False)


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of a body; every line is in exactly one of them."""

    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The new text: the sender's own words, and text by others that they forward."""
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
        """The parts with every text changed."""
        return Parts(tuple(replace(one, text=change(one.text)) for one in self.pieces))

    def relabelled(self, was: Part, now: Part, why: Why) -> "Parts":
        """The pieces, with one kind relabelled as another."""
        return Parts(
            tuple(
                replace(one, part=now, why=why) if one.part is was else one for one in self.pieces
            )
        )

    def _joined(self, *parts: Part) -> str:
        return joined(one.text for one in self.pieces if one.part in parts)


def joined(texts: Iterable[str]) -> str:
    """Texts below each other, without blank lines around the whole."""
    return "\n".join(text.rstrip("\n") for text in texts if text.strip()).strip()
