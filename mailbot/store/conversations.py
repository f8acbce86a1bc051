"""The mails of each case as pages show and search them."""

from datetime import datetime
from typing import NamedTuple

import msgspec

from mailbot.desk.case.kept_mail import KeptMail
from mailbot.mail.parts import Part
from mailbot.store.moments import moment, written
from mailbot.store.room import Room
from mailbot.store.rows import OutboxRow, read_row
from mailbot.store.searchable import query, searchable

_reads = msgspec.json.Decoder(KeptMail)
_SEARCHED = (Part.NEW, Part.FORWARDED)
# as many characters of one mail can be searched
_MOST_SEARCHED = 60_000


class Sent(NamedTuple):
    """A letter of ours that left, or may have."""

    row: OutboxRow
    state: str
    at: datetime | None


class FoundMail(NamedTuple):
    """A mail that a search found."""

    mail_id: int
    case_id: str


class Conversations(Room):
    """One row a mail that was filed, and its words in the full-text index."""

    def keep_read(self, mail_id: int, mail: KeptMail) -> None:
        """Keep a mail as it was read; in the transaction in which it is filed."""
        with self.db.transaction():
            self.db.write(
                "INSERT OR REPLACE INTO kept_mail VALUES (?, ?)",
                mail_id,
                msgspec.json.encode(mail).decode(),
            )
            self.db.write("DELETE FROM mail_words WHERE rowid = ?", mail_id)
            self.db.write(
                "INSERT INTO mail_words (rowid, words) VALUES (?, ?)", mail_id, _words(mail)
            )

    def kept_mail(self, mail_id: int) -> KeptMail | None:
        """One mail as it was read; None where it was not kept yet."""
        body = self.db.value("SELECT body FROM kept_mail WHERE mail_id = ?", mail_id)
        return None if body is None else _reads.decode(body)

    def kept_mail_of(self, message_id: str) -> KeptMail | None:
        """The same, by its Message-ID."""
        body = self.db.value(
            "SELECT body FROM mail JOIN kept_mail ON mail_id = id WHERE message_key = ?",
            self.vault.number("mail", message_id),
        )
        return None if body is None else _reads.decode(body)

    def not_kept(self, most: int) -> list[int]:
        """Filed mails of an older version that no page can show yet, newest first."""
        rows = self.db.all(
            "SELECT id FROM mail WHERE case_id IS NOT NULL AND verdict IN ('handled', 'history')"
            " AND id NOT IN (SELECT mail_id FROM kept_mail) ORDER BY id DESC LIMIT ?",
            most,
        )
        return [mail_id for (mail_id,) in rows]

    def sent_in(self, case_id: str) -> list[Sent]:
        """Our letters of a case that left or may have, oldest first."""
        rows = self.db.all(
            "SELECT letter, state, tried_at FROM outbox WHERE case_id = ?"
            " AND state IN ('sent', 'sending', 'in_doubt', 'failed') ORDER BY seq",
            case_id,
        )
        return [Sent(read_row(letter), state, moment(at)) for letter, state, at in rows]

    def search_mails(self, asked: str, most: int, since: datetime | None = None) -> list[FoundMail]:
        """The newest mails that hold all that was asked for."""
        words = query(asked)
        if not words:
            return []
        rows = self.db.all(
            "SELECT id, case_id FROM mail_words JOIN mail ON id = mail_words.rowid"
            " WHERE mail_words MATCH ? AND case_id IS NOT NULL AND (? IS NULL OR at >= ?)"
            " ORDER BY mail_words.rowid DESC LIMIT ?",
            words,
            written(since),
            written(since),
            most,
        )
        return [FoundMail(*row) for row in rows]

    def search_cases(self, asked: str, most: int) -> list[str]:
        """The newest cases whose title, people or files hold all that was asked for."""
        words = query(asked)
        if not words:
            return []
        rows = self.db.all(
            "SELECT id FROM case_words JOIN casebook ON seq = case_words.rowid"
            " WHERE case_words MATCH ? ORDER BY case_words.rowid DESC LIMIT ?",
            words,
            most,
        )
        return [case_id for (case_id,) in rows]


def _words(mail: KeptMail) -> str:
    """What a search finds a mail by: its subject and text, who wrote it, what it brought."""
    own = (piece.text for piece in mail.pieces if piece.part in _SEARCHED)
    files = (one.name for one in mail.attachments if not one.decoration)
    said = (mail.subject, mail.sender.name, mail.sender.email, *files, *own)
    return searchable("\n".join(said)[:_MOST_SEARCHED])
