"""What mails want by the word of engineers."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol


class Correction(NamedTuple):
    """The intents of a stored mail, as an engineer named them."""

    mail_id: int
    intents: tuple[str, ...]


class Corrections(Protocol):
    """What a mail wants by an engineer's word."""

    def keep(self, mail_id: int, intents: Sequence[str], engineer: str, at: datetime) -> None: ...
    def all(self) -> list[Correction]:
        """All of them, by the mails' order of arrival."""
