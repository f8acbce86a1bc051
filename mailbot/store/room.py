"""The base class of all parts of the store: one connection and one vault."""

from mailbot.store.connection import Connection
from mailbot.store.vault import Vault


class Room:
    """A part of the store; all parts share one connection, vault and transaction."""

    def __init__(self, db: Connection, vault: Vault) -> None:
        self.db = db
        self.vault = vault
