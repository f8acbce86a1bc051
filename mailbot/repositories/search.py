"""Mails and cases found by their words."""

from datetime import datetime
from typing import NamedTuple, Protocol


class FoundMail(NamedTuple):
    """A mail that a search found."""

    mail_id: int
    case_id: str


class Search(Protocol):
    """Mails and cases by their words."""

    def mails(self, asked: str, most: int, since: datetime | None = None) -> list[FoundMail]:
        """The newest mails that hold all that was asked for."""

    def cases(self, asked: str, most: int) -> list[str]:
        """The newest cases whose title, people or files hold all that was asked for."""
