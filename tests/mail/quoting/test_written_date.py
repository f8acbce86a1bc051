"""Dates as mail programs write them above quotes."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mailbot.mail.quoting.written_date import written_date

CHINA = timezone(timedelta(hours=8))
NINE = datetime(2020, 5, 9, 9, 40, tzinfo=CHINA)


@pytest.mark.parametrize(
    "text",
    [
        "2020-05-09 09:40:29", "2020年5月9日 9:40", "2020年05月09日(星期六) 上午9:40",
        "2020/5/9 9:40", "Saturday, May 9, 2020 9:40 AM", "Sat, 9 May 2020 09:40:00",
        "9. Mai 2020 um 09:40", "samedi 9 mai 2020 09:40", "sábado, 9 de mayo de 2020 9:40",
        "sabato 9 maggio 2020 09:40", "9 мая 2020 г., 09:40", "09.05.2020 09:40",
        "5/9/2020 9:40 AM", "sábado, 9 de maio de 2020 09:40", "zaterdag 9 mei 2020 09:40",
        "9 maj 2020 09:40", "Sat 9th May 2020 9.40", "May 9th, 2020 at 9:40 AM",
    ],
)  # fmt: skip
def test_a_date_is_read_in_the_languages_mail_is_written_in(text: str) -> None:
    assert written_date(text, CHINA) == NINE


def test_afternoon_and_midnight() -> None:
    assert written_date("2021年12月9日 下午3:03", UTC) == datetime(2021, 12, 9, 15, 3, tzinfo=UTC)
    assert written_date("Dec 9, 2021 12:05 AM", UTC) == datetime(2021, 12, 9, 0, 5, tzinfo=UTC)
    assert written_date("9 Dec 2021 12:05 PM", UTC) == datetime(2021, 12, 9, 12, 5, tzinfo=UTC)


def test_a_zone_that_is_named_counts() -> None:
    said = written_date("Tue, 5 Jan 2021 10:00:00 -0500", CHINA)
    assert said == datetime(2021, 1, 5, 15, 0, tzinfo=UTC)
    assert written_date("2022年3月15日 GMT+8 09:12", UTC) == datetime(
        2022, 3, 15, 9, 12, tzinfo=CHINA
    )


def test_a_day_without_a_time_is_its_beginning() -> None:
    assert written_date("13/02/2021", UTC) == datetime(2021, 2, 13, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "soon", "2021-13-45 09:00", "99:99", "5 apples 2020"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert written_date(text, UTC) is None
