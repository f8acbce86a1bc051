"""Large mails, kept in pieces: each is encrypted, written and read by itself."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from mailbot.mail.mime.raw import Large
from mailbot.store.room import Room

_SAMPLE = 16 << 10


@dataclass(frozen=True, slots=True)
class KeptPieces:
    """The stored pieces of a large mail that has no row yet."""

    id: int
    digest: bytes


class LargeMail(Room):
    """Holds no more than two pieces at a time."""

    def keep_pieces(self, raw: Large) -> KeptPieces:
        """Store pieces, one transaction each, so that nobody waits while a mail is fetched."""
        large_id = self.db.insert("INSERT INTO raw_large (size, pieces) VALUES (0, 0)")
        assert large_id is not None
        digest, size, count = sha256(), 0, 0
        for number, (piece, is_last) in enumerate(_with_last(raw.pieces())):
            digest.update(piece)
            size, count = size + len(piece), number + 1
            sealed = self.vault.lock(_packed(piece), _about(large_id, number, is_last))
            self.db.write("INSERT INTO raw_piece VALUES (?, ?, ?)", large_id, number, sealed)
        self.db.write(
            "UPDATE raw_large SET size = ?, pieces = ? WHERE id = ?", size, count, large_id
        )
        return KeptPieces(large_id, digest.digest())

    def give_pieces(self, kept: KeptPieces, mail_id: int) -> None:
        """Assign the pieces to this mail."""
        self.db.write("UPDATE raw_large SET mail_id = ? WHERE id = ?", mail_id, kept.id)

    def drop_pieces(self) -> None:
        """Delete pieces without a mail: the fetch was interrupted, or the mail came twice."""
        self.db.write("DELETE FROM raw_large WHERE mail_id IS NULL")

    def pieces_of(self, mail_id: int) -> Large | None:
        """The pieces of a mail; None if it was not stored in pieces."""
        row = self.db.one("SELECT id, size, pieces FROM raw_large WHERE mail_id = ?", mail_id)
        if row is None:
            return None
        large_id, size, count = row
        return Large(size, lambda: self._pieces(large_id, count))

    def _pieces(self, large_id: int, count: int) -> Iterator[bytes]:
        for number in range(count):
            about = _about(large_id, number, number == count - 1)
            sealed = self.db.value(
                "SELECT sealed FROM raw_piece WHERE large_id = ? AND number = ?", large_id, number
            )
            yield zlib.decompress(self.vault.unlock(sealed or b"", about))


def _packed(piece: bytes) -> bytes:
    """Compressed where that gains something: a file in base64 is not worth 4 s for 100 MB."""
    sample = zlib.compress(piece[:_SAMPLE], 1)
    return zlib.compress(piece, 1 if len(sample) < _SAMPLE // 2 else 0)


def _with_last(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    waiting = None
    for piece in pieces:
        if waiting is not None:
            yield waiting, False
        waiting = piece
    if waiting is not None:
        yield waiting, True


def _about(large_id: int, number: int, is_last: bool) -> str:  # noqa: FBT001 - a fact, no switch
    return f"large mail {large_id}, piece {number}{', the last' if is_last else ''}"
