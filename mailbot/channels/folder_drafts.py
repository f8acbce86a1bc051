"""A folder of files as a Drafts folder: for tests and trials."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mailbot.drafts_port import LaidDraft

_ID = re.compile(rb"<([^<>\s]{1,300})>")
_NAMED = re.compile(rb"^(?:message-id|references|in-reply-to)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FolderDrafts:
    """Each draft is a file, numbered in the order it came; who writes there changes files."""

    folder: Path

    def laid(self) -> Sequence[LaidDraft]:
        raws = ((one.name, one.read_bytes()) for one in self._files())
        return [LaidDraft(_key(name, raw), _ids(raw)) for name, raw in raws]

    def read(self, key: str) -> bytes:
        file = self.folder / key.partition("/")[0]
        return file.read_bytes() if file.exists() else b""

    def lay(self, raw: bytes, at: datetime) -> str:
        del at
        self.folder.mkdir(parents=True, exist_ok=True)
        number = max((int(one.stem) for one in self._files()), default=0) + 1
        name = f"{number:06}.eml"
        (self.folder / name).write_bytes(raw)
        return _key(name, raw)

    def take(self, key: str) -> None:
        (self.folder / key.partition("/")[0]).unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*.eml"))


def _key(name: str, raw: bytes) -> str:
    """What is written over is another mail, though its file keeps its name."""
    return f"{name}/{zlib.crc32(raw)}"


def _ids(raw: bytes) -> tuple[str, ...]:
    head = raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0].replace(b"\n ", b" ")
    fields = (line.partition(b":") for line in head.split(b"\n"))
    values = (value for name, _, value in fields if _NAMED.match(name.strip()))
    return tuple(one.decode("ascii", "replace") for value in values for one in _ID.findall(value))
