"""Indexes for the pages: the few rows that they show, among those of many years."""

PAGE_INDEXES = (
    # a letter that has not left; most cases have none
    """CREATE INDEX casebook_drafts ON casebook (seq)
        WHERE json_array_length(body, '$.drafts') > 0""",
    # what left today is counted without what left before
    "CREATE INDEX outbox_left ON outbox (tried_at) WHERE state = 'sent'",
)
