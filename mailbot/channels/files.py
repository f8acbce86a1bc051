"""Mails that lie in files: .eml, mbox, Maildir or a folder of them, in the order they came."""

import mailbox
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path

from mailbot.mail.mime.raw import LARGE, PIECE, Large, Raw, beginning
from mailbot.ports import Arrival, Position

PAST = "past"
_HEADERS = 256 << 10
_FOLD = re.compile(rb"\r?\n[ \t]+")
_END = re.compile(rb"\r?\n\r?\n")
_DATED = re.compile(rb"(?im)^(received|date)[ \t]*:([^\r\n]*)")
_MBOX = b"From "
_LONGEST_DATE = 200
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Found:
    """A mail in a file, with a name that people recognise."""

    name: str
    raw: Raw


def read_arrivals(paths: Iterable[Path]) -> Iterator[Arrival]:
    """Every mail in these files and folders, in order of arrival, then by name.

    The arrival is the date of its topmost Received, else its Date, else that of the mail before
    it by name; file times are ignored. Numbered from 1 in one folder, `PAST`.
    """
    mails = [mail for path in paths for mail in _mails(path)]
    dated = sorted(
        zip(_moments(mails), mails, strict=True), key=lambda pair: (pair[0], pair[1].name)
    )
    for number, (at, mail) in enumerate(dated, start=1):
        yield Arrival(Position(PAST, 1, number), mail.raw, at, mail.name)


def arrived(raw: Raw) -> datetime | None:
    """When a mail says that it arrived (RFC 5321, 4.4), or was written; None if it does not."""
    head = beginning(raw, _HEADERS)
    end = _END.search(head)
    head = _FOLD.sub(b" ", head[: end.start()] if end else head)
    dates: dict[bytes, bytes] = {}
    for line in _DATED.finditer(head):
        dates.setdefault(line[1].lower(), line[2])
    received = dates.get(b"received", b"").rpartition(b";")[2]
    return _date(received) or _date(dates.get(b"date", b""))


def _moments(mails: Sequence[_Found]) -> list[datetime]:
    own = [arrived(mail.raw) for mail in mails]
    last = next(filter(None, own), _NEVER)
    moments = []
    for at in own:
        last = at or last
        moments.append(last)
    return moments


def _date(text: bytes) -> datetime | None:
    try:
        at = parsedate_to_datetime(text[:_LONGEST_DATE].decode("ascii", "replace").strip())
        return at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _mails(path: Path) -> Iterator[_Found]:
    if path.is_dir():
        yield from _in_maildir(path) if _is_maildir(path) else _in_folder(path)
    elif _is_mbox(path):
        yield from _in_mbox(path)
    else:
        yield _Found(path.name, _raw(path))


def _in_folder(folder: Path) -> Iterator[_Found]:
    """Its .eml files, mailboxes and folders, by name; anything else is ignored."""
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or path.name.startswith("."):
            continue
        if path.is_dir() or path.suffix.lower() == ".eml" or _is_mbox(path):
            yield from _mails(path)


def _is_maildir(folder: Path) -> bool:
    return (folder / "cur").is_dir() and (folder / "new").is_dir()


def _in_maildir(folder: Path) -> Iterator[_Found]:
    files = (file for part in ("cur", "new") for file in (folder / part).iterdir())
    for file in sorted(files, key=lambda file: file.name):
        if file.is_file() and not file.name.startswith("."):
            yield _Found(file.name.partition(":")[0], _raw(file))


def _raw(path: Path) -> Raw:
    size = path.stat().st_size
    return Large(size, partial(_pieces, path)) if size > LARGE else path.read_bytes()


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _is_mbox(path: Path) -> bool:
    if path.suffix.lower() == ".eml":
        return False
    with path.open("rb") as file:
        return file.read(len(_MBOX)) == _MBOX


def _in_mbox(path: Path) -> Iterator[_Found]:
    box = mailbox.mbox(path, create=False)
    try:
        for number, key in enumerate(box.keys(), start=1):
            yield _Found(f"{path.name}#{number:06}", box.get_bytes(key))
    finally:
        box.close()
