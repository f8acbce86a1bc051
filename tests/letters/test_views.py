"""What a template sees of a case: its facts."""

from datetime import UTC, datetime

import pytest

from mailbot.letters.views import fact_views
from mailbot.understanding.understood import Fact, MomentFact, NumberFact, TextFact

FACTS: tuple[Fact, ...] = (
    TextFact("error_code", "0x139", "0x139"),
    MomentFact("seen_at", datetime(2020, 5, 7, 9, 30, tzinfo=UTC), "上周四早上九点半蓝屏了一次"),
    NumberFact("dump_size", 3 * 1024**3, "3 GB"),
    NumberFact("machines", 12, "12"),
    NumberFact("account_port", 22222, "端口：22222"),
)


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("zh", ["0x139", "2020年5月7日 09:30", "3 GB", "12"]),
        ("en", ["0x139", "7 May 2020 09:30", "3 GB", "12"]),
    ],
)
def test_a_fact_is_shown_as_letters_show_what_it_is(lang: str, shown: list[str]) -> None:
    assert [one.value for one in fact_views(FACTS, lang)] == shown
