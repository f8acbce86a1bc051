"""The schema of the database and its migrations, forward only."""

import json
from collections.abc import Callable
from contextlib import closing
from typing import Any

from sqlite_utils import Database, Migrations

from mailbot.desk.people.organisation import organisation
from mailbot.errors import ConfigError
from mailbot.store.by_mail_schema import BY_MAIL_SCHEMA
from mailbot.store.facts_schema import case_with_kinds, mail_with_kinds, move_with_kinds
from mailbot.store.first_schema import FIRST_SCHEMA
from mailbot.store.page_schema import PAGE_SCHEMA
from mailbot.store.parts_schema import case_in_parts, move_in_parts
from mailbot.store.searchable import searchable

migrations = Migrations("mailbot")

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
    for statement in FIRST_SCHEMA:
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


_WITH_CASES = ("casebook", "rearranged")
_PRESSES = "the customer presses: "


@migrations()
def schema_5(db: Database) -> None:
    """Reasons are values: what an older version wrote as a sentence is a kind without parts."""
    for table in _WITH_CASES:
        _renew(db, table, _with_reasons)
    db.execute(
        "UPDATE hands_off SET because = substr(because, ?) WHERE because LIKE ?",
        (len(_PRESSES) + 1, f"{_PRESSES}%"),
    )


_SCHEMA_6 = (
    # what a mail wants by an engineer's word: the desk's own lessons; they go with their mail
    """CREATE TABLE correction (
        mail_id INTEGER PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
        intents TEXT NOT NULL,
        engineer TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT""",
)


@migrations()
def schema_6(db: Database) -> None:
    """Engineers say what a mail wants, and mailbot learns from it."""
    for statement in _SCHEMA_6:
        db.execute(statement)


@migrations()
def schema_7(db: Database) -> None:
    """The day a customer promised is a value with its state."""
    for table in _WITH_CASES:
        _renew(db, table, _with_promises)


@migrations()
def schema_8(db: Database) -> None:
    """Pages: mails as they are shown and searched, users and their sessions."""
    for statement in PAGE_SCHEMA:
        db.execute(statement)
    for (seq,) in list(db.execute("SELECT seq FROM casebook")):
        (body,) = db.execute("SELECT body FROM casebook WHERE seq = ?", (seq,)).fetchone()
        words = _words_of_case(json.loads(body))
        db.execute("INSERT INTO case_words (rowid, words) VALUES (?, ?)", (seq, words))


@migrations()
def schema_9(db: Database) -> None:
    """Engineers answer notices by mail; any of our people may be away."""
    for statement in BY_MAIL_SCHEMA:
        db.execute(statement)


@migrations()
def schema_10(db: Database) -> None:
    """A case is in parts."""
    _renew(db, "casebook", case_in_parts)
    _renew(db, "rearranged", move_in_parts)


@migrations()
def schema_11(db: Database) -> None:
    """The value of a fact is a moment, a number or a text."""
    _renew(db, "casebook", case_with_kinds)
    _renew(db, "rearranged", move_with_kinds)
    _renew(db, "kept_mail", mail_with_kinds, key="mail_id")


def _renew(db: Database, table: str, renewed: Callable[[Any], Any], key: str = "id") -> None:
    """Each body anew, one at a time: a desk may have a hundred thousand cases."""
    for (one,) in list(db.execute(f"SELECT {key} FROM {table}")):  # noqa: S608 - named in this file
        (body,) = db.execute(f"SELECT body FROM {table} WHERE {key} = ?", (one,)).fetchone()  # noqa: S608
        text = json.dumps(renewed(json.loads(body)), ensure_ascii=False)
        db.execute(f"UPDATE {table} SET body = ? WHERE {key} = ?", (text, one))  # noqa: S608


def _words_of_case(body: Any) -> str:
    """What a case is found by: its number, title, people and files."""
    people = [one for contact in body.get("contacts", ()) for one in _named(contact)]
    files = [one["name"] for one in body.get("uploads", ())]
    told = (body["id"], body["title"], body.get("end_user", ""), *people, *files)
    return searchable("\n".join(filter(None, told)))


def _named(contact: Any) -> tuple[str, str]:
    return contact.get("name", ""), contact["email"]


def _with_promises(value: Any) -> Any:
    """The same JSON with a list of promises in each case, open where one was named."""
    if isinstance(value, list):
        return [_with_promises(one) for one in value]
    if not isinstance(value, dict):
        return value
    renewed = {key: _with_promises(one) for key, one in value.items() if key != "promised"}
    if value.get("promised"):
        made = value.get("last_heard") or value["opened"]
        renewed["promises"] = [{"until": value["promised"], "made": made}]
    return renewed


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
    with closing(Database(memory=True)) as empty:
        ours = {one.name for one in migrations.pending(empty)}
    newer = sorted({one.name for one in migrations.applied(db)} - ours)
    if newer:
        raise ConfigError(
            f"the state was written by a newer mailbot ({', '.join(newer)}): install that one"
        )
    migrations.apply(db)
