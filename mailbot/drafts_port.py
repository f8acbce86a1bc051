"""The port to a mailbox's Drafts folder: what lies there of ours, laid, read and taken away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class LaidDraft:
    """A mail in Drafts; ``key`` is how the folder knows it, ``ids`` every id in its headers."""

    key: str
    ids: tuple[str, ...]


class DraftsFolder(Protocol):
    """The Drafts folder, in which people write too; every call may raise ChannelDown."""

    def laid(self) -> Sequence[LaidDraft]:
        """What lies there, oldest first."""

    def read(self, key: str) -> bytes:
        """The mail of that key; b"" where it lies there no more."""

    def lay(self, raw: bytes, at: datetime) -> str:
        """Put a mail there, marked as a draft; its key, '' where the server doesn't tell."""

    def take(self, key: str) -> None:
        """Take a mail away, if it still lies there."""
