"""The copies of waiting drafts in the Drafts folder, in SQLite."""

from mailbot.repositories.draft_copies import DraftCopy
from mailbot.store.moments import moment, written
from mailbot.store.room import Room


class SqliteDraftCopies(Room):
    """The copies of waiting drafts in the Drafts folder."""

    def keep(self, copy: DraftCopy) -> None:
        self.db.write(
            "INSERT OR REPLACE INTO draft_copy VALUES (?, ?, ?, ?, ?)",
            copy.draft, copy.words, copy.seen, written(copy.gone), int(copy.asked),
        )  # fmt: skip

    def all(self) -> dict[str, DraftCopy]:
        rows = self.db.all("SELECT draft_id, words, seen, gone, asked FROM draft_copy")
        return {
            draft: DraftCopy(draft, words, seen, moment(gone), bool(asked))
            for draft, words, seen, gone, asked in rows
        }

    def forget(self, draft: str) -> None:
        self.db.write("DELETE FROM draft_copy WHERE draft_id = ?", draft)
