"""What is known of the copies of waiting drafts in the Drafts folder."""

from dataclasses import dataclass
from datetime import datetime

from mailbot.store.moments import moment, written
from mailbot.store.room import Room


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


class DraftCopies(Room):
    """One row for each draft that was ever laid down and still waits."""

    def keep_copy(self, copy: DraftCopy) -> None:
        self.db.write(
            "INSERT OR REPLACE INTO draft_copy VALUES (?, ?, ?, ?, ?)",
            copy.draft, copy.words, copy.seen, written(copy.gone), int(copy.asked),
        )  # fmt: skip

    def copies(self) -> dict[str, DraftCopy]:
        """All of them, by draft."""
        rows = self.db.all("SELECT draft_id, words, seen, gone, asked FROM draft_copy")
        return {
            draft: DraftCopy(draft, words, seen, moment(gone), bool(asked))
            for draft, words, seen, gone, asked in rows
        }

    def forget_copy(self, draft: str) -> None:
        self.db.write("DELETE FROM draft_copy WHERE draft_id = ?", draft)
