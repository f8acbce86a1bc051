"""How letters fared."""

from datetime import datetime
from typing import Protocol

from mailbot.repositories.outbox import OutboxRow


class SentLetters(Protocol):
    """How letters fared."""

    def state(self, row_id: str) -> tuple[str, str]:
        """The state of a letter and its last error; ("", "") if it was never queued."""

    def left_behind(self) -> list[OutboxRow]:
        """At start: requeue what was only claimed; what was being sent is in doubt."""

    def in_doubt(self) -> list[OutboxRow]:
        """The letters that may or may not have left."""

    def is_proof(self, message_id: str) -> bool:
        """Whether this is the Message-ID of one of our letters: such a mail is our own copy."""

    def sent_since(self, since: datetime, recipient: str = "") -> int:
        """How many letters were sent, to one person or in all, those in doubt included."""

    def left_since(self, since: datetime) -> int:
        """How many letters left, those to our own people among them."""

    def ids_in(self, *states: str) -> list[str]:
        """The ids of the letters in one of these states, oldest first."""

    def own_failed(self, since: datetime) -> list[str]:
        """The alerts and morning lists that failed since then; they have no draft that shows it."""
