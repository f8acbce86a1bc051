"""The desk's own state: pauses, moments, and whether it could hear."""

from datetime import datetime
from typing import Protocol

# the note of when letters of another bot were last seen in our mailbox
TWIN = "another bot"


class Notes(Protocol):
    """The desk's own state: pauses, and moments by name."""

    def pause(self, at: datetime | None = None) -> None:
        """Pause sending until `resume`; pausing again keeps the first beginning."""

    def resume(self, at: datetime | None = None) -> None: ...
    def is_paused(self) -> bool: ...
    def paused_since(self, seen: datetime) -> datetime | None:
        """Since when sending is paused, or None; if the start is unknown, since ``seen``."""

    def note_moment(self, name: str, at: datetime | None) -> None:
        """Remember a time under this name; None forgets it."""

    def noted_moment(self, name: str) -> datetime | None: ...
    def first_start(self) -> datetime | None:
        """When a bot first started on this state."""

    def begin(self, at: datetime) -> None:
        """Remember the first start; later ones change nothing."""


class Hearing(Protocol):
    """Whether the mailbox could be read, and what was a fault of ours."""

    def note_silence(self, because: str) -> None:
        """Why the mailbox could not be read."""

    def heard(self, at: datetime) -> None:
        """Remember that every folder was read to its end, and forget the silence."""

    def silence(self) -> str:
        """Why the mailbox could not be read, or ''."""

    def note_fault(self, mail_id: int, fault: str) -> None:
        """Remember an error of ours while this mail was read."""

    def take_fault(self, mail_id: int) -> str:
        """Return and forget the last error of ours on this mail, or ''."""
