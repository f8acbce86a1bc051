"""The invented dump carries a true header: what it says is what was put in."""

import struct
from datetime import UTC, datetime

import pytest

from mailbot.demo.crash_dump import FULL, KERNEL, Crash, crash_dump

CRASH = Crash(0x139, (3, 17, 18, 0), datetime(2026, 3, 2, 7, 12, tzinfo=UTC))


@pytest.mark.parametrize("kind", [FULL, KERNEL], ids=["full", "kernel"])
def test_the_header_tells_bugcheck_parameters_and_kind(kind: int) -> None:
    dump = crash_dump(CRASH, kind, 9)

    assert dump[:8] == b"PAGEDU64"
    assert struct.unpack_from("<I", dump, 0x38) == (0x139,)
    assert struct.unpack_from("<4Q", dump, 0x40) == (3, 17, 18, 0)
    assert struct.unpack_from("<I", dump, 0xF98) == (kind,)


@pytest.mark.parametrize("kind", [FULL, KERNEL], ids=["full", "kernel"])
@pytest.mark.parametrize("pages", [1, 7, 8, 200])
def test_the_file_is_as_long_as_its_header_says(kind: int, pages: int) -> None:
    dump = crash_dump(CRASH, kind, pages)

    assert struct.unpack_from("<q", dump, 0xFA0) == (len(dump),)


def test_a_kernel_dump_counts_its_pages_in_the_bitmap() -> None:
    dump = crash_dump(CRASH, KERNEL, 9)
    first, present, bits = struct.unpack_from("<QQQ", dump, 0x2020)

    assert dump[0x2000:0x2008] == b"SDMPDUMP"
    assert (len(dump) - first) // 0x1000 == present == 9
    assert sum(byte.bit_count() for byte in dump[0x2038 : 0x2038 + bits // 8]) == 9
