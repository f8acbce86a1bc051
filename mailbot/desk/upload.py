"""A file a customer gave us: on the server, or attached to a mail."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class UploadState(StrEnum):
    """Where a file on the server stands."""

    RUNNING = "running"
    WHOLE = "whole"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on the server, or attached to a mail (``via``); ``size`` in bytes.

    ``finding`` says in words what its first bytes show; ``is_full_dump`` is None for no dump.
    """

    name: str
    size: int
    at: datetime
    state: UploadState
    user: str = ""
    via: str = "sftp"
    receipted: bool = False
    finding: str = ""
    is_full_dump: bool | None = None
