"""Who is away, and who stands in, at a moment."""

from datetime import UTC, datetime, timedelta

from mailbot.repositories.presences import Presence
from mailbot.repositories.state import State

NOW = datetime(2031, 1, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
LIN, XU = "lin@x.example", "xu@x.example"


def test_somebody_is_away_until_that_moment_or_until_they_are_seen() -> None:
    assert not Presence(LIN).is_away(NOW)
    assert Presence(LIN, away_since=NOW).is_away(NOW + 99 * DAY)
    assert Presence(LIN, away_since=NOW, away_until=NOW + DAY).is_away(NOW)
    assert not Presence(LIN, away_since=NOW, away_until=NOW + DAY).is_away(NOW + DAY)


class TestPresences:
    def test_duty_knows_who_is_there_at_a_moment(self, store: State) -> None:
        store.presences.keep(Presence(LIN, XU, NOW, NOW + DAY))

        assert store.presences.duty(NOW).reader(LIN) == XU
        assert store.presences.duty(NOW + DAY).reader(LIN) == LIN
        assert store.presences.duty(NOW).reader(XU) == XU
        assert store.presences.of("LIN@x.example") == Presence(LIN, XU, NOW, NOW + DAY)

    def test_who_is_away_too_stands_in_for_nobody(self, store: State) -> None:
        store.presences.keep(Presence(LIN, XU, NOW))
        store.presences.keep(Presence(XU, "", NOW))

        assert store.presences.duty(NOW).reader(LIN) == ""
