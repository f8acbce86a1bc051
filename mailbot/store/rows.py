"""Letters as the outbox stores them, read back."""

from dataclasses import replace
from typing import Any

import msgspec

from mailbot.repositories.outbox import OutboxRow
from mailbot.store.connection import Connection
from mailbot.store.moments import moment

COLUMNS = "letter, attempts, tried_at"
# the recipient under whom every letter is counted
EVERYBODY = ""

_decoder = msgspec.json.Decoder(OutboxRow)


def read_row(letter: str | bytes) -> OutboxRow:
    """Decode a row that the outbox stored as JSON."""
    return _decoder.decode(letter)


def claimed_row(row: Any) -> OutboxRow:
    """The letter of a row, with its number of attempts and the last attempt's time."""
    letter, attempts, tried_at = row
    return replace(read_row(letter), attempts=attempts, tried_at=moment(tried_at))


def rows_where(db: Connection, condition: str, *values: object) -> list[OutboxRow]:
    """The letters of the outbox that meet a condition."""
    sql = f"SELECT {COLUMNS} FROM outbox WHERE {condition}"  # noqa: S608 - conditions of ours
    return [claimed_row(row) for row in db.all(sql, *values)]
