"""What the header of a memory dump tells."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mailbot.evidence.bugchecks import BUGCHECKS, bugcheck_name
from mailbot.evidence.dump import HEAD, Dump, Kind, read_dump
from tests.evidence.dumps import AT, PAGE, PARAMETERS, Header, bitmap

WHOLE = 0x2000 + 4 * PAGE


def read(head: bytes, size: int | None = WHOLE) -> Dump:
    dump = read_dump(head, size)
    assert dump is not None
    return dump


def test_all_facts_of_a_64_bit_dump() -> None:
    assert read(Header().bytes64()) == Dump(
        kind=Kind.FULL,
        whole=True,
        bits=64,
        bugcheck=0x3B,
        name="SYSTEM_SERVICE_EXCEPTION",
        parameters=PARAMETERS,
        build=19045,
        machine="x64",
        at=AT,
        uptime=timedelta(hours=1),
        required=WHOLE,
    )


def test_all_facts_of_a_32_bit_dump() -> None:
    assert read(Header().bytes32()) == Dump(
        kind=Kind.FULL,
        whole=True,
        bits=32,
        bugcheck=0x3B,
        name="SYSTEM_SERVICE_EXCEPTION",
        parameters=(1, 2, 3, 4),
        build=7601,
        machine="x86",
        at=AT,
        uptime=timedelta(hours=1),
        required=WHOLE,
    )


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (1, Kind.FULL), (2, Kind.KERNEL), (4, Kind.MINI), (5, Kind.BITMAP), (6, Kind.KERNEL),
        (7, Kind.KERNEL), (8, Kind.KERNEL), (9, Kind.BITMAP), (10, Kind.FULL),
        (0, Kind.UNKNOWN), (11, Kind.UNKNOWN), (0xFFFFFFFF, Kind.UNKNOWN),
    ],
)  # fmt: skip
def test_the_kind_of_a_dump(number: int, kind: Kind) -> None:
    assert read(Header(kind=number).bytes64()).kind is kind


def test_a_kernel_dump_of_a_running_machine_is_a_live_one() -> None:
    assert read(Header(kind=6, code=0x161).bytes64()).kind is Kind.LIVE
    assert read(Header(kind=1, code=0x161).bytes64()).kind is Kind.FULL


@pytest.mark.parametrize(
    ("magic", "kind"), [(b"SDMPDUMP", Kind.KERNEL), (b"FDMPDUMP", Kind.BITMAP)]
)
def test_the_bitmap_tells_what_a_bitmap_dump_holds(magic: bytes, kind: Kind) -> None:
    head = Header(kind=5).bytes64() + bitmap(magic, 0x3000, 4)

    assert read(head, 0x7000).kind is kind
    assert read(head, 0x7000).whole is True
    assert read(head, 0x6FFF).whole is False
    assert len(head) == HEAD


@pytest.mark.parametrize(
    ("header", "size", "whole"),
    [
        (Header(), WHOLE, True),
        (Header(), WHOLE + 1, True),
        (Header(), WHOLE - 1, False),
        (Header(), None, None),
        (Header(pages=0, required=WHOLE), WHOLE - 1, False),
        (Header(pages=1 << 40, required=WHOLE), WHOLE, True),
        (Header(kind=4, required=262144), 262144, True),
        (Header(kind=4, required=262144), 131072, False),
        (Header(kind=6, required=WHOLE), WHOLE, True),
        (Header(kind=6, required=WHOLE), WHOLE - 1, None),
        (Header(kind=6, required=0x4547415045474150), WHOLE, None),
        (Header(kind=0, required=WHOLE), WHOLE - 1, None),
    ],
)
def test_whether_a_dump_is_whole(header: Header, size: int | None, whole: bool | None) -> None:
    assert read(header.bytes64(), size).whole is whole


@pytest.mark.parametrize("cut", [8, 100, 0x1000, 0x1FFF])
def test_a_header_that_is_cut_off_tells_only_that(cut: int) -> None:
    assert read(Header().bytes64()[:cut], cut) == Dump(Kind.UNKNOWN, whole=False)
    assert read(Header().bytes64()[:cut], WHOLE) == Dump(Kind.UNKNOWN, whole=None)


def test_what_windows_left_unfilled_is_not_known() -> None:
    head = b"PAGEDU64" + b"PAGE" * 0x7FE

    dump = read(head)

    assert (dump.kind, dump.bugcheck, dump.name) == (Kind.UNKNOWN, None, "")
    assert (dump.build, dump.machine) == (None, "")
    assert (dump.at, dump.uptime, dump.required, dump.whole) == (None, None, None, None)


def test_a_time_that_can_not_be_is_none() -> None:
    assert read(Header(ticks=0, up=0).bytes64()).at is None
    assert read(Header(ticks=(1 << 64) - 1, up=(1 << 64) - 1).bytes64()).at is None
    assert read(Header(ticks=0, up=(1 << 64) - 1).bytes64()).uptime is None


def test_a_dump_of_one_program() -> None:
    head = b"MDMP\x93\xa7\0\0".ljust(0x14, b"\0") + int(AT.timestamp()).to_bytes(4, "little")

    assert read(head) == Dump(Kind.USER, at=AT, bits=0)
    assert read(b"MDMP").at is None


@pytest.mark.parametrize("head", [b"", b"PAGE", b"PAGEDU6", b"pagedu64", b"PK\x03\x04", b"MDM"])
def test_what_is_no_dump(head: bytes) -> None:
    assert read_dump(head, 100_000) is None


_FUZZ = st.builds(
    lambda head, changes: bytes(
        changes.get(place, byte) for place, byte in enumerate(head)
    ),
    st.sampled_from(
        [
            Header().bytes64() + bitmap(b"SDMPDUMP", 0x3000, 4),
            Header(kind=5).bytes64() + bitmap(b"FDMPDUMP", 0x3000, 4),
            Header().bytes32(),
        ]
    ),
    st.dictionaries(st.integers(8, 0x2040), st.integers(0, 255), max_size=64),
)  # fmt: skip


@given(_FUZZ, st.integers(0, HEAD), st.none() | st.integers(0, 1 << 70))
@example(b"PAGEDU64" + b"\xff" * 0x2040, HEAD, 0)
@example(b"PAGEDUMP" + b"\xff" * 0x2040, HEAD, 0)
@example(b"MDMP" + b"\xff" * 100, HEAD, 0)
def test_no_header_is_an_error(head: bytes, cut: int, size: int | None) -> None:
    dump = read(head[: max(cut, 8)], size)

    assert dump.at is None or 1990 <= dump.at.year <= 2100
    assert dump.uptime is None or dump.uptime <= timedelta(days=3650)


@given(st.binary(max_size=200), st.integers(0, 1 << 40))
def test_no_bytes_are_an_error(head: bytes, size: int) -> None:
    read_dump(head, size)
    read_dump(b"PAGEDU64" + head, size)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (0xD1, "DRIVER_IRQL_NOT_LESS_OR_EQUAL"),
        (0x1000007E, "SYSTEM_THREAD_EXCEPTION_NOT_HANDLED_M"),
        (0x124, "WHEA_UNCORRECTABLE_ERROR"),
        (0xDEADDEAD, ""),
        (0x10000000, ""),
        (0, ""),
    ],
)
def test_the_name_of_a_stop_code(code: int, name: str) -> None:
    assert bugcheck_name(code) == name
    assert len(BUGCHECKS) >= 40


def test_times_are_aware() -> None:
    at = read(Header().bytes64()).at
    assert at == datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
