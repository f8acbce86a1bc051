"""The schema of the database and its migrations, forward only."""

import json
from typing import Any

from sqlite_utils import Database, Migrations

from mailbot.desk.people.organisation import organisation
from mailbot.errors import ConfigError

migrations = Migrations("mailbot")

_SCHEMA_1 = (
    # a case; alarm and leaves_at are derived from its body, as columns to search by
    """CREATE TABLE casebook (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        status TEXT NOT NULL,
        alarm TEXT,
        leaves_at TEXT,
        body TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX casebook_alarm ON casebook (alarm) WHERE alarm IS NOT NULL",
    "CREATE INDEX casebook_leaves_at ON casebook (leaves_at) WHERE leaves_at IS NOT NULL",
    "CREATE INDEX casebook_open ON casebook (seq) WHERE status <> 'closed'",
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES casebook (id) DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        because TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX journal_case ON journal (case_id, id)",
    "CREATE TABLE hands_off (who TEXT PRIMARY KEY, because TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # a mail: verdict is NULL until it was handled
    """CREATE TABLE mail (
        id INTEGER PRIMARY KEY,
        folder TEXT NOT NULL,
        uidvalidity INTEGER NOT NULL,
        uid INTEGER NOT NULL,
        name TEXT NOT NULL,
        at TEXT,
        sha256 BLOB NOT NULL,
        attempts INTEGER NOT NULL,
        verdict TEXT,
        case_id TEXT REFERENCES casebook (id) DEFERRABLE INITIALLY DEFERRED,
        because TEXT NOT NULL DEFAULT '[]',
        message_key INTEGER,
        digest TEXT NOT NULL DEFAULT '',
        UNIQUE (folder, uidvalidity, uid)
    ) STRICT""",
    "CREATE INDEX mail_sha256 ON mail (sha256)",
    "CREATE INDEX mail_waiting ON mail (at IS NULL, at, id) WHERE verdict IS NULL",
    "CREATE INDEX mail_quarantined ON mail (id) WHERE verdict = 'quarantined'",
    "CREATE INDEX mail_message ON mail (message_key) WHERE message_key IS NOT NULL",
    # without it, each new case would scan all mails to check the deferred foreign key
    "CREATE INDEX mail_case ON mail (case_id)",
    """CREATE TABLE raw_mail (
        mail_id INTEGER PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
        sealed BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE folder (
        name TEXT PRIMARY KEY,
        uidvalidity INTEGER NOT NULL DEFAULT 0,
        uid INTEGER NOT NULL DEFAULT 0,
        read_to_end TEXT
    ) STRICT, WITHOUT ROWID""",
    # lookup tables for earlier mails: the keys are keyed 8-byte hashes
    "CREATE TABLE known_mail (key INTEGER PRIMARY KEY, case_id TEXT NOT NULL) STRICT",
    "CREATE TABLE known_thread (key INTEGER PRIMARY KEY, case_id TEXT NOT NULL) STRICT",
    """CREATE TABLE known_subject (
        key INTEGER NOT NULL, case_id TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (key, case_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX known_subject_at ON known_subject (key, at)",
    """CREATE TABLE known_line (
        key INTEGER NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (key, case_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE known_person (
        key INTEGER NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (key, case_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE known_case (
        case_id TEXT PRIMARY KEY, last_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE draft (id TEXT PRIMARY KEY, case_id TEXT, subject TEXT, text TEXT) STRICT",
    """CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT REFERENCES casebook (id) DEFERRABLE INITIALLY DEFERRED,
        message_key INTEGER NOT NULL,
        state TEXT NOT NULL,
        next_try TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        tried_at TEXT,
        error TEXT NOT NULL DEFAULT '',
        letter TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX outbox_queued ON outbox (next_try, seq) WHERE state = 'queued'",
    "CREATE INDEX outbox_state ON outbox (state, seq)",
    "CREATE INDEX outbox_case ON outbox (case_id)",
    "CREATE INDEX outbox_message ON outbox (message_key)",
    # whom we wrote to and when; '' stands for everybody
    """CREATE TABLE gone_out (
        outbox_id TEXT NOT NULL, recipient TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (outbox_id, recipient)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX gone_out_at ON gone_out (recipient, at)",
    """CREATE TABLE account (
        user TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        person TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        opened TEXT NOT NULL,
        expires TEXT,
        shut TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX account_case ON account (case_id)",
    """CREATE TABLE upload (
        case_id TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (case_id, user, name)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE secret (seal TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

_SCHEMA_2 = (
    # a piece of a large mail; mail_id is NULL until the whole mail is here
    """CREATE TABLE raw_large (
        id INTEGER PRIMARY KEY,
        mail_id INTEGER UNIQUE REFERENCES mail (id) ON DELETE CASCADE,
        size INTEGER NOT NULL,
        pieces INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE raw_piece (
        large_id INTEGER NOT NULL REFERENCES raw_large (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        sealed BLOB NOT NULL,
        UNIQUE (large_id, number)
    ) STRICT""",
)


@migrations()
def schema_1(db: Database) -> None:
    """The first tables."""
    for statement in _SCHEMA_1:
        db.execute(statement)


@migrations()
def schema_2(db: Database) -> None:
    """Large mails are kept in pieces."""
    for statement in _SCHEMA_2:
        db.execute(statement)


_SCHEMA_3 = (
    # the mails that a case refers to and that never came
    """CREATE TABLE known_awaited (
        key INTEGER NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (key, case_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX known_awaited_case ON known_awaited (case_id)",
    # a case that was merged into another: whatever refers to it means that one
    "CREATE TABLE merged (case_id TEXT PRIMARY KEY, into_id TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX merged_into ON merged (into_id)",
    # separate cases, by a person's word
    """CREATE TABLE apart (
        case_id TEXT NOT NULL, other_id TEXT NOT NULL, PRIMARY KEY (case_id, other_id)
    ) STRICT, WITHOUT ROWID""",
    # joins and splits, with the state before: the last one of a case can be undone
    """CREATE TABLE rearranged (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL,
        other_id TEXT NOT NULL,
        body TEXT NOT NULL,
        undone TEXT
    ) STRICT""",
    "CREATE INDEX rearranged_case ON rearranged (case_id, id)",
    "CREATE INDEX rearranged_other ON rearranged (other_id, id)",
)


@migrations()
def schema_3(db: Database) -> None:
    """Cases that become one or two; an organisation is known by its registrable domain."""
    for statement in _SCHEMA_3:
        db.execute(statement)
    held = list(db.execute("SELECT who, because FROM hands_off"))
    for who, because in held:
        house = organisation(who if "@" in who else f"x@{who}")
        db.execute("DELETE FROM hands_off WHERE who = ?", (who,))
        db.execute("INSERT OR IGNORE INTO hands_off VALUES (?, ?)", (house, because))


_SCHEMA_4 = (
    # a new password; the old one also works until the letter with the new one was sent
    "ALTER TABLE account ADD COLUMN next_hash TEXT NOT NULL DEFAULT ''",
    # a login of the second line: it can fetch, but change nothing
    "ALTER TABLE account ADD COLUMN read_only INTEGER NOT NULL DEFAULT 0",
)


@migrations()
def schema_4(db: Database) -> None:
    """Logins with two passwords for a while, and logins that only read."""
    for statement in _SCHEMA_4:
        db.execute(statement)


_CASES = (("casebook", "id"), ("rearranged", "id"))
_PRESSES = "the customer presses: "


@migrations()
def schema_5(db: Database) -> None:
    """Reasons are values: what an older version wrote as a sentence is a kind without parts."""
    for table, key in _CASES:
        rows = list(db.execute(f"SELECT {key}, body FROM {table}"))  # noqa: S608 - they stand above
        for one, body in rows:
            renewed = json.dumps(_with_reasons(json.loads(body)), ensure_ascii=False)
            db.execute(f"UPDATE {table} SET body = ? WHERE {key} = ?", (renewed, one))  # noqa: S608
    db.execute(
        "UPDATE hands_off SET because = substr(because, ?) WHERE because LIKE ?",
        (len(_PRESSES) + 1, f"{_PRESSES}%"),
    )


def _with_reasons(value: Any) -> Any:
    """The same JSON with a reason for each sentence that said why."""
    if isinstance(value, list):
        return [_with_reasons(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _reasoned(key, one) for key, one in value.items()}


def _reasoned(key: str, value: Any) -> Any:
    if key in ("withheld", "notes"):
        return [_reason(one) for one in value]
    if key == "needs":
        return [{**one, "what": _reason(one["what"])} for one in value]
    if key == "hands_off":
        return value.removeprefix(_PRESSES)
    return _with_reasons(value)


def _reason(sentence: str) -> dict[str, Any]:
    return {"kind": sentence, "parts": {}}


def upgrade(db: Database) -> None:
    """Bring the state up to date. Raises ConfigError where a newer mailbot wrote it."""
    ours = {one.__name__ for one in (schema_1, schema_2, schema_3, schema_4, schema_5)}
    newer = sorted({one.name for one in migrations.applied(db)} - ours)
    if newer:
        raise ConfigError(
            f"the state was written by a newer mailbot ({', '.join(newer)}): install that one"
        )
    migrations.apply(db)
