"""What a notice showed is found again by its id, and what was answered stays so."""

from datetime import UTC, datetime

from mailbot.repositories.notices import Notice, ShownDraft
from mailbot.repositories.state import State

AT = datetime(2031, 1, 2, 9, 0, tzinfo=UTC)
NOTICE = Notice(AT, ("lin@x.example",), (ShownDraft("C-1/2", "ab"), ShownDraft("C-2/3", "cd")))


class TestDraftNotices:
    def test_a_notice_is_found_by_the_first_id_that_is_one(self, store: State) -> None:
        store.notices.keep("n1@x", NOTICE)

        assert store.notices.answered(["other@x", "n1@x"]) == ("n1@x", NOTICE)
        assert store.notices.answered(["other@x"]) is None

    def test_what_was_answered_is_added_up(self, store: State) -> None:
        store.notices.keep("n1@x", NOTICE)
        store.notices.mark_answered("n1@x", NOTICE, ["C-1/2"])
        _, once = store.notices.answered(["n1@x"]) or ("", NOTICE)
        store.notices.mark_answered("n1@x", once, ["C-2/3"])

        _, twice = store.notices.answered(["n1@x"]) or ("", NOTICE)
        assert twice.answered == ("C-1/2", "C-2/3")
