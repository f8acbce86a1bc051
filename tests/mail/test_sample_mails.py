"""The 19 mails of the sample case, read."""

import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from mailbot.mail.message import Attachment, Kind, Message, Trust
from mailbot.mail.parse import parse

CASE = Path(__file__).parents[1] / "mails" / "sample_case"
SAMPLES = sorted(CASE.glob("*.eml"))
SERVER = "mx.support.example"


def sample(number: str) -> Message:
    return parse((CASE / f"{number}.eml").read_bytes(), SERVER)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_quoted_line_of_the_sample_case_is_text(path: Path) -> None:
    read = parse(path.read_bytes(), SERVER)
    assert read.kind is Kind.HUMAN
    assert read.trust is Trust.PASS
    assert read.text
    assert not re.search(r"^(>|发件人|收件人|.*原始邮件)", read.text, re.MULTILINE)
    assert not re.search(r"服务电话|^-{6,}", read.text, re.MULTILINE)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_reply_of_the_sample_case_quotes_what_came_before(path: Path) -> None:
    quoting = {"02", "03", "11", "14", "16", "18"}
    assert bool(parse(path.read_bytes()).quoted) is (path.stem in quoting)


def test_the_questions_repeated_in_15_are_its_text() -> None:
    text = sample("15").text
    assert "1.\t请问能否直接复制ntfs.sys文件进行替换。" in text
    assert "2.开启special pool ，是还需要继续收集蓝屏日志吗" in text
    assert "C:\\Windows，找到SoftwareDistribution" in text


@pytest.mark.parametrize(
    ("number", "name"),
    [("01", "Lin Wei"), ("02", ""), ("03", "zhouzuo"), ("11", "周佐"), ("14", "周佐")],
)
def test_senders_of_the_sample_case_have_their_names(number: str, name: str) -> None:
    assert sample(number).sender.name == name


def test_the_sample_case_hangs_together() -> None:
    assert sample("02").in_reply_to == (sample("01").message_id,)
    assert sample("07").ancestors[0] == sample("02").message_id
    assert sample("04").attachments == (
        Attachment("DataCollectionTool.zip", "application/zip", 22),
    )
    assert sample("02").subject == "Re: 【案例】某省能源地质集团 终端随机蓝屏 dump分析"
    assert sample("04").date == datetime(2020, 5, 7, 9, 47, 29, tzinfo=timezone(timedelta(hours=8)))
