"""The notices of waiting drafts that engineers answer by mail, in SQLite."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import msgspec

from mailbot.repositories.notices import Notice
from mailbot.repositories.outbox import OutboxRow
from mailbot.store.moments import moment, written
from mailbot.store.room import Room
from mailbot.store.rows import rows_where

_NOTICE_TO = (
    "letter ->> '$.to' = ? AND EXISTS"
    " (SELECT 1 FROM json_each(letter, '$.letters') AS part WHERE part.value = 'draft_waiting')"
)


class SqliteDraftNotices(Room):
    """Notices of waiting drafts, which are answered by mail."""

    def keep(self, message_id: str, notice: Notice) -> None:
        self.db.write(
            "INSERT OR REPLACE INTO notice VALUES (?, ?)",
            self.vault.number("mail", message_id),
            msgspec.json.encode(notice).decode(),
        )

    def answered(self, message_ids: Iterable[str]) -> tuple[str, Notice] | None:
        for message_id in message_ids:
            key = self.vault.number("mail", message_id)
            body = self.db.value("SELECT body FROM notice WHERE message_key = ?", key)
            if body is not None:
                return message_id, msgspec.json.decode(body, type=Notice)
        return None

    def mark_answered(self, message_id: str, notice: Notice, drafts: Sequence[str]) -> None:
        self.keep(message_id, replace(notice, answered=(*notice.answered, *drafts)))

    def queued(self, to: Sequence[str], but: str) -> list[OutboxRow]:
        return rows_where(
            self.db,
            f"state = 'queued' AND id <> ? AND {_NOTICE_TO} ORDER BY seq",
            but,
            *_reader(to),
        )

    def last_at(self, to: Sequence[str], since: datetime) -> datetime | None:
        sql = f"SELECT max(tried_at) FROM outbox WHERE state = 'sent' AND tried_at > ? AND {_NOTICE_TO}"  # noqa: S608, E501 - it stands above
        return moment(self.db.value(sql, written(since), *_reader(to)))


def _reader(to: Sequence[str]) -> tuple[str]:
    return (msgspec.json.encode(to).decode(),)
