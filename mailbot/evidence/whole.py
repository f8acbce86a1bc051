"""Whether an archive or a log is complete, from its first and its last bytes.

True if its end mark was found, False if it must have one and has not, None if these bytes do
not tell: nobody is asked to send a file again on a guess.
"""

import re
import struct
import zlib
from collections.abc import Callable

TAIL = 0x1_0000 + 0x40  # the end of a ZIP may be followed by a comment of 64 KiB

# a volume of a split archive: the end is in another file
_VOLUME = re.compile(r"\.(?:\d{3}|[rz]\d\d|part\d+\.(?:rar|zip|7z))$", re.IGNORECASE)
_ZIP, _ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
_ZIP_LAST = struct.Struct("<4s4H2LH")
_ZIP64 = 0xFFFF_FFFF
_GZIP, _GZIP_WHOLE_FILE = b"\x1f\x8b\x08", 31
_AT_ONCE = 1 << 16
_SEVEN, _SEVEN_START = b"7z\xbc\xaf\x27\x1c", struct.Struct("<QQ")
_SEVEN_HEADER = 32
_RAR4, _RAR5 = b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00"
_RAR4_LOCKED, _RAR5_LOCKED = 0x80, 4
_RAR4_END = re.compile(rb"\x7b.[\x40\xc0\x00]..", re.DOTALL)
_RAR5_END = re.compile(rb"\x03\x05\x04[\x00\x01]")
_RAR_END_WITHIN = 64
_TAR, _TAR_MAGIC_AT, _BLOCK = b"ustar", 257, 512
_EVENT_LOG = b"ElfFile\x00"
_CHUNK, _CHUNKS_AT, _HEADER_AT = 0x1_0000, 0x2A, 0x28
_CABINET, _CABINET_SIZE_AT = b"MSCF\0\0\0\0", 8


def is_whole(name: str, size: int, head: bytes, tail: bytes) -> bool | None:
    """``head`` and ``tail`` are the first HEAD and last TAIL bytes, or all of a shorter file."""
    if _VOLUME.search(name) or len(tail) < min(size, TAIL):
        return None
    way = next((way for magic, way in _WAYS if head.startswith(magic)), None)
    if way is None and head.startswith(_TAR, _TAR_MAGIC_AT):
        way = _tar
    return way(size, head, tail) if way is not None else None


def _zip(size: int, head: bytes, tail: bytes) -> bool:
    """Checks the end record (APPNOTE 4.3.16); an enclosed ZIP has one of its own."""
    del head
    at = tail.rfind(_ZIP_END)
    while at >= 0:
        if len(tail) - at >= _ZIP_LAST.size:
            *_, length, offset, comment = _ZIP_LAST.unpack_from(tail, at)
            ends = at + _ZIP_LAST.size + comment <= len(tail)
            before = size - len(tail) + at
            if ends and (_ZIP64 in (length, offset) or offset + length <= before):
                return True
        at = tail.rfind(_ZIP_END, 0, at)
    return False


def _gzip(size: int, head: bytes, tail: bytes) -> bool | None:
    """gzip has no end mark: a small file is unpacked, for a large one nothing can be said."""
    del head
    if size > len(tail):
        return None
    unpacker, data = zlib.decompressobj(_GZIP_WHOLE_FILE), tail
    try:
        while data and not unpacker.eof:
            unpacker.decompress(data, _AT_ONCE)
            data = unpacker.unconsumed_tail
        unpacker.decompress(b"", _AT_ONCE)
    except zlib.error:
        return None
    return unpacker.eof


def _seven(size: int, head: bytes, tail: bytes) -> bool:
    """The first header gives the place of the last one, which is written when all is packed."""
    del tail
    if len(head) < _SEVEN_HEADER:
        return False
    offset, length = _SEVEN_START.unpack_from(head, 12)
    is_begun = not length and size > _SEVEN_HEADER
    return not is_begun and bool(size >= _SEVEN_HEADER + offset + length)


def _rar4(size: int, head: bytes, tail: bytes) -> bool | None:
    del size
    flags = int.from_bytes(head[10:12], "little")
    if flags & _RAR4_LOCKED:
        return None
    return _RAR4_END.search(tail[-_RAR_END_WITHIN:]) is not None


def _rar5(size: int, head: bytes, tail: bytes) -> bool | None:
    """The length and type of the first header follow the signature and its checksum."""
    del size
    if head[13:14] == bytes([_RAR5_LOCKED]):
        return None
    return _RAR5_END.search(tail[-_RAR_END_WITHIN:]) is not None


def _tar(size: int, head: bytes, tail: bytes) -> bool:
    """Whether it has whole blocks, the last two of them empty."""
    del head
    return size % _BLOCK == 0 and tail.endswith(bytes(2 * _BLOCK))


def _event_log(size: int, head: bytes, tail: bytes) -> bool | None:
    del tail
    if len(head) < _CHUNKS_AT + 2:
        return False
    header = int.from_bytes(head[_HEADER_AT : _HEADER_AT + 2], "little")
    chunks = int.from_bytes(head[_CHUNKS_AT : _CHUNKS_AT + 2], "little")
    return bool(size >= header + chunks * _CHUNK) if chunks else None


def _cabinet(size: int, head: bytes, tail: bytes) -> bool:
    del tail
    return size >= int.from_bytes(head[_CABINET_SIZE_AT : _CABINET_SIZE_AT + 4], "little")


_WAYS: tuple[tuple[bytes, Callable[[int, bytes, bytes], bool | None]], ...] = (
    (_ZIP, _zip),
    (_GZIP, _gzip),
    (_SEVEN, _seven),
    (_RAR5, _rar5),
    (_RAR4, _rar4),
    (_EVENT_LOG, _event_log),
    (_CABINET, _cabinet),
)
