"""Raw mails, encrypted, how far each folder was read, and the verdict on each mail, in SQLite."""

import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256

import msgspec

from mailbot.mail.mime.raw import Large, Raw
from mailbot.ports import Arrival, Position
from mailbot.repositories.mails import FolderRead, Quarantined, StoredMail
from mailbot.store.connection import Connection
from mailbot.store.largemail import KeptPieces, LargeMail
from mailbot.store.moments import moment, written
from mailbot.store.room import Room
from mailbot.store.vault import Vault

_MOST_IDS = 3


class MailRows(Room):
    """The rows of mails; ``fresh`` are those whose first attempt `keep` has counted."""

    def __init__(self, db: Connection, vault: Vault, fresh: set[int]) -> None:
        super().__init__(db, vault)
        self._fresh = fresh
        self._large = LargeMail(db, vault)

    def _has(self, condition: str, *values: object) -> bool:
        sql = f"SELECT 1 FROM mail WHERE {condition} LIMIT 1"  # noqa: S608 - conditions stand above
        return self.db.one(sql, *values) is not None

    def _key(self, message_id: str) -> int | None:
        return self.vault.number("mail", message_id) if message_id else None


class SqliteMails(MailRows):
    """Raw mails, from their arrival, and how far each folder was read."""

    def keep(self, arrivals: Sequence[Arrival]) -> int:
        self._large.drop_pieces()
        pieces = [
            self._large.keep_pieces(arrival.raw) if isinstance(arrival.raw, Large) else None
            for arrival in arrivals
        ]
        with self.db.transaction():
            kept = list(map(self._keep_one, arrivals, pieces))
            for position in {
                arrival.position.folder: arrival.position for arrival in arrivals
            }.values():
                self._move(position)
        new = {mail_id for mail_id in kept if mail_id is not None}
        self._fresh |= new
        return len(new)

    def position(self, folder: str) -> Position | None:
        row = self.db.one("SELECT uidvalidity, uid FROM folder WHERE name = ? AND uid > 0", folder)
        return None if row is None else Position(folder, *row)

    def mark_read_to_end(self, folder: str, at: datetime) -> None:
        self.db.write(
            "INSERT INTO folder (name, read_to_end) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET read_to_end = excluded.read_to_end",
            folder,
            written(at),
        )

    def read_to_end_at(self, folder: str) -> datetime | None:
        return moment(self.db.value("SELECT read_to_end FROM folder WHERE name = ?", folder))

    def folders_read(self) -> list[FolderRead]:
        rows = self.db.all("SELECT name, read_to_end FROM folder ORDER BY name")
        return [FolderRead(name, moment(at)) for name, at in rows]

    def stored(self, mail_id: int) -> StoredMail:
        name, folder, at, digest, sealed = self.db.one(
            "SELECT name, folder, at, sha256, sealed"
            " FROM mail LEFT JOIN raw_mail ON mail_id = id WHERE id = ?",
            mail_id,
        )
        raw: Raw | None = self._large.pieces_of(mail_id) if sealed is None else None
        if raw is None:
            raw = zlib.decompress(self.vault.unlock(sealed or b"", _about(digest)))
        return StoredMail(mail_id, name, folder, raw, moment(at))

    def is_proven(self, message_id: str) -> bool:
        return self._has("message_key = ?", self._key(message_id))

    def raw_of(self, ids: Sequence[str]) -> Raw:
        for one in ids[:_MOST_IDS]:
            number = self.db.value(
                "SELECT max(id) FROM mail WHERE message_key = ?", self.vault.number("mail", one)
            )
            if number is not None:
                return self.stored(number).raw
        return b""

    def _keep_one(self, arrival: Arrival, pieces: KeptPieces | None) -> int | None:
        position, raw = arrival.position, arrival.raw
        digest = sha256(raw).digest() if isinstance(raw, bytes) else b""
        digest = pieces.digest if pieces is not None else digest
        if self._is_known_from_before(position, digest):
            return None
        mail_id = self.db.insert(
            "INSERT OR IGNORE INTO mail (folder, uidvalidity, uid, name, at, sha256, attempts)"
            " VALUES (?, ?, ?, ?, ?, ?, 1)",
            position.folder,
            position.uidvalidity,
            position.uid,
            arrival.name,
            written(arrival.at),
            digest,
        )
        if mail_id is not None and isinstance(raw, bytes):
            sealed = self.vault.lock(zlib.compress(raw, 1), _about(digest))
            self.db.write("INSERT INTO raw_mail VALUES (?, ?)", mail_id, sealed)
        if mail_id is not None and pieces is not None:
            self._large.give_pieces(pieces, mail_id)
        return mail_id

    def _is_known_from_before(self, position: Position, digest: bytes) -> bool:
        """Whether it was stored before: a new UIDVALIDITY brings all again (RFC 3501, 2.3.1.1)."""
        return self._has(
            "sha256 = ? AND folder = ? AND uidvalidity <> ?",
            digest,
            position.folder,
            position.uidvalidity,
        )

    def _move(self, position: Position) -> None:
        self.db.write(
            "INSERT INTO folder (name, uidvalidity, uid) VALUES (?, ?, ?) ON CONFLICT (name)"
            " DO UPDATE SET uidvalidity = excluded.uidvalidity, uid = excluded.uid",
            position.folder,
            position.uidvalidity,
            position.uid,
        )


class SqliteVerdicts(MailRows):
    """What became of each mail: a verdict, or quarantine."""

    def __init__(self, db: Connection, vault: Vault, fresh: set[int], mails: SqliteMails) -> None:
        super().__init__(db, vault, fresh)
        self._mails = mails

    def unhandled(self) -> Iterator[StoredMail]:
        waiting = self.db.all(
            "SELECT id FROM mail WHERE verdict IS NULL ORDER BY at IS NULL, at, id"
        )
        return (self._mails.stored(mail_id) for (mail_id,) in waiting)

    def count_attempt(self, mail_id: int) -> int:
        if mail_id in self._fresh:
            self._fresh.remove(mail_id)
        else:
            self.db.write("UPDATE mail SET attempts = attempts + 1 WHERE id = ?", mail_id)
        return int(self.db.value("SELECT attempts FROM mail WHERE id = ?", mail_id))

    def spare(self, mail_id: int) -> None:
        self._fresh.add(mail_id)

    def settle(
        self,
        mail_id: int,
        verdict: str,
        case_id: str,
        because: Sequence[str],
        message_id: str = "",
        digest: str = "",
    ) -> None:
        self.db.write(
            "UPDATE mail SET verdict = ?, case_id = ?, because = ?, message_key = ?, digest = ?"
            " WHERE id = ?",
            verdict,
            case_id or None,
            msgspec.json.encode(because).decode(),
            self._key(message_id),
            digest,
            mail_id,
        )

    def is_duplicate(self, message_id: str, digest: str) -> bool:
        return self._has("message_key = ? AND digest = ?", self._key(message_id), digest)

    def is_stored_twice(self, mail_id: int) -> bool:
        row = self.db.one("SELECT sha256 FROM mail WHERE id = ?", mail_id)
        return row is not None and self._has(
            "sha256 = ? AND id <> ? AND verdict IS NOT NULL", row[0], mail_id
        )

    def quarantined(self) -> list[Quarantined]:
        rows = self.db.all(
            "SELECT id, name, folder, at, because FROM mail"
            " WHERE verdict = 'quarantined' ORDER BY id"
        )
        return [
            Quarantined(number, name, folder, moment(at), "; ".join(msgspec.json.decode(because)))
            for number, name, folder, at, because in rows
        ]

    def release(self, mail_id: int) -> bool:
        changed = self.db.write(
            "UPDATE mail SET verdict = NULL, attempts = 0 WHERE id = ? AND verdict = 'quarantined'",
            mail_id,
        )
        return changed == 1


def _about(digest: bytes) -> str:
    return f"mail {digest.hex()}"
