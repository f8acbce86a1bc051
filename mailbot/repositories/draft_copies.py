"""The copies of waiting drafts in the Drafts folder."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class DraftCopy:
    """One draft's copy.

    ``words`` is the fingerprint of the text laid down or taken up last, ``seen`` the key of the
    mail that holds it; ``gone`` is since when it lies there no more; ``asked``: its engineer was
    asked what shall become of it.
    """

    draft: str
    words: str
    seen: str = ""
    gone: datetime | None = None
    asked: bool = False


class DraftCopies(Protocol):
    """The copies of waiting drafts in the Drafts folder."""

    def keep(self, copy: DraftCopy) -> None: ...
    def all(self) -> dict[str, DraftCopy]:
        """All of them, by draft."""

    def forget(self, draft: str) -> None: ...
