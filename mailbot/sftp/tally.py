"""What became of each file: running, whole or cut, said once, under its final name.

A library that serves SFTP closes the files of a lost connection exactly as if the client had
closed them, and says only afterwards that the connection is gone. So nothing is believed before
one turn of the loop later. A file closed under a temporary name is not whole before it is
renamed; any other is told a moment later, because some programs rename what they have sent, or
write an empty file first.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mailbot.desk.upload import UploadState
from mailbot.sftp.names import final_name, is_temporary

OnUpload = Callable[[str, str, str, int, UploadState], None]


@dataclass(eq=False, slots=True)
class Visit:
    """One SFTP session of a user."""

    user: str
    is_over: bool = False


@dataclass(eq=False, slots=True)
class Writing:
    """A file on its way in."""

    path: str
    visit: Visit
    told_as: str
    handles: int = 1
    spoilt: bool = False
    timer: asyncio.TimerHandle | None = None

    def stop_timer(self) -> None:
        if self.timer is not None:
            self.timer.cancel()
        self.timer = None


@dataclass(eq=False, slots=True)
class Tally:
    """The files of one case that are being written, whoever writes them."""

    case_id: str
    top: Path
    tell: OnUpload
    settle: float
    _files: dict[str, Writing] = field(default_factory=dict)

    def opened(self, visit: Visit, path: str) -> Writing:
        """A handle for writing was opened; the newest session that writes a file owns it."""
        known = self._files.get(path)
        if known is not None and known.visit is visit:
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
        """The session is over: what it had not closed is cut, what waits is told now."""
        visit.is_over = True
        asyncio.get_running_loop().call_soon(self._settle_all, visit)

    def renamed(self, visit: Visit, old: str, new: str) -> None:
        """A file or a folder has another name now; a file that was whole is told by it."""
        below = old + "/"
        moved = [one for path, one in self._files.items() if path == old or path.startswith(below)]
        for writing in moved:
            del self._files[writing.path]
            self._move(writing, new + writing.path.removeprefix(old))
        if not moved and not is_temporary(new) and (self.top / new).is_file():
            self._move(Writing(old, visit, final_name(new), handles=0), new)

    def removed(self, path: str) -> None:
        """A file was deleted; whatever was still on its way never arrives."""
        writing = self._files.get(path)
        if writing is not None:
            writing.spoilt = True
            if not writing.handles:
                self._finish(writing)

    def _move(self, writing: Writing, path: str) -> None:
        if final_name(path) != writing.told_as:
            self._say(writing, UploadState.CUT)
            writing.told_as = final_name(path)
        writing.stop_timer()
        writing.path = path
        self._claim(writing)
        if not writing.handles and not is_temporary(path):
            self._finish(writing)

    def _believe(self, writing: Writing) -> None:
        writing.handles -= 1
        writing.spoilt = writing.spoilt or writing.visit.is_over
        if writing.handles or self._files.get(writing.path) is not writing:
            return
        if writing.spoilt:
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
        cut = writing.spoilt or writing.handles > 0 or is_temporary(writing.path)
        self._say(writing, UploadState.CUT if cut else UploadState.WHOLE)

    def _claim(self, writing: Writing) -> None:
        """The path is this one's now; often it is the same person after a broken line."""
        other = self._files.get(writing.path)
        if other is not None:
            other.stop_timer()
            if other.visit.user != writing.visit.user:
                self._say(other, UploadState.CUT)
        self._files[writing.path] = writing

    def _say(self, writing: Writing, state: UploadState) -> None:
        """In a turn of its own: a listener that fails takes nothing down with it."""
        try:
            size = (self.top / writing.path).stat().st_size
        except OSError:
            size = 0
        asyncio.get_running_loop().call_soon(
            self.tell, self.case_id, writing.visit.user, writing.told_as, size, state
        )
