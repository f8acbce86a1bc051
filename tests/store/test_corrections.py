"""The desk's own lessons: one a mail, and gone with it."""

from datetime import UTC, datetime

from mailbot.ports import Arrival, Position
from mailbot.store.corrections import Correction
from mailbot.store.sqlite import SqliteStore

AT = datetime(2026, 3, 2, tzinfo=UTC)


def store() -> SqliteStore:
    state = SqliteStore.in_memory()
    state.keep([Arrival(Position("INBOX", 1, n), b"mail %d" % n, AT, f"{n}.eml") for n in (1, 2)])
    return state


def test_the_last_word_on_a_mail_counts() -> None:
    state = store()

    state.keep_correction(2, ["question", "escalate"], "lin@x.example", AT)
    state.keep_correction(1, [], "lin@x.example", AT)
    state.keep_correction(2, ["thanks"], "xu@x.example", AT)

    assert state.corrections() == [Correction(1, ()), Correction(2, ("thanks",))]


def test_a_correction_goes_with_its_mail() -> None:
    state = store()
    state.keep_correction(1, ["question"], "lin@x.example", AT)

    state.db.write("DELETE FROM mail WHERE id = ?", 1)

    assert state.corrections() == []
