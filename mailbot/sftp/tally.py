"""The state of each upload: running, whole, cut or gone, reported once, under its final name.

asyncssh closes the files of a lost connection exactly as if the client had closed them, and
reports the loss only afterwards. So a close counts one turn of the event loop later. A file
closed under a temporary name is not whole until it is renamed; any other is reported after a
short delay, because some programs rename what they have sent, or write an empty file first. A
file that is renamed after it was reported is reported again with both names: it stays one upload.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mailbot.desk.case.upload import UploadState
from mailbot.sftp.names import final_name, is_temporary, settled_name


@dataclass(frozen=True, slots=True)
class Told:
    """The state of a file of this case; ``was`` is its previous name, or ''."""

    case: str
    user: str
    name: str
    size: int
    state: UploadState
    was: str = ""


OnUpload = Callable[[Told], None]


@dataclass(eq=False, slots=True)
class Visit:
    """One SFTP session of a user."""

    user: str
    is_over: bool = False


@dataclass(eq=False, slots=True)
class Writing:
    """A file that is being uploaded."""

    path: str
    visit: Visit
    told_as: str
    handles: int = 1
    spoilt: bool = False
    deleted: bool = False
    timer: asyncio.TimerHandle | None = None

    def stop_timer(self) -> None:
        if self.timer is not None:
            self.timer.cancel()
        self.timer = None


@dataclass(eq=False, slots=True)
class Tally:
    """The files of one case that are being written, in any session."""

    case_id: str
    top: Path
    tell: OnUpload
    settle: float
    _files: dict[str, Writing] = field(default_factory=dict)

    def opened(self, visit: Visit, path: str) -> Writing:
        """A handle for writing was opened; the newest session that writes a file owns it."""
        known = self._files.get(path)
        if known is not None and known.visit is visit and not known.deleted:
            known.stop_timer()
            known.handles += 1
            return known
        writing = Writing(path, visit, final_name(path))
        self._claim(writing)
        self._say(writing, UploadState.RUNNING)
        return writing

    def closed(self, writing: Writing) -> None:
        """A handle was closed: by the client, or because the connection is gone."""
        asyncio.get_running_loop().call_soon(self._believe, writing)

    def left(self, visit: Visit) -> None:
        """The session is over: its open files are cut, its waiting reports are made now."""
        visit.is_over = True
        asyncio.get_running_loop().call_soon(self._settle_all, visit)

    def renamed(self, visit: Visit, old: str, new: str) -> None:
        """A file or folder was renamed: report its files again under their new names."""
        below = old + "/"
        moved = [one for path, one in self._files.items() if path == old or path.startswith(below)]
        for writing in moved:
            del self._files[writing.path]
            self._move(writing, new + writing.path.removeprefix(old))
        followed = {writing.path for writing in moved}
        for path in self._settled_below(new):
            if path not in followed:
                self._rename_settled(visit, old + path.removeprefix(new), path)

    def removed(self, visit: Visit, path: str) -> None:
        """A file was deleted; an upload still running will never be whole."""
        writing = self._files.get(path)
        if writing is not None:
            writing.deleted = True
            if not writing.handles:
                self._finish(writing)
        elif not self._has_other(path):
            for name in {settled_name(path), final_name(path)}:
                self._say(Writing(path, visit, name), UploadState.GONE)

    def _settled_below(self, path: str) -> list[str]:
        """The file of this name, or all the files in the folder of this name."""
        place = self.top / path
        files = [place] if place.is_file() else [one for one in place.rglob("*") if one.is_file()]
        return [one.relative_to(self.top).as_posix() for one in files]

    def _rename_settled(self, visit: Visit, old: str, new: str) -> None:
        was = settled_name(old)
        writing = Writing(new, visit, settled_name(new))
        self._say(writing, UploadState.WHOLE, was if was != writing.told_as else "")

    def _has_other(self, path: str) -> bool:
        """Whether a file of this final name lies here, or is on its way to take its place."""
        name = final_name(path)
        lies = name != path and (self.top / name).is_file()
        return lies or any(one.told_as == name for one in self._files.values())

    def _move(self, writing: Writing, path: str) -> None:
        was, writing.told_as = writing.told_as, final_name(path)
        writing.stop_timer()
        writing.path = path
        self._claim(writing)
        if was != writing.told_as:
            self._say(writing, UploadState.RUNNING, was)
        if not writing.handles and not is_temporary(path):
            self._finish(writing)

    def _believe(self, writing: Writing) -> None:
        writing.handles -= 1
        writing.spoilt = writing.spoilt or writing.visit.is_over
        if writing.handles or self._files.get(writing.path) is not writing:
            return
        if writing.spoilt or writing.deleted:
            self._finish(writing)
        elif not is_temporary(writing.path):
            loop = asyncio.get_running_loop()
            writing.timer = loop.call_later(self.settle, self._finish, writing)

    def _settle_all(self, visit: Visit) -> None:
        for writing in [one for one in self._files.values() if one.visit is visit]:
            self._finish(writing)

    def _finish(self, writing: Writing) -> None:
        writing.stop_timer()
        del self._files[writing.path]
        if writing.deleted:
            self._say(writing, UploadState.GONE)
        elif writing.spoilt or writing.handles > 0:
            self._say(writing, UploadState.CUT)
        else:
            self._say_closed(writing)

    def _say_closed(self, writing: Writing) -> None:
        """Report a file closed by its sender; a name that looks temporary may be final."""
        was, writing.told_as = writing.told_as, settled_name(writing.path)
        if was != writing.told_as:
            self._say(writing, UploadState.RUNNING, was)
        cut = writing.told_as != writing.path
        self._say(writing, UploadState.CUT if cut else UploadState.WHOLE)

    def _claim(self, writing: Writing) -> None:
        """The path belongs to this upload now; often the same person after a lost connection."""
        other = self._files.get(writing.path)
        if other is not None:
            other.stop_timer()
            if other.visit.user != writing.visit.user:
                self._say(other, UploadState.CUT)
        self._files[writing.path] = writing

    def _say(self, writing: Writing, state: UploadState, was: str = "") -> None:
        """Report in a turn of its own, so that a failing listener breaks nothing else."""
        try:
            size = (self.top / writing.path).stat().st_size
        except OSError:
            size = 0
        told = Told(self.case_id, writing.visit.user, writing.told_as, size, state, was)
        asyncio.get_running_loop().call_soon(self.tell, told)
