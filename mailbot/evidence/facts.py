"""What an uploaded file is, in plain Chinese and English, from its first bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from mailbot.evidence.archive import Archive, read_archive
from mailbot.evidence.dump import HEAD, Dump, Kind, read_dump
from mailbot.evidence.whole import TAIL, is_whole

__all__ = ["HEAD", "TAIL", "FileKind", "Finding", "describe"]

_Words = tuple[str, str]


class FileKind(StrEnum):
    """The type of a file by its content, not its name."""

    DUMP = "dump"
    ARCHIVE = "archive"
    EVENT_LOG = "event_log"
    TRACE = "trace"
    IMAGE = "image"
    EMPTY = "empty"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found; ``zh`` and ``en`` describe it, '' if there is nothing to say.

    ``dump`` is the dump in the file or the first one in a packed file; ``locked`` says that
    it can't be opened without a password. ``whole`` is None if the bytes do not tell.
    """

    kind: FileKind
    zh: str = ""
    en: str = ""
    dump: Dump | None = None
    locked: bool = False
    whole: bool | None = None

    @property
    def is_full_dump(self) -> bool | None:
        """Whether it is a complete dump of all memory; None if that is unknown."""
        if self.dump is None or self.dump.kind is Kind.UNKNOWN:
            return None
        if self.dump.kind is not Kind.FULL:
            return False
        return self.dump.whole

    def words(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


_MAGIC = (
    (b"ElfFile\x00", FileKind.EVENT_LOG),
    (b"\x89PNG\r\n\x1a\n", FileKind.IMAGE),
    (b"\xff\xd8\xff", FileKind.IMAGE),
    (b"\x0a\x0d\x0d\x0a", FileKind.TRACE),
    (b"\xd4\xc3\xb2\xa1", FileKind.TRACE),
)
_SPOKEN: Mapping[FileKind, _Words] = MappingProxyType(
    {
        FileKind.EVENT_LOG: ("Windows 事件日志", "Windows event log"),
        FileKind.IMAGE: ("图片", "picture"),
        FileKind.TRACE: ("网络抓包文件", "network capture"),
    }
)
_DUMPS: Mapping[Kind, _Words] = MappingProxyType(
    {
        Kind.FULL: ("完全内存转储", "complete memory dump"),
        Kind.BITMAP: ("活动内存转储", "active memory dump"),
        Kind.KERNEL: ("内核转储", "kernel memory dump"),
        Kind.MINI: ("小内存转储", "small memory dump (minidump)"),
        Kind.LIVE: ("实时内核转储", "live kernel dump"),
        Kind.USER: ("单个程序的转储", "dump of a single program"),
        Kind.UNKNOWN: ("种类不明的内存转储", "memory dump of an unknown kind"),
    }
)
_WHOLE: Mapping[bool | None, _Words] = MappingProxyType(
    {True: ("文件完整", "whole"), False: ("文件不完整", "not whole"), None: ("", "")}
)


def describe(name: str, size: int, head: bytes, tail: bytes = b"") -> Finding:
    """What the file is. ``head`` are its first HEAD bytes, or all of it if it is shorter.

    ``tail``, its last TAIL bytes, shows whether an archive is complete.
    """
    finding = _described(name, size, head)
    if finding.kind is FileKind.DUMP and finding.dump is not None:
        return replace(finding, whole=finding.dump.whole)
    return replace(finding, whole=is_whole(name, size, head, tail))


def _described(name: str, size: int, head: bytes) -> Finding:
    if size == 0:
        return Finding(FileKind.EMPTY, "空文件", "empty file")
    dump = read_dump(head, size)
    if dump is not None:
        return _said(FileKind.DUMP, [_kind_of(dump), *_details(dump)], dump)
    archive = read_archive(head)
    if archive is not None:
        return _packed(archive)
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), FileKind.OTHER)
    words = [_SPOKEN[kind]] if kind in _SPOKEN else _contradiction(name)
    return _said(kind, words)


def _packed(archive: Archive) -> Finding:
    if archive.locked:
        words = [(f"加密的 {archive.kind} 压缩包", f"{archive.kind} archive with a password")]
        return Finding(FileKind.ARCHIVE, *_joined(words), locked=True)
    first = archive.first
    dump = read_dump(first.head, first.size) if first is not None else None
    words = [(f"{archive.kind} 压缩包", f"{archive.kind} archive")]
    if dump is not None:
        zh, en = _kind_of(dump)
        words += [(f"内有{zh}", f"in it a {en}"), *_details(dump)]
    return _said(FileKind.ARCHIVE, words, dump)


def _kind_of(dump: Dump) -> _Words:
    return _DUMPS[dump.kind]


def _details(dump: Dump) -> list[_Words]:
    code = "" if dump.bugcheck is None else f"0x{dump.bugcheck:X} {dump.name}".strip()
    at = "" if dump.at is None else f"{dump.at:%Y-%m-%d %H:%M} UTC"
    return [_WHOLE[dump.whole], (code, code), (at, at)]


def _contradiction(name: str) -> list[_Words]:
    """A dump by name only: it was named so, or its beginning is lost."""
    if not name.lower().endswith((".dmp", ".mdmp")):
        return []
    return [("不是有效的内存转储", "not a valid memory dump")]


def _said(kind: FileKind, words: list[_Words], dump: Dump | None = None) -> Finding:
    return Finding(kind, *_joined(words), dump=dump)


def _joined(words: list[_Words]) -> _Words:
    zh = "，".join(one for one, _ in words if one)
    en = ", ".join(one for _, one in words if one)
    return zh, en
