"""The copies of waiting drafts: what lies in the Drafts folder, and since when it does not."""

from dataclasses import replace
from datetime import UTC, datetime

from mailbot.repositories.draft_copies import DraftCopy
from mailbot.repositories.state import State

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
COPY = DraftCopy("C-1/2", "ab", "INBOX/7")


class TestDraftCopies:
    def test_a_copy_is_known_as_it_was_last_seen_until_it_is_forgotten(self, store: State) -> None:
        store.draft_copies.keep(COPY)
        gone = replace(COPY, gone=AT)
        store.draft_copies.keep(gone)
        assert store.draft_copies.all() == {COPY.draft: gone}

        store.draft_copies.forget(COPY.draft)
        assert store.draft_copies.all() == {}
