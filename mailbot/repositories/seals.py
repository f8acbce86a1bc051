"""Secrets, kept locked: a seal stands in the place of each."""

from typing import Protocol

from mailbot.ports import Seals


class Secrets(Seals, Protocol):
    """Keeps secrets, each locked with the state's key."""

    def opens(self, seal: str) -> bool:
        """Whether a secret lies behind this seal."""

    def key_for(self, purpose: str) -> bytes:
        """A key derived from the state's, for one purpose."""
