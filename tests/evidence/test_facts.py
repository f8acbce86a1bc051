"""What is said of an uploaded file."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.evidence.archive import read_archive
from mailbot.evidence.dump import HEAD, Kind
from mailbot.evidence.facts import FileKind, Finding, describe
from tests.evidence.dumps import PAGE, Header, bitmap

BODY = Header().bytes64() + bytes(4 * PAGE)


def of(content: bytes, name: str = "MEMORY.DMP") -> Finding:
    return describe(name, len(content), content[:HEAD])


def packed(content: bytes, method: int = zipfile.ZIP_DEFLATED, name: str = "MEMORY.DMP") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr(name, content)
    return out.getvalue()


def test_a_whole_full_dump() -> None:
    found = of(BODY)

    assert found.zh == "完全内存转储，文件完整，0x3B SYSTEM_SERVICE_EXCEPTION，2026-03-02 07:30 UTC"
    assert found.en == (
        "complete memory dump, whole, 0x3B SYSTEM_SERVICE_EXCEPTION, 2026-03-02 07:30 UTC"
    )
    assert found.is_full_dump is True
    assert (found.words("zh"), found.words("en")) == (found.zh, found.en)


@pytest.mark.parametrize(
    ("content", "full", "en"),
    [
        (BODY[:-1], False, "complete memory dump, not whole, 0x3B"),
        (Header(kind=4, required=0x2000).bytes64(), False, "small memory dump (minidump), whole"),
        (Header(kind=6, required=1 << 40).bytes64(), False, "kernel memory dump, 0x3B"),
        (Header(kind=77).bytes64(), None, "memory dump of an unknown kind"),
        (b"MDMP" + bytes(60), False, "dump of a single program"),
        (b"x" * 100, None, "not a valid memory dump"),
        (b"", None, "empty file"),
    ],
)
def test_what_is_no_whole_full_dump_is_called_by_its_name(
    content: bytes, full: bool | None, en: str
) -> None:
    found = of(content)

    assert found.en.startswith(en)
    assert found.is_full_dump is full
    assert found.zh


def test_a_kernel_dump_of_pages_is_seen_through() -> None:
    content = Header(kind=5).bytes64() + bitmap(b"SDMPDUMP", 0x3000, 1)

    assert of(content).en.startswith("kernel memory dump, not whole")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_dump_is_recognised_in_its_zip(method: int) -> None:
    found = of(packed(BODY, method), "MEMORY.zip")

    assert found.kind is FileKind.ARCHIVE
    assert found.zh.startswith("zip 压缩包，内有完全内存转储，文件完整，0x3B")
    assert found.dump is not None
    assert found.is_full_dump is True


def test_a_packed_dump_that_was_cut_before_is_not_whole() -> None:
    assert of(packed(BODY[:-1]), "a.zip").is_full_dump is False


def test_a_gzip_does_not_tell_how_long_its_file_is() -> None:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb") as file:
        file.write(BODY)

    found = of(out.getvalue(), "MEMORY.DMP.gz")

    assert found.dump is not None
    assert (found.dump.kind, found.dump.whole) == (Kind.FULL, None)


def test_a_zip_with_a_password_is_locked() -> None:
    content = bytearray(packed(BODY))
    content[6] |= 1

    found = of(bytes(content), "a.zip")

    assert found.locked
    assert found.dump is None
    assert found.zh == "加密的 zip 压缩包"


def test_a_zip_over_four_gigabytes_tells_its_size_in_the_extra_field() -> None:
    content = bytearray(packed(BODY))
    name_ends = 30 + len("MEMORY.DMP")
    extra = b"\x99\x99\x02\x00ab" + b"\x01\x00\x10\x00" + (5 << 30).to_bytes(8, "little") + bytes(8)
    content[22:26] = b"\xff" * 4
    content[28:30] = len(extra).to_bytes(2, "little")
    content[name_ends:name_ends] = extra

    archive = read_archive(bytes(content))

    assert archive is not None
    assert archive.first is not None
    assert archive.first.size == 5 << 30


@pytest.mark.parametrize(
    ("content", "kind", "en"),
    [
        (b"7z\xbc\xaf\x27\x1c\x00\x04", FileKind.ARCHIVE, "7z archive"),
        (b"Rar!\x1a\x07\x01\x00", FileKind.ARCHIVE, "rar archive"),
        (b"PK\x03\x04", FileKind.ARCHIVE, "zip archive"),
        (b"ElfFile\x00", FileKind.EVENT_LOG, "Windows event log"),
        (b"\x89PNG\r\n\x1a\n", FileKind.IMAGE, "picture"),
        (b"\xff\xd8\xff\xe0", FileKind.IMAGE, "picture"),
        (b"\x0a\x0d\x0d\x0a", FileKind.TRACE, "network capture"),
        (b"just text", FileKind.OTHER, ""),
    ],
)
def test_other_files_are_known_by_their_first_bytes(
    content: bytes, kind: FileKind, en: str
) -> None:
    found = of(content, "file.bin")

    assert (found.kind, found.en, found.is_full_dump) == (kind, en, None)


def test_a_name_alone_makes_no_dump() -> None:
    assert of(packed(b"text", name="MEMORY.DMP"), "MEMORY.DMP.zip").dump is None
    assert of(b"text", "notes.txt").en == ""


def test_a_packed_file_that_unpacks_to_very_much_is_read_only_to_its_head() -> None:
    content = packed(b"PAGEDU64" + bytes(50_000_000))

    archive = read_archive(content[:HEAD])

    assert archive is not None
    assert archive.first is not None
    assert len(archive.first.head) == HEAD


@given(st.binary(max_size=300), st.integers(0, 1 << 50), st.text(max_size=10))
def test_no_bytes_are_an_error(head: bytes, size: int, name: str) -> None:
    for magic in (b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"7z\xbc\xaf\x27\x1c", b"MDMP", b"PAGEDU64"):
        assert "\n" not in describe(name, size, magic + head).zh


@given(st.dictionaries(st.integers(4, 60), st.integers(0, 255), max_size=30), st.integers(4, 400))
def test_a_damaged_zip_is_no_error(changes: dict[int, int], cut: int) -> None:
    content = packed(BODY)
    damaged = bytes(changes.get(place, byte) for place, byte in enumerate(content))[:cut]

    describe("a.zip", len(damaged), damaged)
