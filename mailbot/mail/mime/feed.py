"""Reads a mail that comes in pieces: its header blocks, and its bodies up to the next delimiter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.mail.mime import limits

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_END = b"\r\n"
_BLANK = (b"\r\n", b"\n", b"\r")
# lines of a header block, as the standard library sees them; anything else begins the body
_HEADER = re.compile(rb"From |[!-9;-~]*:|[\t ]")
_ENOUGH = 64 << 10
# the most white space after a delimiter (RFC 2046, 5.1.1)
_PADDING = 100


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A delimiter line between parts: its boundary, its position, and its bytes."""

    name: bytes
    is_last: bool
    began: int
    line: bytes


class Feed:
    """A window that moves over the pieces of a mail and only grows as far as needed.

    ``passed`` counts the bytes read, each line end as one.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = (
            piece[at : at + _ENOUGH] for piece in pieces for at in range(0, len(piece), _ENOUGH)
        )
        self._held = b""
        self._ended = False
        self._almost = 0
        self.passed = 0

    def skip_blank(self) -> None:
        """Skip line ends."""
        while self._wants(1):
            left = self._held.lstrip(_END)
            self._take(len(self._held) - len(left))
            if left:
                return

    def headers(self, most: int, names: Sequence[bytes]) -> bytes | None:
        """A header block with its final blank line; None if it has over ``most`` bytes.

        It also ends before a delimiter, and before a line that is no header.
        """
        delimiter = _rule(tuple(names)) if names else None
        for window in (min(most, _ENOUGH), most):
            self._wants(window + 2)
            end = self._end_of_headers(window, delimiter)
            if end is not None:
                return self._take(end)
        return None

    def body(self, names: Sequence[bytes]) -> Iterator[bytes | Delimiter]:
        """The body up to the next delimiter of these boundaries, and that delimiter."""
        if not names:
            yield from self._rest()
            return
        rule, marks = _rule(tuple(names)), [b"--" + name for name in names]
        tail = max(map(len, marks)) + _PADDING + 6
        self._wants(tail)
        found = rule.match(b"\n" + self._held[:tail])
        if found is not None:
            yield self._delimiter(found, found.end() - 1)
            return
        while True:
            more = self._wants(tail + _ENOUGH)
            if any(mark in self._held for mark in marks):
                found = self._search(rule)
                if found is not None:
                    yield self._take(found.start())
                    yield self._delimiter(found, found.end() - found.start())
                    return
                self._almost += sum(map(self._held.count, marks))
                limits.check_almost(self._almost)
            if not more:
                yield self._take(len(self._held))
                return
            yield self._take(len(self._held) - tail)

    def _search(self, rule: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Find a complete delimiter: the end of the window is not the end of a line."""
        found = rule.search(self._held)
        seen_whole = found is not None and (found.end() < len(self._held) or self._ended)
        return found if seen_whole else None

    def _rest(self) -> Iterator[bytes]:
        while self._wants(1):
            yield self._take(len(self._held))

    def _end_of_headers(self, most: int, delimiter: re.Pattern[bytes] | None) -> int | None:
        at = 0
        while at <= most:
            end = _end_of_line(self._held, at)
            if end == len(self._held) and not self._ended:
                return None
            if not self._is_header(at, delimiter):
                return end if self._held[at:end] in _BLANK else at
            at = end
        return None

    def _is_header(self, at: int, delimiter: re.Pattern[bytes] | None) -> bool:
        if delimiter is not None and self._held.startswith(b"--", at):
            end = _end_of_line(self._held, at)
            if delimiter.match(b"\n" + self._held[at:end]):
                return False
        return _HEADER.match(self._held, at) is not None

    def _delimiter(self, found: re.Match[bytes], size: int) -> Delimiter:
        began, line = self.passed, self._take(size)
        self._wants(2)
        line += self._take(_end_of_line(self._held, 0))
        return Delimiter(found[1], found[2] is not None, began, line)

    def _wants(self, size: int) -> bool:
        """Fill the window to ``size`` bytes; False if fewer are left."""
        if len(self._held) < size and not self._ended:
            held, length = [self._held], len(self._held)
            for piece in self._pieces:
                held.append(piece)
                length += len(piece)
                if length >= size:
                    break
            else:
                self._ended = True
            self._held = b"".join(held)
        return len(self._held) >= size

    def _take(self, size: int) -> bytes:
        taken, self._held = self._held[:size], self._held[size:]
        self.passed += size - taken.count(b"\r")
        return taken


def _end_of_line(held: bytes, at: int) -> int:
    line = _LINE.match(held, at)
    return line.end() if line is not None else at


@lru_cache(maxsize=64)
def _rule(names: tuple[bytes, ...]) -> re.Pattern[bytes]:
    any_of = b"|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rb"(?:\r\n|\n|\r)--(" + any_of + rb")(--)?[ \t]{0,%d}+(?=[\r\n]|\Z)" % _PADDING
    )
