"""Files that lost their end are told from whole ones, and nothing is claimed on a guess."""

import gzip
import io
import struct
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.evidence.facts import HEAD, TAIL, describe
from mailbot.evidence.whole import is_whole
from tests.evidence.dumps import PAGE, Header

NOISE = bytes((number * number) % 251 for number in range(300_000))


def whole(content: bytes, name: str = "a") -> bool | None:
    return describe(name, len(content), content[:HEAD], content[-TAIL:]).whole


def a_zip(comment: bytes = b"", method: int = zipfile.ZIP_STORED, inner: bytes = NOISE) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr("a.log", inner)
        file.comment = comment
    return out.getvalue()


def a_tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as file:
        entry = tarfile.TarInfo("a.log")
        entry.size = len(NOISE)
        file.addfile(entry, io.BytesIO(NOISE))
    return out.getvalue()


SEVEN = b"7z\xbc\xaf\x27\x1c\0\4" + bytes(4) + struct.pack("<QQ", 500, 40) + bytes(4 + 540)
RAR4 = b"Rar!\x1a\x07\x00" + bytes(400) + b"\xc4\x3d\x7b\x00\x40\x07\x00"
RAR5 = b"Rar!\x1a\x07\x01\x00" + bytes(400) + b"\x1d\x77\x56\x51\x03\x05\x04\x00"
LOG = b"ElfFile\0" + bytes(32) + struct.pack("<HH", 4096, 2) + bytes(4096 - 44 + 2 * 65536)
CABINET = b"MSCF\0\0\0\0" + struct.pack("<I", 900) + bytes(888)
FILES = {
    "zip": a_zip(), "zip with a comment": a_zip(b"from the customer"),
    "small gz": gzip.compress(NOISE),
    "7z": SEVEN, "rar 4": RAR4, "rar 5": RAR5, "tar": a_tar(), "event log": LOG,
    "cabinet": CABINET, "dump": Header().bytes64() + bytes(4 * PAGE),
}  # fmt: skip


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
@pytest.mark.parametrize("part", [1.0, 0.97, 0.43])
def test_a_file_is_whole_until_it_loses_its_end(content: bytes, part: float) -> None:
    assert whole(content[: int(len(content) * part)]) is (part == 1.0)


@pytest.mark.parametrize("name", ["a.zip.001", "a.part2.rar", "a.r07", "a.z01", "a.7z.013"])
def test_a_volume_has_its_end_in_another_file(name: str) -> None:
    for content in (a_zip(), SEVEN, RAR5):
        assert whole(content[:200], name) is None


def test_a_zip_within_a_cut_zip_does_not_make_it_whole() -> None:
    outer = a_zip(inner=NOISE + a_zip(inner=b"small"))
    cut = outer[: outer.rindex(b"PK\x01\x02")]

    assert whole(outer) is True
    assert whole(cut[: cut.rindex(b"PK\x05\x06")]) is False


def test_an_archive_that_was_never_finished_is_not_whole() -> None:
    assert whole(b"7z\xbc\xaf\x27\x1c\0\4" + bytes(1_000)) is False


@pytest.mark.parametrize(
    "content",
    [
        b"2026-03-02 an ordinary log\n", b"\x1f\x8b\x08" + b"x" * 100,
        gzip.compress(bytes(range(256)) * 2000, 0)[:300_000],
        b"Rar!\x1a\x07\x01\x00" + bytes(5) + b"\x04" + bytes(90),
        b"Rar!\x1a\x07\x00" + bytes(3) + b"\x80\x00" + bytes(90),
        b"\x89PNG\r\n\x1a\n", b"",
    ],
)  # fmt: skip
def test_where_the_bytes_do_not_tell_nothing_is_claimed(content: bytes) -> None:
    assert whole(content) is None


def test_without_the_last_bytes_nothing_is_claimed() -> None:
    assert is_whole("a.zip", 9_000, a_zip()[:HEAD], b"") is None


@given(st.sampled_from([one[:32] for one in FILES.values()]), st.binary(max_size=300))
def test_no_bytes_are_an_error(begins: bytes, rest: bytes) -> None:
    whole(begins + rest)
    whole(begins[: len(rest) % 32])
