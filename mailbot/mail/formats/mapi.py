"""The properties in a TNEF stream (MS-OXTNEF, 2.1.3.4), read within the bounds of its bytes."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_MOST = 2_000
_MULTIPLE, _NAMED = 0x1000, 0x8000
_TWO, _EIGHT = frozenset({0x0002, 0x000B}), frozenset({0x0005, 0x0006, 0x0007, 0x0014, 0x0040})
_LONG = frozenset({0x000D, 0x001E, 0x001F, 0x0102})
_FOUR = frozenset({0x0001, 0x0003, 0x0004, 0x000A})
_GUID, _OBJECT = 16, 0x000D
_CLSID = 0x0048
UNICODE, TIME, NUMBER = 0x001F, 0x0040, 0x0003
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Property:
    """One property: ``number`` is its id; for a named one ``named`` is its id in its set."""

    number: int
    named: int
    type: int
    data: bytes

    @property
    def value(self) -> int:
        return int.from_bytes(self.data[:4], "little")

    @property
    def moment(self) -> datetime | None:
        """A FILETIME, in ticks of 100 ns since 1601."""
        try:
            return _EPOCH + timedelta(microseconds=int.from_bytes(self.data[:8], "little") // 10)
        except OverflowError:
            return None


def properties(raw: bytes) -> Iterator[Property]:
    """As many properties as can be read; counts beyond the bytes are ignored."""
    cursor = _Cursor(raw)
    try:
        for _ in range(min(cursor.number(), _MOST)):
            yield from _property(cursor)
    except struct.error:
        return


class _Cursor:
    __slots__ = ("at", "raw")

    def __init__(self, raw: bytes) -> None:
        self.raw, self.at = raw, 0

    def take(self, count: int, pad: int = 4) -> bytes:
        if count > len(self.raw) - self.at:
            raise struct.error("it ends too early")
        taken = self.raw[self.at : self.at + count]
        self.at += count + -count % pad
        return taken

    def number(self) -> int:
        return int.from_bytes(self.take(4), "little")


def _property(cursor: _Cursor) -> Iterator[Property]:
    kind, number = struct.unpack("<HH", cursor.take(4))
    named = _name(cursor) if number >= _NAMED else 0
    several = bool(kind & _MULTIPLE)
    kind &= ~_MULTIPLE
    count = min(cursor.number(), _MOST) if several or kind in _LONG else 1
    for at in range(count):
        data = _value(cursor, kind, last=at == count - 1)
        yield Property(number, named, kind, data)


def _name(cursor: _Cursor) -> int:
    cursor.take(_GUID)
    if cursor.number() == 0:
        return cursor.number()
    cursor.take(cursor.number())
    return 0


def _value(cursor: _Cursor, kind: int, *, last: bool) -> bytes:
    if kind in _LONG:
        data = cursor.take(cursor.number())
        return data[_GUID:] if kind == _OBJECT else data
    if kind in _TWO:
        return cursor.take(2, 4 if last else 1)
    if kind in _EIGHT:
        return cursor.take(8)
    if kind == _CLSID:
        return cursor.take(_GUID)
    if kind in _FOUR:
        return cursor.take(4)
    raise struct.error(f"no type {kind:#x} is known")
