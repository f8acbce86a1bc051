"""What schema 9 adds for engineers who work by mail; frozen, like every migration."""

BY_MAIL_SCHEMA = (
    # a notice of drafts that wait for a yes: an engineer may answer it by mail, once
    """CREATE TABLE notice (
        message_key INTEGER PRIMARY KEY,
        body TEXT NOT NULL
    ) STRICT""",
    # who is away, and who stands in: of all our people, not of the users of the pages alone
    """CREATE TABLE presence (
        email TEXT PRIMARY KEY,
        stand_in TEXT NOT NULL,
        since TEXT,
        until TEXT,
        by_reply INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO presence SELECT email, stand_in,
        iif(away_until IS NULL, NULL, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), away_until, 0
        FROM user WHERE stand_in <> '' OR away_until IS NOT NULL""",
    # the copy of a waiting draft in the Drafts folder
    """CREATE TABLE draft_copy (
        draft_id TEXT PRIMARY KEY,
        words TEXT NOT NULL,
        seen TEXT NOT NULL,
        gone TEXT,
        asked INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE user DROP COLUMN stand_in",
    "ALTER TABLE user DROP COLUMN away_until",
)
