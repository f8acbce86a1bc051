"""Raw mails, encrypted, how far each folder was read, and the verdict on each mail."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from mailbot.mail.mime.raw import Raw
from mailbot.ports import Arrival, Position


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A mail that could not be read, and why."""

    id: int
    name: str
    folder: str
    at: datetime | None
    because: str


class FolderRead(NamedTuple):
    """When a folder was last read to its end."""

    name: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredMail:
    """A mail as it lies in the store, its raw bytes decrypted."""

    id: int
    name: str
    folder: str
    raw: Raw
    at: datetime | None


class Mails(Protocol):
    """Raw mails, from their arrival, and how far each folder was read."""

    def keep(self, arrivals: Sequence[Arrival]) -> int:
        """Keep the raw bytes and move the position, in one transaction; how many were new.

        The pieces of large mails are stored before, without an owner until then.
        """

    def position(self, folder: str) -> Position | None:
        """How far a folder was read; None if never."""

    def mark_read_to_end(self, folder: str, at: datetime) -> None: ...
    def read_to_end_at(self, folder: str) -> datetime | None:
        """When a folder was last read to its end."""

    def folders_read(self) -> list[FolderRead]:
        """Every folder that was ever read, by its name."""

    def stored(self, mail_id: int) -> StoredMail:
        """A mail with its raw bytes."""

    def is_proven(self, message_id: str) -> bool:
        """Whether a mail with this Message-ID came to us."""

    def raw_of(self, ids: Sequence[str]) -> Raw:
        """The raw bytes of the first of these mails that came to us, if any did."""


class Verdicts(Protocol):
    """What became of each mail: a verdict, or quarantine."""

    def unhandled(self) -> Iterator[StoredMail]:
        """Every mail without a verdict, in order of arrival; decrypted one at a time."""

    def count_attempt(self, mail_id: int) -> int:
        """The number of this attempt at reading the mail; committed before it begins.

        `keep` has counted the first one already: a mail just kept costs no second commit.
        """

    def spare(self, mail_id: int) -> None:
        """This attempt failed for an outside reason: don't count the next one while we run."""

    def settle(
        self,
        mail_id: int,
        verdict: str,
        case_id: str,
        because: Sequence[str],
        message_id: str = "",
        digest: str = "",
    ) -> None:
        """Store the verdict: handled, history, ignored or quarantined."""

    def is_duplicate(self, message_id: str, digest: str) -> bool:
        """Whether a mail with this Message-ID and this digest has a verdict already."""

    def is_stored_twice(self, mail_id: int) -> bool:
        """Whether another row with identical bytes has a verdict already."""

    def quarantined(self) -> list[Quarantined]:
        """The mails that could not be read, oldest first."""

    def release(self, mail_id: int) -> bool:
        """Let a quarantined mail be read once more; False if there is no such mail."""
