"""What the desk notes of itself: pauses, moments, silence, faults of ours."""

from datetime import UTC, datetime, timedelta

from mailbot.repositories.state import State

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
LATER = AT + timedelta(hours=1)


class TestNotes:
    def test_the_first_start_is_remembered_once(self, store: State) -> None:
        assert store.notes.first_start() is None

        store.notes.begin(AT)
        store.notes.begin(datetime(2021, 1, 1, tzinfo=UTC))

        assert store.notes.first_start() == AT

    def test_pause_lasts_until_resume(self, store: State) -> None:
        assert not store.notes.is_paused()
        store.notes.pause()
        store.notes.pause()
        assert store.notes.is_paused()
        store.notes.resume()
        assert not store.notes.is_paused()

    def test_the_first_beginning_of_a_pause_counts(self, store: State) -> None:
        store.notes.pause(AT)
        store.notes.pause(LATER)
        assert store.notes.paused_since(LATER) == AT

        store.notes.resume(LATER)
        assert store.notes.paused_since(LATER) is None
        assert store.notes.noted_moment("resumed") == LATER

    def test_a_moment_is_noted_by_name_and_forgotten(self, store: State) -> None:
        store.notes.note_moment("seen", AT)
        assert store.notes.noted_moment("seen") == AT

        store.notes.note_moment("seen", None)
        assert store.notes.noted_moment("seen") is None


class TestHearing:
    def test_silence_has_a_reason_until_the_mailbox_is_heard(self, store: State) -> None:
        assert store.hearing.silence() == ""
        store.hearing.note_silence("imap.example refuses connections")
        assert store.hearing.silence() == "imap.example refuses connections"

        store.hearing.heard(AT)

        assert store.hearing.silence() == ""
        assert store.notes.noted_moment("heard") == AT

    def test_a_fault_of_ours_is_told_once(self, store: State) -> None:
        store.hearing.note_fault(7, "KeyError at sheet.py:1")

        assert store.hearing.take_fault(7) == "KeyError at sheet.py:1"
        assert store.hearing.take_fault(7) == ""
