"""Secrets, kept locked: a seal stands in the place of each."""

from typing import Protocol


class Vault(Protocol):
    """Keeps secrets, each locked with the state's key."""

    def seal(self, secret: str) -> str:
        """The seal of this secret, always the same one: ``[sealed:3fa9c1d2]``."""

    def unseal(self, text: str) -> str:
        """``text`` with every seal replaced by its secret."""

    def opens(self, seal: str) -> bool:
        """Whether a secret lies behind this seal."""

    def key_for(self, purpose: str) -> bytes:
        """A key derived from the state's, for one purpose."""
