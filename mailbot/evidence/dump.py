"""The facts in the header of a Windows memory dump: its first 8 KiB are enough.

Windows fills unknown fields with the letters PAGE; the sender may have forged the rest.
Implausible values are ignored, and no byte sequence is an error.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from mailbot.evidence.bugchecks import LIVE, bugcheck_name

HEAD = 0x2000 + 0x40  # the header of a 64-bit dump, and of the bitmap after it


class Kind(StrEnum):
    """Which part of the machine's memory a dump holds."""

    FULL = "full"
    BITMAP = "bitmap"
    KERNEL = "kernel"
    MINI = "mini"
    LIVE = "live"
    USER = "user"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dump:
    """The facts of a dump. ``whole`` is None if the header does not tell.

    A BITMAP dump ("active memory") holds what kernel and programs used, a USER dump one program.
    """

    kind: Kind
    whole: bool | None = None
    bits: int = 64
    bugcheck: int | None = None
    name: str = ""
    parameters: tuple[int, ...] = ()
    build: int | None = None
    machine: str = ""
    at: datetime | None = None
    uptime: timedelta | None = None
    required: int | None = None


@dataclass(frozen=True, slots=True)
class _Layout:
    """The offsets of the fields: DUMP_HEADER64 and DUMP_HEADER32 of the Windows Driver Kit."""

    bits: int
    size: int
    machine: int
    bugcheck: int
    parameters: int
    pages: int
    kind: int
    required: int
    time: int
    uptime: int
    word: str


_64 = _Layout(64, 0x2000, 0x30, 0x38, 0x40, 0x90, 0xF98, 0xFA0, 0xFA8, 0x1030, "Q")
_32 = _Layout(32, 0x1000, 0x20, 0x28, 0x2C, 0x68, 0xF88, 0xFA0, 0xFC0, 0xFB8, "I")

_KINDS: Mapping[int, Kind] = MappingProxyType(
    {
        1: Kind.FULL,
        2: Kind.KERNEL,
        3: Kind.MINI,
        4: Kind.MINI,
        5: Kind.BITMAP,
        6: Kind.KERNEL,
        7: Kind.KERNEL,
        8: Kind.KERNEL,
        9: Kind.BITMAP,
        10: Kind.FULL,
    }
)
_MACHINES: Mapping[int, str] = MappingProxyType({0x14C: "x86", 0x8664: "x64", 0xAA64: "arm64"})
_PAGE = 0x1000
_MOST_PAGES = 1 << 36
_MOST_BYTES = 1 << 48
_MOST_BUILD = 1_000_000
_LONGEST = timedelta(days=3650)
_TICKS = 10_000_000
_EPOCH_1601 = datetime(1601, 1, 1, tzinfo=UTC)
_EPOCH_1970 = datetime(1970, 1, 1, tzinfo=UTC)
_YEARS = range(1990, 2101)
_UNSET = int.from_bytes(b"PAGE", "little")


def read_dump(head: bytes, size: int | None) -> Dump | None:
    """The facts of a dump that begins with ``head``, ``size`` bytes long if that is known."""
    if head.startswith(b"MDMP"):
        return _user_dump(head)
    for magic, layout in ((b"PAGEDU64", _64), (b"PAGEDUMP", _32)):
        if head.startswith(magic):
            return _kernel_dump(head, size, layout)
    return None


def _user_dump(head: bytes) -> Dump:
    seconds = _number(head, 0x14, "I")
    at = _moment(_EPOCH_1970, seconds) if seconds else None
    return Dump(Kind.USER, at=at, bits=0)


def _kernel_dump(head: bytes, size: int | None, layout: _Layout) -> Dump:
    if len(head) < layout.size:
        cut = size is not None and size < layout.size
        return Dump(Kind.UNKNOWN, whole=False if cut else None, bits=layout.bits)
    code = _number(head, layout.bugcheck, "I")
    kind = _kind(head, layout, code)
    return Dump(
        kind=kind,
        whole=_is_whole(head, size, layout, kind),
        bits=layout.bits,
        bugcheck=None if code == _UNSET else code,
        name=bugcheck_name(code),
        parameters=struct.unpack_from(f"<4{layout.word}", head, layout.parameters),
        build=_possible(_number(head, 0xC, "I"), _MOST_BUILD),
        machine=_MACHINES.get(_number(head, layout.machine, "I"), ""),
        at=_moment(_EPOCH_1601, _number(head, layout.time, "Q") // _TICKS),
        uptime=_uptime(_number(head, layout.uptime, "Q")),
        required=_required(head, layout),
    )


def _kind(head: bytes, layout: _Layout, code: int) -> Kind:
    number = _number(head, layout.kind, "I")
    kind = _KINDS.get(number, Kind.UNKNOWN)
    if kind is Kind.BITMAP and head.startswith(b"SDMPDUMP", layout.size):
        kind = Kind.KERNEL
    return Kind.LIVE if kind is Kind.KERNEL and code in LIVE else kind


def _counted(head: bytes, layout: _Layout, kind: Kind) -> int | None:
    """The file size that the page counts in the header require."""
    if kind is Kind.FULL:
        pages = _possible(_number(head, layout.pages, layout.word), _MOST_PAGES)
        return layout.size + pages * _PAGE if pages else None
    if layout is _64 and head[layout.size + 1 :].startswith(b"DMPDUMP") and len(head) >= HEAD:
        first = _possible(_number(head, layout.size + 0x20, "Q"), _MOST_BYTES)
        pages = _possible(_number(head, layout.size + 0x28, "Q"), _MOST_PAGES)
        return first + pages * _PAGE if first and pages else None
    return None


def _is_whole(head: bytes, size: int | None, layout: _Layout, kind: Kind) -> bool | None:
    """Whether the file is complete; a kernel dump may be shorter than its header asks for."""
    required = _required(head, layout)
    counted = _counted(head, layout, kind)
    if size is None or (counted is None and required is None):
        return None
    if size >= (counted or required or 0):
        return True
    return False if counted or kind in (Kind.FULL, Kind.MINI) else None


def _required(head: bytes, layout: _Layout) -> int | None:
    return _possible(_number(head, layout.required, "Q"), _MOST_BYTES)


def _number(head: bytes, offset: int, form: str) -> int:
    """A little-endian number, or 0 if the bytes end before it."""
    width = struct.calcsize(form)
    return int.from_bytes(head[offset : offset + width], "little")


def _possible(number: int, most: int) -> int | None:
    return number if 0 < number <= most else None


def _moment(epoch: datetime, seconds: int) -> datetime | None:
    try:
        moment = epoch + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return moment if moment.year in _YEARS else None


def _uptime(ticks: int) -> timedelta | None:
    seconds = ticks // _TICKS
    longest = int(_LONGEST.total_seconds())
    return timedelta(seconds=seconds) if 0 < seconds <= longest else None
