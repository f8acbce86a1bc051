"""Uuencoded files in a plain text (POSIX uuencode)."""

import re
from collections.abc import Sequence

_BEGIN = re.compile(rb"^begin [0-7]{3,4} (\S[^\r\n]{0,250})\r?$", re.MULTILINE)
_FULL, _OFFSET, _HIGHEST = 45, 32, 96
_MOST = 50
_SURELY = 20

Files = tuple[tuple[bytes, int], ...]


def taken_out(raw: bytes, *, is_cut: bool = False) -> tuple[bytes, Files]:
    """The text without its blocks, and the name and size of the file in each.

    A block without its ``end`` counts as ordinary text, unless the text itself is truncated
    (``is_cut``).
    """
    if not _BEGIN.search(raw):
        return raw, ()
    kept: list[bytes] = []
    files: list[tuple[bytes, int]] = []
    lines, at = raw.split(b"\n"), 0
    tries = 0
    while at < len(lines):
        begin = _BEGIN.match(lines[at]) if tries < _MOST else None
        tries += begin is not None
        end, size = _block(lines, at + 1, is_cut=is_cut) if begin else (at, 0)
        if begin and end > at:
            files.append((begin[1].strip(), size))
            at = end + 1
        else:
            kept.append(lines[at])
            at += 1
    return b"\n".join(kept), tuple(files)


def _block(lines: Sequence[bytes], start: int, *, is_cut: bool) -> tuple[int, int]:
    """Where the block that begins at ``start`` ends, and its bytes; (-1, 0) for none."""
    size = 0
    for at in range(start, len(lines)):
        line = lines[at].rstrip(b"\r")
        if line == b"end":
            return (at, size) if at > start else (-1, 0)
        count = (line[0] - _OFFSET) % 64 if line else 0
        if count > _FULL or not _fits(line.rstrip(b" "), count):
            return -1, 0
        size += count
    return (len(lines), size) if is_cut and len(lines) - start > _SURELY else (-1, 0)


def _fits(line: bytes, count: int) -> bool:
    """Whether a line holds ``count`` bytes: some programs drop final spaces or add a checksum."""
    full = 1 + (count + 2) // 3 * 4
    return len(line) <= full + 1 and not any(byte < _OFFSET or byte > _HIGHEST for byte in line)
