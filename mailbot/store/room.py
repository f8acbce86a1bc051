"""What every room of the store stands on: one connection and one vault."""

from mailbot.store.connection import Connection
from mailbot.store.vault import Vault


class Room:
    """A part of the store; all rooms of one store share connection, vault and transaction."""

    def __init__(self, db: Connection, vault: Vault) -> None:
        self.db = db
        self.vault = vault
