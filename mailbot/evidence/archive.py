"""Reads the start of an archive: its kind, whether it is encrypted, its first file."""

import struct
import zlib
from dataclasses import dataclass

from mailbot.evidence.dump import HEAD

_ZIP = b"PK\x03\x04"
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_LOCKED, _SIZE_COMES_LATER, _IS_UTF8 = 1, 8, 0x800
_STORED, _DEFLATED, _AES = 0, 8, 99
_ZIP64 = 0xFFFF_FFFF
_NAMES = 0xFFFF
_RAW, _GZIP = -15, 31
_OTHERS = ((b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07", "rar"))


@dataclass(frozen=True, slots=True)
class Inside:
    """The first file in an archive: as much of its beginning as could be unpacked."""

    name: str
    size: int | None
    head: bytes


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive; ``first`` is None for kinds that can't be unpacked from their beginning."""

    kind: str
    locked: bool = False
    first: Inside | None = None


def read_archive(head: bytes) -> Archive | None:
    """The archive that begins with these bytes, or None."""
    if head.startswith(_ZIP):
        return _zip(head)
    if head.startswith(b"\x1f\x8b\x08"):
        return Archive("gzip", first=Inside("", None, _unpacked(head, _GZIP)))
    return next((Archive(kind) for magic, kind in _OTHERS if head.startswith(magic)), None)


def _zip(head: bytes) -> Archive:
    """The local header of the first entry (APPNOTE 4.3.7)."""
    if len(head) < _LOCAL.size:
        return Archive("zip")
    _, _, flags, method, _, _, _, _, size, name_length, extra_length = _LOCAL.unpack_from(head)
    name_ends = _LOCAL.size + name_length
    data = head[name_ends + extra_length :]
    if flags & _LOCKED or method == _AES:
        return Archive("zip", locked=True)
    unknown = bool(flags & _SIZE_COMES_LATER) or size == _ZIP64
    first = Inside(
        name=_name(head[_LOCAL.size : name_ends], "utf-8" if flags & _IS_UTF8 else "gb18030"),
        size=_size_in_extra(head[name_ends : name_ends + extra_length]) if unknown else size,
        head=_plain(data, method),
    )
    return Archive("zip", first=first)


def _plain(data: bytes, method: int) -> bytes:
    if method == _STORED:
        return data[:HEAD]
    return _unpacked(data, _RAW) if method == _DEFLATED else b""


def _unpacked(data: bytes, how: int) -> bytes:
    """The start of the unpacked data, limited whatever the compression ratio."""
    try:
        return zlib.decompressobj(how).decompress(data, HEAD)
    except zlib.error:
        return b""


def _size_in_extra(extra: bytes) -> int | None:
    """The length of a file over 4 GB (APPNOTE 4.5.3); 0 if it was not known when writing."""
    while len(extra) >= struct.calcsize("<HH"):
        kind, length = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == 1 and len(field) >= struct.calcsize("<Q"):
            return int.from_bytes(field[:8], "little") or None
    return None


def _name(raw: bytes, charset: str) -> str:
    text = raw.decode(charset, errors="replace")
    return "".join(sign for sign in text if sign.isprintable())
