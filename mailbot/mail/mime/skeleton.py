"""Reduces a large mail to a skeleton: its parts, its texts, and the sizes of its files.

The mail is read in pieces and its delimiters are followed as the standard library's parser does,
so that parsing the skeleton gives what parsing the whole mail would give.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from email.message import Message as Tree
from email.parser import BytesHeaderParser

from mailbot.mail.mime import limits
from mailbot.mail.mime.feed import Delimiter, Feed
from mailbot.mail.mime.raw import Raw, pieces_of
from mailbot.mail.mime.transfer_encoding import count_of

# up to this size a mail is parsed unchanged
SMALL = 64 << 10
_SIZE = "X-Mailbot-Decoded-Size"
# our header for the size left out; removed from incoming mails
_CLAIMED = re.compile(rb"(?im)^x-mailbot-decoded-size[ \t]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n?")
_READ = ("text/plain", "text/html", "text/enriched", "text/richtext")
_OPENED = re.compile(
    r"(?:application|text)/(?:(?:x-|vnd\.)?ms-tnef|calendar|ics|(?:x-)?zip(?:-compressed)?"
    r"|(?:x-)?pkcs7-mime"
    r"|rfc822-headers)|message/"
)
_REPORT = "message/delivery-status"
# how much of each sort is kept, in total and per part
_PURSES = {
    "read": 704 << 10, "opened": 4 << 20, "report": 64 << 10, "picture": 512 << 10,
    "other": 512 << 10,
}  # fmt: skip
_MOST_OF_ONE = {"picture": 8 << 10, "other": 8 << 10}
# texts are truncated to fit; other files are kept whole or not at all
_CUT = ("read", "report", "picture")


@dataclass(frozen=True, slots=True)
class Gist:
    """What is parsed of a mail: a small one unchanged, else its skeleton."""

    content: bytes
    is_skeleton: bool


def gist(raw: Raw) -> Gist:
    """The mail itself if it is small, else its skeleton. Raises UnreadableMail."""
    if isinstance(raw, bytes) and len(raw) <= SMALL:
        return Gist(raw, is_skeleton=False)
    return Gist(skeleton(raw), is_skeleton=True)


def skeleton(raw: Raw) -> bytes:
    """The skeleton of a mail. Raises UnreadableMail."""
    return _Scan(Feed(pieces_of(raw))).run()


def left_out(part: Tree) -> int | None:
    """The decoded size of a part that the skeleton left out; None for one it kept."""
    size = str(part.get(_SIZE, ""))
    return int(size) if size.isdecimal() else None


def disbelieve(tree: Tree) -> None:
    """Remove forged left-out headers from a mail that is parsed unchanged."""
    for part in tree.walk():
        del part[_SIZE]


@dataclass(slots=True)
class _Frame:
    """An open multipart, or (without a name) an enclosed mail; ``slot`` is for its size."""

    name: bytes | None
    kind: str = ""
    slot: int = 0
    began: int = 0
    is_cut: bool = False


@dataclass(slots=True)
class _Scan:
    feed: Feed
    out: list[bytes] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    parts: int = 0
    purses: dict[str, int] = field(default_factory=lambda: dict(_PURSES))
    _headers_left: int = 2 * limits.LONGEST_HEADERS

    def run(self) -> bytes:
        self.feed.skip_blank()
        follows = self._part()
        while follows is not None:
            follows = self._divide(follows)
        self._close(self.frames, self.feed.passed)
        return b"".join(self.out)

    def _divide(self, delimiter: Delimiter) -> Delimiter | None:
        """Handle a delimiter: a part follows, or its multipart ends."""
        # an outer boundary hides an equal inner one, as in the standard library
        at = next(at for at, one in enumerate(self.frames) if one.name == delimiter.name)
        self._close(self.frames[at + 1 :], delimiter.began)
        del self.frames[at + 1 :]
        self.out.append(delimiter.line)
        if delimiter.is_last:
            self.frames.pop()
            return self._passage("other")
        self.parts += 1
        limits.check_parts(self.parts)
        return self._part()

    def _part(self) -> Delimiter | None:
        most = min(self._headers_left, limits.LONGEST_HEADERS)
        block = self.feed.headers(most, self._names())
        if block is None:
            raise limits.too_many_headers()
        self._headers_left -= len(block)
        block = _CLAIMED.sub(b"", block)
        limits.check_parameters(block)
        part = BytesHeaderParser().parsebytes(block)
        if self.frames and self.frames[-1].kind == "multipart/digest":
            part.set_default_type("message/rfc822")
        if part.get_content_maintype() == "message" and part.get_content_type() != _REPORT:
            return self._enclosed(block)
        name = _boundary(part)
        if name is None:
            return self._leaf(part, block)
        self.out.append(block)
        self._open(_Frame(name, part.get_content_type()))
        return self._passage("read")

    def _enclosed(self, block: bytes) -> Delimiter | None:
        head, blank = _divided(block)
        self.out += [head, b"", blank]
        self._open(_Frame(None, slot=len(self.out) - 2, began=self.feed.passed))
        return self._part()

    def _leaf(self, part: Tree, block: bytes) -> Delimiter | None:
        purse = _purse(part)
        count = count_of(str(part.get("content-transfer-encoding", "")))
        kept, size, follows = self._body(self._room(purse), count.add)
        if size <= self._room(purse):
            self.out += [block, kept]
        else:
            kept = _whole_lines(kept) if purse in _CUT else b""
            head, blank = _divided(block)
            self.out += [head, _size(count.total()), blank, kept]
            for frame in self.frames:
                frame.is_cut = True
        self.purses[purse] -= len(kept)
        return follows

    def _passage(self, purse: str) -> Delimiter | None:
        """The preamble or epilogue of a multipart: parsed only if there is no part."""
        kept, _, follows = self._body(self._room(purse), len)
        self.out.append(kept)
        self.purses[purse] -= len(kept)
        return follows

    def _body(
        self, most: int, passes: Callable[[bytes], object]
    ) -> tuple[bytes, int, Delimiter | None]:
        """The first ``most`` bytes up to the next delimiter, the total size, and the delimiter."""
        kept: list[bytes] = []
        size = 0
        for some in self.feed.body(self._names()):
            if isinstance(some, Delimiter):
                return b"".join(kept), size, some
            passes(some)
            if size < most:
                kept.append(some[: most - size])
            size += len(some)
        return b"".join(kept), size, None

    def _room(self, purse: str) -> int:
        return min(self.purses[purse], _MOST_OF_ONE.get(purse, self.purses[purse]))

    def _names(self) -> tuple[bytes, ...]:
        return tuple(dict.fromkeys(one.name for one in self.frames if one.name is not None))

    def _open(self, frame: _Frame) -> None:
        self.frames.append(frame)
        limits.check_depth(len(self.frames))

    def _close(self, frames: Iterable[_Frame], ended: int) -> None:
        for frame in frames:
            if frame.name is None and frame.is_cut:
                self.out[frame.slot] = _size(ended - frame.began)


def _boundary(part: Tree) -> bytes | None:
    if part.get_content_maintype() != "multipart":
        return None
    try:
        name = part.get_boundary()
    except (ValueError, TypeError):
        return None
    if name is None:
        return None
    limits.check_boundary(name)
    return name.encode("ascii", "surrogateescape")


def _purse(part: Tree) -> str:
    """The budget of a part: texts and some files are read, of others only name and size."""
    kind = part.get_content_type()
    if kind == _REPORT:
        return "report"
    if part.get_content_maintype() == "multipart":
        return "read"
    if kind in _READ and part.get_content_disposition() != "attachment":
        return "read"
    if part.get_content_maintype() == "image":
        return "picture"
    named = f"{part.get('content-type', '')} {part.get('content-disposition', '')}".lower()
    is_opened = _OPENED.match(kind) or "winmail.dat" in named
    return "opened" if is_opened else "other"


def _whole_lines(kept: bytes) -> bytes:
    """Cut at the end of a line, if there is one."""
    return kept[: kept.rfind(b"\n") + 1] or kept


def _divided(block: bytes) -> tuple[bytes, bytes]:
    """The headers, and the blank line after them."""
    head = block.rstrip(b"\r\n") + b"\r\n"
    return head if head.strip() else b"", b"\r\n"


def _size(size: int) -> bytes:
    return b"%s: %d\r\n" % (_SIZE.encode(), size)
