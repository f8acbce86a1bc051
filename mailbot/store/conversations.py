"""The mails of each case as pages show them, in SQLite."""

import msgspec

from mailbot.desk.case.kept_mail import KeptMail
from mailbot.mail.parts import Part
from mailbot.repositories.conversations import Sent
from mailbot.store.moments import moment
from mailbot.store.room import Room
from mailbot.store.rows import read_row
from mailbot.store.searchable import searchable

_reads = msgspec.json.Decoder(KeptMail)
_SEARCHED = (Part.NEW, Part.FORWARDED)
# as many characters of one mail can be searched
_MOST_SEARCHED = 60_000


class SqliteConversations(Room):
    """Mails and letters as they are shown."""

    def keep(self, mail_id: int, mail: KeptMail) -> None:
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

    def mail(self, mail_id: int) -> KeptMail | None:
        body = self.db.value("SELECT body FROM kept_mail WHERE mail_id = ?", mail_id)
        return None if body is None else _reads.decode(body)

    def mail_by_id(self, message_id: str) -> KeptMail | None:
        body = self.db.value(
            "SELECT body FROM mail JOIN kept_mail ON mail_id = id WHERE message_key = ?",
            self.vault.number("mail", message_id),
        )
        return None if body is None else _reads.decode(body)

    def not_kept(self, most: int) -> list[int]:
        rows = self.db.all(
            "SELECT id FROM mail WHERE case_id IS NOT NULL AND verdict IN ('handled', 'history')"
            " AND id NOT IN (SELECT mail_id FROM kept_mail) ORDER BY id DESC LIMIT ?",
            most,
        )
        return [mail_id for (mail_id,) in rows]

    def sent_in(self, case_id: str) -> list[Sent]:
        rows = self.db.all(
            "SELECT letter, state, tried_at FROM outbox WHERE case_id = ?"
            " AND state IN ('sent', 'sending', 'in_doubt', 'failed') ORDER BY seq",
            case_id,
        )
        return [Sent(read_row(letter), state, moment(at)) for letter, state, at in rows]


def _words(mail: KeptMail) -> str:
    """What a search finds a mail by: its subject and text, who wrote it, what it brought."""
    own = (piece.text for piece in mail.pieces if piece.part in _SEARCHED)
    files = (one.name for one in mail.attachments if not one.decoration)
    said = (mail.subject, mail.sender.name, mail.sender.email, *files, *own)
    return searchable("\n".join(said)[:_MOST_SEARCHED])
