"""A synthetic Windows kernel dump: a true header over invented memory, small enough to send."""

import struct
from dataclasses import dataclass
from datetime import datetime

_PAGE = 0x1000
_HEADER = 0x2000
_AMD64 = 0x8664
_BREAKPOINT = 0x80000003
_EPOCH_1601 = 11644473600
_TICKS = 10_000_000
FULL, KERNEL = 1, 5


@dataclass(frozen=True, slots=True)
class Crash:
    """What the machine noted when it stopped."""

    bugcheck: int
    parameters: tuple[int, int, int, int]
    at: datetime
    up_seconds: int = 4 * 3600
    build: int = 19045


def crash_dump(crash: Crash, kind: int, pages: int) -> bytes:
    """A whole dump of `kind` (FULL or KERNEL) with this many pages of memory."""
    memory = b"".join(bytes([number & 0xFF]) * _PAGE for number in range(1, pages + 1))
    body = memory if kind == FULL else _bitmap(pages) + memory
    return _header(crash, kind, _HEADER + len(body), pages) + body


def _header(crash: Crash, kind: int, size: int, pages: int) -> bytes:
    header = bytearray(b"PAGE" * (_HEADER // 4))  # what Windows leaves in unused fields

    def put(offset: int, form: str, *values: int) -> None:
        struct.pack_into(f"<{form}", header, offset, *values)

    header[0:8] = b"PAGEDU64"
    put(0x08, "II", 15, crash.build)
    put(0x10, "4Q", 0x1AD000, *(0xFFFFF80000000000 + _PAGE * n for n in (2, 3, 4)))
    put(0x30, "II", _AMD64, 8)
    put(0x38, "I", crash.bugcheck)
    put(0x40, "4Q", *crash.parameters)
    put(0x80, "Q", 0xFFFFF80000005000)
    put(0x88, "IIQ", 1, 0, pages)
    put(0x98, "QQ", 1, pages)
    header[0x348 : 0x348 + 1232] = bytes(1232)
    header[0xF00:0xF98] = bytes(0x98)
    put(0xF00, "I", _BREAKPOINT)
    put(0xF98, "I", kind)
    put(0xFA0, "qq", size, int((crash.at.timestamp() + _EPOCH_1601) * _TICKS))
    header[0xFB0 : 0xFB0 + 128] = bytes(128)
    put(0x1030, "q", crash.up_seconds * _TICKS)
    return bytes(header)


def _bitmap(pages: int) -> bytes:
    """The bitmap header of a kernel dump, and which pages are in it."""
    present = -(-(pages + 1) // 8)
    bits = bytearray(present)
    for number in range(1, pages + 1):
        bits[number >> 3] |= 1 << (number & 7)
    first = -(-(_HEADER + 0x38 + present) // _PAGE) * _PAGE
    head = b"SDMPDUMP".ljust(0x20, b"\0") + struct.pack("<QQQ", first, pages, present * 8)
    return (head + bytes(bits)).ljust(first - _HEADER, b"\0")
