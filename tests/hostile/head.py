"""The head of a hostile mail: what an honest one has, so that only the harm is odd in it."""

from collections.abc import Callable, Iterator
from random import Random

Dice = Random
# a mail in pieces: some of them are larger than a test wants to hold
Pieces = Iterator[bytes]
Kind = Callable[[Dice], Pieces]

DESK = "support@support.example"
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\n"


def head(dice: Dice, *more: str | bytes, subject: str = "Our server stopped") -> bytes:
    """From a customer to the desk, stamped by the desk's server; ``more`` are its other headers."""
    number = dice.getrandbits(48)
    lines = [
        b"Authentication-Results: mx.support.example; dmarc=pass header.from=bad.example",
        b"From: Mallory <m%d@bad.example>" % (number % 97),
        b"To: %s" % DESK.encode(),
        b"Subject: %s %d" % (subject.encode(), number),
        b"Message-ID: <%d@bad.example>" % number,
        b"Date: Mon, 02 Mar 2026 10:00:00 +0800",
        *(one if isinstance(one, bytes) else one.encode() for one in more),
    ]
    return b"\r\n".join(lines) + b"\r\n"


def plain(dice: Dice, *more: str | bytes) -> bytes:
    """The same with the blank line behind it, for a text of one part."""
    return head(dice, "MIME-Version: 1.0", *more) + b"\r\n"


def html(dice: Dice) -> bytes:
    return plain(dice, "Content-Type: text/html; charset=utf-8")


def mixed(dice: Dice) -> bytes:
    """A multipart whose boundary is ``B``, with a short text in front."""
    made = head(dice, "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=B")
    return made + b"\r\n--B\r\n" + TEXT + b"See what is attached.\r\n"


def many(piece: bytes, size: int) -> Pieces:
    """``size`` bytes of the same, or a little less, in pieces of up to a megabyte."""
    block = piece * max(1, (1 << 20) // len(piece))
    for _ in range(size // len(block)):
        yield block
    yield piece * (size % len(block) // len(piece))
