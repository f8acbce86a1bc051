"""Where uploads lie: `uploads/<case>/upload/`, looked up by case and name."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mailbot.sftp.names import UPLOAD

_OWNER_ONLY = 0o700


@dataclass(frozen=True, slots=True)
class UploadFolders:
    """The folders of all cases, under the state folder."""

    root: Path

    def of(self, case_id: str) -> Path:
        """The folder of a case, made if missing. Raises ValueError if the id can't name one."""
        if case_id in {"", ".", ".."} or "/" in case_id or "\0" in case_id:
            raise ValueError(f"{case_id!r} can't name a folder")
        folder = self.root.resolve() / case_id
        (folder / UPLOAD.lstrip("/")).mkdir(_OWNER_ONLY, parents=True, exist_ok=True)
        return folder

    def file(self, case_id: str, name: str) -> Path:
        """Where an upload of that name lies. Raises ValueError if that is outside the folder."""
        top = self.of(case_id) / UPLOAD.lstrip("/")
        path = top / name
        if path.resolve() != path or not path.is_relative_to(top):
            raise ValueError(f"{name!r} leads out of the folder of {case_id}")
        return path

    def head(self, case_id: str, name: str, size: int) -> bytes:
        """The first bytes of an upload. Raises OSError, ValueError."""
        with self.file(case_id, name).open("rb") as file:
            return file.read(size)

    def tail(self, case_id: str, name: str, size: int) -> bytes:
        """The last bytes of an upload. Raises OSError, ValueError."""
        with self.file(case_id, name).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - size))
            return file.read(size)

    def remove(self, case_id: str) -> None:
        """Delete everything a case has uploaded."""
        shutil.rmtree(self.of(case_id))


@dataclass(slots=True)
class Quota:
    """How much a case may still upload: its share, and what the disk must keep free."""

    folder: Path
    most_bytes: int
    spare: int
    most_files: int
    used: int = 0
    files: int = 0

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Recount the files in the folder and their bytes."""
        sizes = list(_sizes(self.folder))
        self.used, self.files = sum(sizes), len(sizes)

    def has(self, more: int) -> bool:
        """Whether ``more`` bytes still fit."""
        if more <= 0:
            return True
        free = shutil.disk_usage(self.folder).free - self.spare
        return self.used + more <= self.most_bytes and more <= free

    def is_crowded(self) -> bool:
        """Whether the limit on the number of files is reached."""
        return self.files >= self.most_files


def _sizes(folder: Path) -> Iterator[int]:
    for place, folders, files in os.walk(folder):
        yield from (0 for _ in folders)
        yield from (os.lstat(os.path.join(place, name)).st_size for name in files)
