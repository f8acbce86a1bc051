"""The desk's own lessons: one a mail, and gone with it."""

from datetime import UTC, datetime

from mailbot.ports import Arrival, Position
from mailbot.repositories.corrections import Correction
from mailbot.repositories.state import State

AT = datetime(2026, 3, 2, tzinfo=UTC)


def keep_two_mails(store: State) -> None:
    arrivals = (Arrival(Position("INBOX", 1, n), b"mail %d" % n, AT, f"{n}.eml") for n in (1, 2))
    store.mails.keep(list(arrivals))


class TestCorrections:
    def test_the_last_word_on_a_mail_counts(self, store: State) -> None:
        keep_two_mails(store)

        store.corrections.keep(2, ["question", "escalate"], "lin@x.example", AT)
        store.corrections.keep(1, [], "lin@x.example", AT)
        store.corrections.keep(2, ["thanks"], "xu@x.example", AT)

        assert store.corrections.all() == [Correction(1, ()), Correction(2, ("thanks",))]
