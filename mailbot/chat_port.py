"""The port to chat programs: a short message to one of our own people."""

from typing import Protocol


class Chat(Protocol):
    """Says something to a reader who hears by chat; to others, and in failing, it does nothing."""

    def say(self, reader: str, text: str) -> None:
        """Hand it over and return at once; the mail is the notice that counts."""

    def close(self) -> None:
        """Say what was handed over, within a few seconds."""


class NoChat:
    """Nobody hears by chat: in a replay, in orders from the terminal, and where none is set up."""

    def say(self, reader: str, text: str) -> None:
        """Nobody hears it."""

    def close(self) -> None:
        """Nothing is open."""
