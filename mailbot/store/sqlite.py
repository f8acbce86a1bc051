"""The whole state of the bot: a folder with one database and its key."""

from pathlib import Path
from typing import Self

from mailbot.errors import ConfigError
from mailbot.repositories.state import State
from mailbot.store.cases import SqliteAlarms, SqliteCaseLists, SqliteCases
from mailbot.store.connection import Connection
from mailbot.store.conversations import SqliteConversations
from mailbot.store.corrections import SqliteCorrections
from mailbot.store.draft_copies import SqliteDraftCopies
from mailbot.store.draft_texts import SqliteDraftTexts
from mailbot.store.filed_mails import SqliteFiledMails
from mailbot.store.keyfile import read_key
from mailbot.store.logins import SqliteLogins
from mailbot.store.mails import SqliteMails, SqliteVerdicts
from mailbot.store.memory import SqliteMemory
from mailbot.store.merges import SqliteMerges
from mailbot.store.migrations import upgrade
from mailbot.store.notes import SqliteHearing, SqliteNotes
from mailbot.store.notices import SqliteDraftNotices
from mailbot.store.outbox import SqliteLetterQueue
from mailbot.store.presences import SqlitePresences
from mailbot.store.search import SqliteSearch
from mailbot.store.sent_letters import SqliteSentLetters
from mailbot.store.statistics import SqliteStatistics
from mailbot.store.traces import SqliteMailTraces
from mailbot.store.users import SqliteSessions, SqliteUsers
from mailbot.store.vault import Vault

DATABASE = "mailbot.sqlite"
KEY = "key"


class SqliteStore(State):
    """All ports over one connection, so that a transaction can span them."""

    def __init__(self, db: Connection, vault: Vault) -> None:
        fresh: set[int] = set()
        mails, memory = SqliteMails(db, vault, fresh), SqliteMemory(db, vault)
        super().__init__(
            mails=mails, verdicts=SqliteVerdicts(db, vault, fresh, mails),
            cases=SqliteCases(db, vault), case_lists=SqliteCaseLists(db, vault),
            alarms=SqliteAlarms(db, vault), memory=memory,
            traces=SqliteMailTraces(db, vault, memory), merges=SqliteMerges(db, vault),
            filed_mails=SqliteFiledMails(db, vault), draft_texts=SqliteDraftTexts(db, vault),
            outbox=SqliteLetterQueue(db, vault), sent_letters=SqliteSentLetters(db, vault),
            logins=SqliteLogins(db, vault), notes=SqliteNotes(db, vault),
            hearing=SqliteHearing(db, vault), corrections=SqliteCorrections(db, vault),
            conversations=SqliteConversations(db, vault), search=SqliteSearch(db, vault),
            users=SqliteUsers(db, vault), sessions=SqliteSessions(db, vault),
            statistics=SqliteStatistics(db, vault), draft_copies=SqliteDraftCopies(db, vault),
            notices=SqliteDraftNotices(db, vault), presences=SqlitePresences(db, vault),
            vault=vault, database=db,
        )  # fmt: skip

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The state in ``folder``, made there if there is none. Raises ConfigError, StoreBusy."""
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigError(f"state.folder: {folder}: {error.strerror}") from error
        database = folder / DATABASE
        if database.exists() and database.stat().st_size:
            must_hold_key(folder)
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


def must_hold_state(folder: Path) -> None:
    """Raises ConfigError where no bot has run yet."""
    if not (folder / DATABASE).exists():
        raise ConfigError(f"{folder} holds no state yet: `mailbot run` makes it")


def must_hold_key(folder: Path) -> None:
    """Raises ConfigError where the key is gone: reading it would make another one."""
    if not (folder / KEY).exists():
        raise ConfigError(
            f"{folder / KEY} is missing, and {folder / DATABASE} needs it: put it back"
        )
