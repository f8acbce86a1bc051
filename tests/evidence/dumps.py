"""Invented dump headers, laid out as Windows lays them out."""

import struct
from dataclasses import dataclass
from datetime import UTC, datetime

AT = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
CODE, PARAMETERS = 0x3B, (0xC0000005, 0xFFFFF80001234567, 0xFFFFD000, 0)
PAGE = 0x1000


@dataclass(frozen=True)
class Header:
    kind: int = 1
    code: int = CODE
    pages: int = 4
    required: int = 0x2000 + 4 * PAGE
    machine: int = 0x8664
    ticks: int = int((AT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    up: int = 3600 * 10**7

    def bytes64(self) -> bytes:
        head = bytearray(b"PAGE" * 0x800)
        head[:8] = b"PAGEDU64"
        struct.pack_into("<II", head, 0x08, 15, 19045)
        struct.pack_into("<III", head, 0x30, self.machine, 8, self.code)
        struct.pack_into("<4Q", head, 0x40, *PARAMETERS)
        struct.pack_into("<IIQQQ", head, 0x88, 1, 0, self.pages, 1, self.pages)
        struct.pack_into("<IIQQ", head, 0xF98, self.kind, 0, self.required, self.ticks)
        struct.pack_into("<Q", head, 0x1030, self.up)
        return bytes(head)

    def bytes32(self) -> bytes:
        head = bytearray(b"PAGE" * 0x400)
        head[:8] = b"PAGEDUMP"
        struct.pack_into("<II", head, 0x08, 15, 7601)
        struct.pack_into("<III4I", head, 0x20, 0x14C, 2, self.code, 1, 2, 3, 4)
        struct.pack_into("<IIII", head, 0x64, 1, self.pages, 1, self.pages)
        struct.pack_into("<I", head, 0xF88, self.kind)
        struct.pack_into("<Q", head, 0xFA0, self.required)
        struct.pack_into("<QQ", head, 0xFB8, self.up, self.ticks)
        return bytes(head)


def bitmap(magic: bytes, first: int, pages: int) -> bytes:
    """The header that follows in a bitmap dump."""
    head = magic.ljust(0x20, b"\0") + struct.pack("<QQQ", first, pages, pages * 8)
    return head.ljust(0x40, b"\0")
