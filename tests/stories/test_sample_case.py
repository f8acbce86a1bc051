"""The sample case, 19 mails in 36 days, replayed through the command as a user would."""

import json
from functools import cache
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from typer.testing import CliRunner

from mailbot.cli.app import app

SAMPLE = Path(__file__).parents[1] / "mails" / "sample_case"
UNTIL = "2020-07-10T00:00:00+08:00"
CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
second_line = ["escalation.example"]
authserv_id = "mx.support.example"
"""
PASSWORD = "Xq7-demo-32"

Line = dict[str, Any]


def replayed(folder: Path, tmp_path: Path, *options: str) -> list[Line]:
    config = tmp_path / "cfg.toml"
    config.write_text(CONFIG, encoding="utf-8")
    command = ["replay", "--json", "--config", str(config), "--until", UNTIL, *options]
    result = CliRunner().invoke(app, [*command, str(folder)], catch_exceptions=False)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    return replayed(SAMPLE, tmp_path_factory.mktemp("replay"), "--approve", "all")


@cache
def explained() -> dict[str, Line]:
    config = SAMPLE.parent / "sample.toml"
    result = CliRunner().invoke(
        app, ["explain", "--json", "--config", str(config), str(SAMPLE)], catch_exceptions=False
    )
    told = map(json.loads, result.stdout.splitlines())
    return {line["file"][:2]: line for line in told}


def received(lines: list[Line], number: str) -> Line:
    return next(one for one in lines if one["what"] == "received" and one["file"][:2] == number)


def to_customer(lines: list[Line]) -> list[Line]:
    return [one for one in lines if one["what"] == "letter" and one["audience"] == "customer"]


def sent(lines: list[Line]) -> list[tuple[str, str]]:
    return [(one["at"], one["letter"]) for one in to_customer(lines) if one["mode"] == "sent"]


def test_all_nineteen_mails_are_one_case(lines: list[Line]) -> None:
    filed = [one for one in lines if one["what"] == "received"]

    assert len(filed) == 19
    assert {one["case"] for one in filed} == {"C-1"}
    assert [one["opened"] for one in filed] == ["new", *[None] * 18]


def test_no_account_is_opened_and_one_is_read(lines: list[Line]) -> None:
    accounts = [one for one in lines if one["what"] == "account"]

    assert [(one["user"], one["origin"], one["at"][:16]) for one in accounts] == [
        ("nydzjt", "read", "2020-04-28T18:13")
    ]


def test_instructions_wait_for_a_yes_and_are_withdrawn_by_the_engineers_own(
    lines: list[Line],
) -> None:
    drafts = [one for one in to_customer(lines) if one["letter"] == "upload_instructions"]

    assert [(one["mode"], one["at"][:10]) for one in drafts] == [
        ("draft", "2020-04-28"),
        ("withdrawn", "2020-05-07"),
    ]
    assert any("quote" in reason for reason in drafts[0]["withheld_because"])


def test_our_own_delay_reminds_the_engineer_and_never_the_customer(lines: list[Line]) -> None:
    before = [one for one in lines if one["what"] == "letter" and one["at"] < "2020-05-07"]
    reminded = [one for one in before if one["audience"] == "staff" and one["at"] > "2020-04-29"]

    assert [one for one in sent(lines) if one[0] < "2020-05-19"] == []
    assert reminded
    assert {tuple(one["to"]) for one in reminded} == {("wei.lin@support.example",)}


def test_three_intents_get_one_letter_and_the_packet_is_held(lines: list[Line]) -> None:
    wants = received(lines, "11")["intents"]
    packet = next(
        one for one in lines if one["what"] == "letter" and one["letter"] == "escalation_packet"
    )

    assert {"data_uploaded", "data_delayed", "data_refused"} <= set(wants)
    assert [one for one in sent(lines) if one[0].startswith("2020-05-19")] == [
        ("2020-05-19T10:05:14+08:00", "data_received+refusal_alternatives")
    ]
    assert packet["mode"] == "draft"
    assert packet["at"] == "2020-05-19T10:05:14+08:00"
    assert any("refused" in reason for reason in packet["withheld_because"])


def test_nobody_is_reminded_on_our_turn(lines: list[Line]) -> None:
    assert [
        one for one in to_customer(lines)
        if one["letter"] == "reminder" and "2020-05-19" <= one["at"] <= "2020-05-28"
    ] == []  # fmt: skip


def test_the_life_of_the_case(lines: list[Line]) -> None:
    moves = [(one["at"][:10], one["to"], one["until"]) for one in lines if one["what"] == "status"]

    assert moves == [
        ("2020-05-07", "waiting", None),
        ("2020-05-07", "open", None),
        ("2020-05-07", "escalated", None),
        ("2020-05-09", "waiting", None),
        ("2020-05-19", "open", None),
        ("2020-05-27", "watching", "2020-06-03T13:55:20+08:00"),
        ("2020-06-01", "waiting", None),
        ("2020-06-01", "open", None),
        ("2020-06-01", "waiting", None),
        ("2020-06-01", "open", None),
        ("2020-06-01", "waiting", None),
        ("2020-07-01", "closing", None),
        ("2020-07-06", "closed", None),
    ]


def test_the_answer_lists_two_questions_and_is_withdrawn_by_the_engineers(
    lines: list[Line],
) -> None:
    answers = [one for one in to_customer(lines) if one["letter"] == "answer"]

    assert [(one["mode"], one["at"]) for one in answers] == [
        ("draft", "2020-06-01T14:42:24+08:00"),
        ("withdrawn", "2020-06-01T15:31:17+08:00"),
    ]
    assert "能否直接复制ntfs.sys文件进行替换" in answers[0]["text"]
    assert "是还需要继续收集蓝屏日志吗" in answers[0]["text"]


def test_no_letter_answers_a_step_result_or_a_sign_of_life(lines: list[Line]) -> None:
    afterwards = [one for one in to_customer(lines) if one["at"][:16] > "2020-06-01T15:32"]

    assert [one for one in afterwards if one["at"] < "2020-06-10"] == []


def test_reminders_ask_whether_it_has_come_back_then_the_notice_then_closed(
    lines: list[Line],
) -> None:
    assert [one for one in sent(lines) if one[0] > "2020-06-02"] == [
        ("2020-06-10T10:36:22+08:00", "reminder"),
        ("2020-06-17T10:36:22+08:00", "reminder"),
        ("2020-06-24T10:36:22+08:00", "reminder"),
        ("2020-07-01T10:36:22+08:00", "closing_notice"),
    ]
    reminders = [one for one in to_customer(lines) if one["letter"] == "reminder"]
    assert all("再出现" in one["text"] for one in reminders)
    assert lines[-1]["at"] == "2020-07-06T09:00:00+08:00"
    assert lines[-1]["to"] == "closed"


def test_without_the_engineers_reminders_the_bot_reminds_on_the_monday(tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    for mail in SAMPLE.glob("*.eml"):
        if mail.stem not in ("09", "10"):
            copy(mail, folder)

    lines = replayed(folder, tmp_path, "--approve", "all")

    reminders = [one for one in to_customer(lines) if one["letter"] == "reminder"]
    assert reminders[0]["at"] == "2020-05-18T09:00:00+08:00"
    assert reminders[0]["mode"] == "sent"
    assert "full dump" in reminders[0]["text"]
    assert "软件列表" in reminders[0]["text"]


def test_the_password_is_nowhere_in_the_replay(lines: list[Line]) -> None:
    assert PASSWORD not in json.dumps(lines, ensure_ascii=False)


def test_nothing_waits_but_drafts_when_nothing_is_approved(tmp_path: Path) -> None:
    lines = replayed(SAMPLE, tmp_path)

    assert [one["letter"] for one in to_customer(lines) if one["mode"] == "sent"] == [
        "reminder", "reminder", "reminder", "closing_notice",
    ]  # fmt: skip


def test_the_replays_keys_are_the_stable_ones(lines: list[Line]) -> None:
    keys = {
        "received": {"file", "message_id", "role", "kind", "intents", "opened"},
        "letter": {
            "letter", "audience", "to", "cc", "lang", "mode", "subject", "text", "in_reply_to",
            "withheld_because",
        },
        "account": {"user", "origin"},
        "status": {"from", "to", "because", "until"},
    }  # fmt: skip
    for line in lines:
        assert set(line) == {"at", "case", "what"} | keys[line["what"]]


def test_a_replay_says_the_same_twice(lines: list[Line], tmp_path: Path) -> None:
    assert replayed(SAMPLE, tmp_path, "--approve", "all") == lines


def test_explain_reads_the_login_and_seals_it() -> None:
    facts = {one["name"]: one["value"] for one in explained()["02"]["facts"]}

    assert facts["account_user"] == "nydzjt"
    assert facts["account_password"] == "sealed"
    assert PASSWORD not in json.dumps(explained(), ensure_ascii=False)


def test_explain_reads_the_watch_from_the_mails_own_date() -> None:
    facts = {one["name"]: one["value"] for one in explained()["12"]["facts"]}

    assert facts["watch_until"] == "2020-06-03T13:55:20+08:00"


@pytest.mark.parametrize("number", [f"{n:02}" for n in range(1, 20)])
def test_no_quoted_line_is_new_text(number: str) -> None:
    text = explained()[number]["text"]

    assert "原始邮件" not in text
    assert "发件人" not in text


def test_the_questions_an_engineer_repeats_are_his_own_text() -> None:
    assert "请问能否直接复制ntfs.sys文件进行替换" in explained()["15"]["text"]


def test_one_customer_in_two_spellings() -> None:
    assert explained()["03"]["from"] == explained()["11"]["from"] == "zhouzuo@partner.example"
    assert explained()["11"]["from_name"] == "周佐"


def test_explains_keys_are_the_stable_ones() -> None:
    assert set(explained()["01"]) == {
        "file", "message_id", "from", "from_name", "to", "cc", "subject", "date", "lang", "text",
        "quoted", "signature", "kind", "role", "trust", "intents", "facts", "attachments",
        "defects", "bounce", "error",
    }  # fmt: skip
