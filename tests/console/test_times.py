"""Times as a person says them."""

from datetime import datetime, timedelta

import pytest

from mailbot.console.times import exact, said

NOW = datetime.fromisoformat("2026-03-02T10:00:00+08:00")


@pytest.mark.parametrize(
    ("apart", "zh", "en"),
    [
        (timedelta(seconds=20), "刚刚", "just now"),
        (timedelta(seconds=-20), "刚刚", "just now"),
        (timedelta(minutes=5), "5 分钟前", "5 min ago"),
        (timedelta(hours=3, minutes=50), "3 小时前", "3 h ago"),
        (timedelta(days=2), "2 天前", "2 d ago"),
        (timedelta(hours=-2), "2 小时后", "in 2 h"),
        (timedelta(days=-3), "3 天后", "in 3 d"),
        (timedelta(days=9), "2026-02-21", "2026-02-21"),
    ],
)
def test_a_time_is_said_as_people_say_it(apart: timedelta, zh: str, en: str) -> None:
    assert said(NOW - apart, NOW, "zh") == zh
    assert said(NOW - apart, NOW, "en") == en


def test_the_exact_time_names_its_zone() -> None:
    assert exact(NOW) == "2026-03-02 10:00 +0800"
