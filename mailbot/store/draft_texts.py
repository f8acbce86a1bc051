"""The sealed texts of drafts, in SQLite."""

from mailbot.ports import Written
from mailbot.store.room import Room


class SqliteDraftTexts(Room):
    """The sealed texts of drafts."""

    def keep(self, draft_id: str, case_id: str, letter: Written) -> None:
        self.db.write(
            "INSERT INTO draft (id, case_id, subject, text) VALUES (?, ?, ?, ?) ON CONFLICT (id)"
            " DO UPDATE SET subject = excluded.subject, text = excluded.text, first_text = ''",
            draft_id,
            case_id,
            letter.subject,
            letter.text,
        )

    def keep_edited(self, draft_id: str, text: str) -> None:
        self.db.write(
            "UPDATE draft SET text = ?, first_text = CASE first_text WHEN '' THEN text"
            " ELSE first_text END WHERE id = ?",
            text,
            draft_id,
        )

    def first_text(self, draft_id: str) -> str:
        return self.db.value("SELECT first_text FROM draft WHERE id = ?", draft_id) or ""

    def written(self, draft_id: str) -> Written | None:
        row = self.db.one("SELECT subject, text FROM draft WHERE id = ?", draft_id)
        return None if row is None else Written(*row)
