"""The whole state of the bot: a folder with one database and its key."""

from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Self

from mailbot.errors import ConfigError
from mailbot.store.casebook import CaseBook
from mailbot.store.connection import Connection
from mailbot.store.conversations import Conversations
from mailbot.store.corrections import Corrections
from mailbot.store.draft_copies import DraftCopies
from mailbot.store.keyfile import read_key
from mailbot.store.ledger import Ledger
from mailbot.store.memory import Memory
from mailbot.store.migrations import upgrade
from mailbot.store.moments import written
from mailbot.store.moves import Moves
from mailbot.store.notes import Notes
from mailbot.store.notices import Notices
from mailbot.store.originals import Originals
from mailbot.store.outbox import OutboxBook
from mailbot.store.presences import Presences
from mailbot.store.statistics import Statistics
from mailbot.store.users import Users
from mailbot.store.vault import Vault

DATABASE = "mailbot.sqlite"
KEY = "key"


class SqliteStore(
    Originals,
    CaseBook,
    Memory,
    Moves,
    OutboxBook,
    Ledger,
    Notes,
    Corrections,
    Conversations,
    Users,
    Statistics,
    DraftCopies,
    Notices,
    Presences,
):
    """All parts of the store over one connection, so that a transaction can span them."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The state in ``folder``, made there if there is none. Raises ConfigError, StoreBusy."""
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigError(f"state.folder: {folder}: {error.strerror}") from error
        database = folder / DATABASE
        if database.exists() and database.stat().st_size and not (folder / KEY).exists():
            raise ConfigError(f"{folder / KEY} is missing, and {database} needs it: put it back")
        # the key first: an interrupted start must not leave a database without a key
        key = read_key(folder / KEY)
        return cls._opened(Connection(database), key)

    @classmethod
    def in_memory(cls, key: bytes = bytes(32)) -> Self:
        """A state in memory, for replay and tests."""
        return cls._opened(Connection(None), key)

    @classmethod
    def _opened(cls, db: Connection, key: bytes) -> Self:
        try:
            upgrade(db.db)
            vault = Vault(key, db)
            vault.check()
        except BaseException:
            db.close()
            raise
        return cls(db, vault)

    def transaction(self) -> AbstractContextManager[None]:
        """A transaction over all parts of the store; inner ones join the outer one."""
        return self.db.transaction()

    def first_start(self) -> datetime | None:
        """When a bot first started on this state."""
        return self.noted_moment("first start")

    def begin(self, at: datetime) -> None:
        """Remember the first start; later ones change nothing."""
        self.db.write("INSERT OR IGNORE INTO note VALUES ('first start', ?)", written(at))

    def care(self) -> None:
        """Nightly maintenance of the database."""
        self.db.write("PRAGMA optimize")
        self.db.all("PRAGMA wal_checkpoint (TRUNCATE)")

    def close(self) -> None:
        self.db.close()
