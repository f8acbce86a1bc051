"""Dates and lengths of time as people write them, counted from the arrival of the mail."""

from datetime import datetime

import pytest

from mailbot.understanding.dates import moment
from mailbot.understanding.facts import facts
from mailbot.understanding.sentences import sentences

WEDNESDAY = datetime.fromisoformat("2026-01-28T13:55:20+08:00")

MUST = [
    ("in three weeks", "2026-02-18"), ("within two weeks", "2026-02-11"),
    ("三周后", "2026-02-18"), ("两个月之后", "2026-03-29"),
    ("feb 5th", "2026-02-05"), ("by february 5", "2026-02-05"), ("5th of february", "2026-02-05"),
    ("february 5, 2027", "2027-02-05"), ("5 feb 2027", "2027-02-05"),
    ("the 5th of february, 2027", "2027-02-05"),
    ("05.02.2026", "2026-02-05"), ("5. 2. 2026", "2026-02-05"), ("bis 5.2.", "2026-02-05"),
    ("on 05.02. we", "2026-02-05"),
    ("13/02/2026", "2026-02-13"), ("02/13/2026", "2026-02-13"), ("3/2/2026", "2026-02-03"),
    ("2026/2/5", "2026-02-05"), ("2026年2月5日", "2026-02-05"),
    ("二月五号", "2026-02-05"), ("十二月二十日", "2026-12-20"), ("2月5号前", "2026-02-05"),
    ("春节后", "2026-02-24"), ("春节假期之后", "2026-02-24"), ("年后", "2026-02-24"),
    ("过完年后", "2026-02-24"), ("after the spring festival", "2026-02-24"),
    ("after chinese new year", "2026-02-24"), ("国庆节后", "2026-10-08"),
    ("五一假期后", "2026-05-06"), ("端午后", "2026-06-22"), ("清明节后", "2026-04-07"),
    ("下下周一", "2026-02-09"), ("下下周", "2026-02-09"), ("下周三", "2026-02-04"),
    ("the week after next", "2026-02-09"), ("next week", "2026-02-02"),
    ("月底", "2026-01-31"), ("本月底前", "2026-01-31"), ("下月初", "2026-02-05"),
    ("下个月中旬", "2026-02-20"), ("6月中旬", "2026-06-20"), ("3月底", "2026-03-31"),
    ("1月初", "2026-01-05"), ("mid-june", "2026-06-15"), ("end of next month", "2026-02-28"),
    ("by the end of the month", "2026-01-31"), ("early march", "2026-03-05"),
    ("late december", "2026-12-31"),
    ("本周内", "2026-01-30"), ("下周内", "2026-02-06"), ("end of next week", "2026-02-06"),
    ("by the end of the week", "2026-01-30"), ("later this week", "2026-01-30"),
    ("周末", "2026-01-31"), ("the day after tomorrow", "2026-01-30"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), MUST)
def test_a_date_is_read_as_it_is_written(text: str, day: str) -> None:
    found = moment(text, WEDNESDAY)

    assert found is not None
    assert found.date().isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        "版本 5.2.1", "10.0.17763", "10.2.20.11", "version 05.02", "on 10.2.3.4",
        "2020/13/45", "99/99/2026", "春节快乐", "happy new year", "国庆节值班", "年度报告",
        "the may update", "marching on", "每月底薪", "一月", "二月",
        "endofmonth", "周期", "12个月的",
        "mid-range", "late again", "early on", "今年后半年", "学年后期", "12个月中有三次",
        "二十一后", "early decision", "end of market", "mid-marathon", "late octave",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    found = moment(text, WEDNESDAY)

    assert found is None


def test_a_holiday_that_is_over_means_the_one_to_come() -> None:
    after = datetime.fromisoformat("2026-03-02T09:00:00+08:00")

    found = moment("春节后", after)

    assert found is not None
    assert found.year == 2027


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("日志春节后我们再上传。", "2026-02-24"), ("我们会在月底前提供dump。", "2026-01-31"),
        ("We will send the dump after the Spring Festival.", "2026-02-24"),
        ("We'll upload it by mid-March.", "2026-03-15"),
        ("I will get back to you in three weeks.", "2026-02-18"),
        ("客户计划2月中旬停机收集日志。", "2026-02-20"),
        ("We can schedule the reboot on Feb 5th.", "2026-02-05"),
    ],
)  # fmt: skip
def test_what_somebody_will_do_then_is_a_promise(text: str, day: str) -> None:
    told = facts(text, sentences(text), WEDNESDAY, watched=False)

    assert [fact.said[:10] for fact in told if fact.name == "promise"] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "祝您春节后一切顺利！", "春节后蓝屏了三次。", "请您月底前上传。",
        "It crashed at the end of the month.",
    ],
)  # fmt: skip
def test_a_date_that_nobody_promises_is_none(text: str) -> None:
    told = facts(text, sentences(text), WEDNESDAY, watched=False)

    assert [fact for fact in told if fact.name == "promise"] == []


@pytest.mark.parametrize("text", ["5年后", "两年后再升级", "三年后"])
def test_years_are_no_new_year(text: str) -> None:
    found = moment(text, WEDNESDAY)

    assert found is None or found.date().isoformat() != "2026-02-24"
