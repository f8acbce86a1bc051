"""Finds earlier mails by Message-ID, to compare quotes with them."""

from collections.abc import Sequence

from mailbot.mail.mime.raw import Raw
from mailbot.store.mailstore import MailStore
from mailbot.store.rows import read_row

_MOST_IDS = 3


class Originals(MailStore):
    """Finds a letter of ours by its text, and a mail by its raw bytes."""

    def letter_of(self, ids: Sequence[str]) -> str:
        """The sealed text of the first of these mails that is a letter of ours, or ''."""
        for one in ids[:_MOST_IDS]:
            row = self.db.one(
                "SELECT letter FROM outbox WHERE message_key = ?", self.vault.number("mail", one)
            )
            if row is not None:
                return read_row(row[0]).text
        return ""

    def raw_of(self, ids: Sequence[str]) -> Raw:
        """The raw bytes of the first of these mails that came to us, if any did."""
        for one in ids[:_MOST_IDS]:
            number = self.db.value(
                "SELECT max(id) FROM mail WHERE message_key = ?", self.vault.number("mail", one)
            )
            if number is not None:
                return self.stored(number).raw
        return b""
