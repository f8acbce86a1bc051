"""The tables of the first version of the database; frozen: later versions are migrations."""

FIRST_SCHEMA = (
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
