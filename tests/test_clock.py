from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from mailbot.clock import SettableClock, SystemClock


def test_the_system_clock_is_aware_and_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_a_settable_clock_stands_until_it_is_moved() -> None:
    clock = SettableClock(datetime(2020, 6, 1, 17, tzinfo=ZoneInfo("Asia/Shanghai")))

    assert clock.now() == clock.now() == datetime(2020, 6, 1, 9, tzinfo=UTC)
    clock.advance(timedelta(hours=1))
    assert clock.now() == datetime(2020, 6, 1, 10, tzinfo=UTC)
    clock.set(datetime(2020, 6, 2, tzinfo=UTC))
    assert clock.now() == datetime(2020, 6, 2, tzinfo=UTC)
    assert clock.now().tzinfo is UTC
