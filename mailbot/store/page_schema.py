"""What schema 8 adds for the pages; frozen, like every migration."""

PAGE_SCHEMA = (
    # a mail as pages show it; it goes with its mail
    """CREATE TABLE kept_mail (
        mail_id INTEGER PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
        body TEXT NOT NULL
    ) STRICT""",
    # the words of a mail, by its id, and of a case, by its seq
    "CREATE VIRTUAL TABLE mail_words USING fts5 (words, tokenize = 'unicode61')",
    """CREATE TRIGGER kept_mail_goes AFTER DELETE ON kept_mail BEGIN
        DELETE FROM mail_words WHERE rowid = old.mail_id;
    END""",
    "CREATE VIRTUAL TABLE case_words USING fts5 (words, tokenize = 'unicode61')",
    """CREATE TABLE user (
        email TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        lang TEXT NOT NULL,
        stand_in TEXT NOT NULL,
        away_until TEXT
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE session (
        token_hash BLOB PRIMARY KEY,
        email TEXT NOT NULL REFERENCES user (email) ON DELETE CASCADE,
        began TEXT NOT NULL,
        seen TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX session_email ON session (email)",
    # the text as the bot wrote it, where a person changed it
    "ALTER TABLE draft ADD COLUMN first_text TEXT NOT NULL DEFAULT ''",
    # a letter that has not left; most cases have none
    """CREATE INDEX casebook_drafts ON casebook (seq)
        WHERE json_array_length(body, '$.drafts') > 0""",
    # what left today is counted without what left before
    "CREATE INDEX outbox_left ON outbox (tried_at) WHERE state = 'sent'",
    "CREATE INDEX journal_at ON journal (at)",
    # the state of the case after the entry; '' where an older version wrote it and nobody knows
    "ALTER TABLE journal ADD COLUMN status TEXT NOT NULL DEFAULT ''",
    # a case has been in its state since its last change, so those entries are known
    """UPDATE journal SET status = book.status FROM casebook AS book WHERE book.id = case_id
        AND datetime(at) >= datetime(coalesce(book.body ->> 'since', book.body ->> 'opened'))""",
)
