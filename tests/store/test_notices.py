"""What a notice showed is found again by its id, and what was answered stays so."""

from datetime import UTC, datetime

from mailbot.store.notices import Notice, ShownDraft
from mailbot.store.sqlite import SqliteStore

AT = datetime(2031, 1, 2, 9, 0, tzinfo=UTC)
NOTICE = Notice(AT, ("lin@x.example",), (ShownDraft("C-1/2", "ab"), ShownDraft("C-2/3", "cd")))


def test_a_notice_is_found_by_the_first_id_that_is_one() -> None:
    store = SqliteStore.in_memory()
    store.keep_notice("n1@x", NOTICE)

    assert store.notice_answered(["other@x", "n1@x"]) == ("n1@x", NOTICE)
    assert store.notice_answered(["other@x"]) is None


def test_what_was_answered_is_added_up() -> None:
    store = SqliteStore.in_memory()
    store.keep_notice("n1@x", NOTICE)
    store.mark_answered("n1@x", NOTICE, ["C-1/2"])
    _, once = store.notice_answered(["n1@x"]) or ("", NOTICE)
    store.mark_answered("n1@x", once, ["C-2/3"])

    _, twice = store.notice_answered(["n1@x"]) or ("", NOTICE)
    assert twice.answered == ("C-1/2", "C-2/3")
