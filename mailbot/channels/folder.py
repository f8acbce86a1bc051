"""A folder as a mailbox: mails come in as files, letters go out as files. For tests and trials."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from mailbot.channels.files import read_arrivals
from mailbot.channels.folder_drafts import FolderDrafts
from mailbot.errors import ChannelDown, ConfigError
from mailbot.mail.mime.raw import LARGE, beginning
from mailbot.ports import Arrival, Envelope, Position, SendingBegins

__all__ = ["FolderChannel", "read_arrivals"]

INBOX = "INBOX"


def connect(options: Mapping[str, str]) -> "FolderChannel":
    """From `inbox`, `out`, `drafts` of `mailbox.options`; `drafts` may be left out.

    Raises ConfigError.
    """
    for name, use in (("inbox", "mails come to"), ("out", "letters go to")):
        if name not in options:
            raise ConfigError(f"mailbox.options.{name} is missing: name the folder that {use}")
    drafts = Path(options["drafts"]) if "drafts" in options else None
    return FolderChannel(Path(options["inbox"]), Path(options["out"]), drafts)


@dataclass(slots=True)
class FolderChannel:
    """Reads ``inbox`` (see `read_arrivals`); letters go to the folder ``out``, or stay in `sent`.

    Files may come while it runs: each gets its number when it is first seen. After a restart
    with other files UIDVALIDITY changes, and the store recognises the mails it has seen.
    """

    inbox: Path
    out: Path | None = None
    drafts: Path | None = None
    sent: list[Envelope] = field(default_factory=list)
    _numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    _validity: int = 0

    def folders(self) -> Sequence[str]:
        return (INBOX,)

    def sent_folder(self) -> str:
        """There is no Sent folder."""
        return ""

    def fetch(self, folder: str, after: Position | None) -> Iterator[Arrival]:
        """The mails after ``after``, in order of arrival."""
        del folder
        seen = self._look()
        last = after.uid if after is not None and after.uidvalidity == self._validity else 0
        for arrival in seen:
            number = self._numbers[_key(arrival)]
            if number > last:
                position = Position(INBOX, self._validity, number)
                yield Arrival(position, arrival.raw, arrival.at, arrival.name)

    def send(self, envelope: Envelope, sending_begins: SendingBegins) -> None:
        sending_begins()
        self.sent.append(envelope)
        if self.out is not None:
            self.out.mkdir(parents=True, exist_ok=True)
            number = sum(1 for _ in self.out.glob("*.eml")) + 1
            (self.out / f"{number:06}.eml").write_bytes(envelope.raw)

    def newest_heads(self, folder: str, most: int) -> Sequence[bytes]:
        """The header blocks of the files that were found last."""
        del folder
        raws = (beginning(one.raw, LARGE) for one in self._look()[-most:])
        return [raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0] for raw in raws]

    def check_way_out(self) -> None:
        """A folder is always there to be written to."""

    def places(self) -> tuple[str, str]:
        return str(self.inbox), str(self.out) if self.out is not None else "nowhere"

    def wait(self, seconds: float) -> bool:
        """Whether there is an unseen file; returns at once."""
        del seconds
        known = len(self._numbers)
        return len(self._look()) > known

    def wake(self) -> None:
        """Nothing to do: `wait` returns at once."""

    def drafts_folder(self) -> FolderDrafts | None:
        """A folder beside the others, where one is named."""
        return FolderDrafts(self.drafts) if self.drafts is not None else None

    def keep_sent(self, raw: bytes, at: datetime) -> None:
        """There is no Sent folder."""

    def close(self) -> None:
        """Nothing to do: nothing is open."""

    def _look(self) -> list[Arrival]:
        try:
            found = list(read_arrivals([self.inbox]))
        except OSError as error:
            raise ChannelDown(f"{self.inbox}: {error.strerror}: name a readable folder") from error
        for arrival in found:
            self._numbers.setdefault(_key(arrival), len(self._numbers) + 1)
        if not self._validity:
            self._validity = zlib.crc32(repr(list(self._numbers)).encode()) or 1
        return sorted(found, key=lambda arrival: self._numbers[_key(arrival)])


def _key(arrival: Arrival) -> tuple[str, int]:
    """The identity of a file: two folders may hold files of one name."""
    return arrival.name, zlib.crc32(beginning(arrival.raw, LARGE))
