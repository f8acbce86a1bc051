"""The sealed texts of drafts."""

from typing import Protocol

from mailbot.ports import Written


class DraftTexts(Protocol):
    """The sealed texts of drafts."""

    def keep(self, draft_id: str, case_id: str, letter: Written) -> None:
        """Store the sealed text of a draft, replacing an earlier version."""

    def keep_edited(self, draft_id: str, text: str) -> None:
        """Store a person's text of a draft; the bot's own stays beside it, to be compared."""

    def first_text(self, draft_id: str) -> str:
        """The text of a draft before a person changed it, or ''."""

    def written(self, draft_id: str) -> Written | None:
        """The text of a draft; None if the id is unknown."""
