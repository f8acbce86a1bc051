"""One SFTP session: it reads and writes in the upload folder of its case, and nothing else.

asyncssh's own chroot only checks the text of a path and follows symlinks. Here none is followed
and none can be made, so a path can't lead out of the folder.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NoReturn, cast

import asyncssh
from asyncssh import SFTPAttrs

from mailbot.sftp.folders import Quota
from mailbot.sftp.names import UPLOAD, HostileName, in_jail, readable
from mailbot.sftp.tally import Tally, Visit, Writing

_WRITES = asyncssh.FXF_WRITE | asyncssh.FXF_APPEND | asyncssh.FXF_CREAT | asyncssh.FXF_TRUNC
_FILE, _FOLDER = 0o600, 0o700
_OPEN_FILES = 64
_FULL = "no room for more in this case: tell the support desk"


@dataclass(eq=False, slots=True)
class CaseFolder:
    """The folder, quota and uploads of one case, shared by all its sessions."""

    path: Path
    quota: Quota
    tally: Tally
    on_left: Callable[[], None]
    visits: set[Visit] = field(default_factory=set)

    def enter(self, user: str) -> Visit:
        """A session of this user begins."""
        visit = Visit(user)
        self.visits.add(visit)
        return visit

    def leave(self, visit: Visit) -> None:
        """A session is over."""
        self.tally.left(visit)
        self.visits.discard(visit)
        self.on_left()


class Jail(asyncssh.SFTPServer):
    """One SFTP session, shut into the folder of its case."""

    def __init__(
        self, channel: "asyncssh.SSHServerChannel[bytes]", case: CaseFolder, user: str
    ) -> None:
        super().__init__(channel, chroot=os.fsencode(case.path))
        self._root = os.fsencode(case.path)
        self._case = case
        self._visit = case.enter(user)
        self._writings: dict[object, Writing] = {}
        self._open_files = 0
        self._read_last: bytes = b""

    def map_path(self, path: bytes) -> bytes:
        """The path on disk; hostile names and symlinks on the way are refused."""
        try:
            place = self._root + os.fsencode(in_jail(readable(path)).rstrip("/"))
        except HostileName as error:
            raise asyncssh.SFTPInvalidFilename(str(error)) from error
        if os.path.realpath(place) != place:
            raise asyncssh.SFTPPermissionDenied("links are not followed")
        return place

    def _writable(self, path: bytes) -> str:
        """The path relative to the upload folder; nothing outside it can be written."""
        top = self._root + os.fsencode(UPLOAD) + b"/"
        place = self.map_path(path)
        if not place.startswith(top):
            raise asyncssh.SFTPPermissionDenied(f"write below {UPLOAD}")
        return os.fsdecode(place.removeprefix(top))

    def open(self, path: bytes, pflags: int, attrs: SFTPAttrs) -> object:
        if self._open_files >= _OPEN_FILES:
            raise asyncssh.SFTPFailure("too many open files")
        if not pflags & _WRITES:
            file = super().open(path, pflags, attrs)
        else:
            file = self._open_to_write(path, pflags)
        self._open_files += 1
        return file

    def _open_to_write(self, path: bytes, pflags: int) -> object:
        name, quota = self._writable(path), self._case.quota
        if quota.is_crowded():
            raise asyncssh.SFTPFailure("too many files")
        file = super().open(path, pflags | asyncssh.FXF_WRITE, SFTPAttrs(permissions=_FILE))
        quota.measure()
        self._writings[file] = self._case.tally.opened(self._visit, name)
        return file

    def write(self, file_obj: object, offset: int, data: bytes) -> int:
        if len(data) > 1 and data is self._read_last:
            # copy-data passes on what read() returned; copying a file to itself would never end
            raise asyncssh.SFTPOpUnsupported("no copies on the server")
        try:
            self._take_quota(file_obj, offset, len(data))
            written = cast(int, super().write(file_obj, offset, data))
            if written < len(data):
                raise asyncssh.SFTPFailure("the disk is full")
        except (OSError, asyncssh.SFTPError):
            self._spoil(file_obj)
            raise
        return written

    def _take_quota(self, file_obj: object, offset: int, length: int) -> None:
        size = os.fstat(_number(file_obj)).st_size
        appends = cast(BinaryIO, file_obj).mode.startswith("a")
        more = (size if appends else offset) + length - size
        if not self._case.quota.has(more):
            raise asyncssh.SFTPQuotaExceeded(_FULL)
        self._case.quota.used += max(0, more)

    def _spoil(self, file_obj: object) -> None:
        if file_obj in self._writings:
            self._writings[file_obj].spoilt = True

    def read(self, file_obj: object, offset: int, size: int) -> bytes:
        self._read_last = cast(bytes, super().read(file_obj, offset, size))
        return self._read_last

    def close(self, file_obj: object) -> None:
        super().close(file_obj)
        self._open_files -= 1
        writing = self._writings.pop(file_obj, None)
        if writing is not None:
            self._case.tally.closed(writing)

    def exit(self) -> None:
        """The session is over; asyncssh has closed its files before it calls this."""
        self._case.leave(self._visit)

    def rename(self, oldpath: bytes, newpath: bytes) -> None:
        old, new = self._writable(oldpath), self._writable(newpath)
        super().rename(oldpath, newpath)
        self._case.tally.renamed(self._visit, old, new)

    def posix_rename(self, oldpath: bytes, newpath: bytes) -> None:
        old, new = self._writable(oldpath), self._writable(newpath)
        super().posix_rename(oldpath, newpath)
        self._case.quota.measure()
        self._case.tally.renamed(self._visit, old, new)

    def remove(self, path: bytes) -> None:
        name = self._writable(path)
        super().remove(path)
        self._case.quota.measure()
        self._case.tally.removed(self._visit, name)

    def mkdir(self, path: bytes, attrs: SFTPAttrs) -> None:
        self._writable(path)
        if self._case.quota.is_crowded():
            raise asyncssh.SFTPFailure("too many folders")
        super().mkdir(path, SFTPAttrs(permissions=_FOLDER))
        self._case.quota.files += 1

    def rmdir(self, path: bytes) -> None:
        self._writable(path)
        super().rmdir(path)

    def format_user(self, uid: int | None) -> str:
        """Hide the names of this machine's own users."""
        del uid
        return "upload"

    def format_group(self, gid: int | None) -> str:
        del gid
        return "upload"

    def setstat(self, path: bytes, attrs: SFTPAttrs) -> None:
        """Set size and times; a request for other permissions or owners is silently ignored."""
        self._writable(path)
        self._stamp(self.map_path(path), attrs)

    def lsetstat(self, path: bytes, attrs: SFTPAttrs) -> None:
        self.setstat(path, attrs)

    def fsetstat(self, file_obj: object, attrs: SFTPAttrs) -> None:
        self._stamp(_number(file_obj), attrs)

    def _stamp(self, file: bytes | int, attrs: SFTPAttrs) -> None:
        if attrs.size is not None:
            now = os.stat(file).st_size
            if not self._case.quota.has(attrs.size - now):
                raise asyncssh.SFTPQuotaExceeded(_FULL)
            os.truncate(file, attrs.size)
            self._case.quota.used += attrs.size - now
        if attrs.atime is not None and attrs.mtime is not None:
            os.utime(file, (attrs.atime, attrs.mtime))

    def open56(self, *_: object) -> NoReturn:
        raise asyncssh.SFTPOpUnsupported("speak SFTP version 3")

    def symlink(self, oldpath: bytes, newpath: bytes) -> NoReturn:
        raise asyncssh.SFTPPermissionDenied("no links")

    def link(self, oldpath: bytes, newpath: bytes) -> NoReturn:
        raise asyncssh.SFTPPermissionDenied("no links")

    def readlink(self, path: bytes) -> NoReturn:
        raise asyncssh.SFTPPermissionDenied("no links")

    def statvfs(self, path: bytes) -> NoReturn:
        raise asyncssh.SFTPOpUnsupported("how full the disk is, is ours to know")

    def fstatvfs(self, file_obj: object) -> NoReturn:
        raise asyncssh.SFTPOpUnsupported("how full the disk is, is ours to know")


class ReadOnlyJail(Jail):
    """An SFTP session that only fetches files: every change is refused."""

    def _writable(self, path: bytes) -> str:
        raise asyncssh.SFTPPermissionDenied("this login only fetches files")

    def fsetstat(self, file_obj: object, attrs: SFTPAttrs) -> None:
        raise asyncssh.SFTPPermissionDenied("this login only fetches files")


def _number(file_obj: object) -> int:
    return cast(BinaryIO, file_obj).fileno()
