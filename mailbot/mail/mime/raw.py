"""The bytes of a mail: small ones as they are, large ones as pieces that come one at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

# a larger mail is never held in memory whole, and is read by its skeleton
LARGE = 256 << 10
PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Large:
    """A mail too large for memory: each call of ``pieces`` starts from its beginning."""

    size: int
    pieces: Callable[[], Iterator[bytes]]


Raw = bytes | Large


def pieces_of(raw: Raw) -> Iterator[bytes]:
    """The mail from its first byte to its last."""
    if isinstance(raw, bytes):
        return (raw[at : at + PIECE] for at in range(0, len(raw), PIECE))
    return raw.pieces()


def beginning(raw: Raw, size: int) -> bytes:
    """The first ``size`` bytes of the mail, or all where it has fewer."""
    found = b""
    for piece in pieces_of(raw):
        found += piece[: size - len(found)]
        if len(found) >= size:
            break
    return found
