"""Counts the decoded bytes of an encoded body as it streams by (RFC 2045, 6)."""

from binascii import a2b_qp
from typing import Protocol

_LONGEST_LINE = 64 << 10


class Count(Protocol):
    """Counts decoded bytes, piece by piece."""

    def add(self, some: bytes) -> None: ...

    def total(self) -> int: ...


def count_of(encoding: str) -> Count:
    """The counter for this Content-Transfer-Encoding."""
    match encoding.strip().lower():
        case "base64":
            return Base64()
        case "quoted-printable":
            return QuotedPrintable()
        case _:
            return AsItStands()


class AsItStands:
    """7bit, 8bit, binary, and unknown encodings."""

    def __init__(self) -> None:
        self._seen = 0

    def add(self, some: bytes) -> None:
        self._seen += len(some)

    def total(self) -> int:
        return self._seen


class Base64:
    """Four characters make three bytes; what follows the padding is ignored, as in `binascii`."""

    def __init__(self) -> None:
        self._letters = 0
        self._ended = False

    def add(self, some: bytes) -> None:
        if self._ended:
            return
        before, padding, _ = some.partition(b"=")
        self._letters += len(before.translate(None, _NO_BASE64))
        self._ended = bool(padding)

    def total(self) -> int:
        whole, rest = divmod(self._letters, 4)
        return whole * 3 + max(rest - 1, 0)


class QuotedPrintable:
    """Decoded line by line, and only counted."""

    def __init__(self) -> None:
        self._decoded = 0
        self._held = b""

    def add(self, some: bytes) -> None:
        held = self._held + some
        end = held.rfind(b"\n") + 1
        if not end and len(held) > _LONGEST_LINE:
            # an escape like "=3D" may be split between two pieces
            end = len(held) - 2 if b"=" not in held[-2:] else held.rfind(b"=", -2)
        self._decoded += len(a2b_qp(held[:end]))
        self._held = held[end:]

    def total(self) -> int:
        return self._decoded + len(a2b_qp(self._held))


_NO_BASE64 = bytes(
    set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
)
