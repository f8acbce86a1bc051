"""A file a customer gave us: on the server, or attached to a mail."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class UploadState(StrEnum):
    """Where a file on the server stands."""

    RUNNING = "running"
    WHOLE = "whole"
    CUT = "cut"
    GONE = "gone"


class UploadWay(StrEnum):
    """Which way a file came."""

    SFTP = "sftp"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on the server, or attached to a mail (``via``); ``size`` in bytes.

    ``findings`` say what its first bytes show, by language; ``finding`` is the customer's own,
    and ``is_full_dump`` is None for no dump. ``ends_early``: it came as it was sent, and is
    shorter than it says itself.
    """

    name: str
    size: int
    at: datetime
    state: UploadState
    user: str = ""
    via: UploadWay = UploadWay.SFTP
    receipted: bool = False
    finding: str = ""
    is_full_dump: bool | None = None
    findings: tuple[tuple[str, str], ...] = ()
    ends_early: bool = False

    @property
    def is_empty(self) -> bool:
        return self.state is UploadState.WHOLE and self.size == 0

    @property
    def is_incomplete(self) -> bool:
        """Whether a part of it is missing: the line broke, or it had lost its end before."""
        return self.state is UploadState.CUT or (
            self.state is UploadState.WHOLE and self.ends_early and self.size > 0
        )

    @property
    def has_come(self) -> bool:
        """Whether there is something in it, and all of it as far as anybody can tell."""
        return self.state is UploadState.WHOLE and not self.is_empty and not self.is_incomplete

    @property
    def is_wanted_again(self) -> bool:
        return self.is_empty or self.is_incomplete

    def found(self, lang: str) -> str:
        """What its bytes show, in this language if it was kept."""
        return dict(self.findings).get(lang, self.finding)
