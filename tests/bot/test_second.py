"""The second opinion in the bot: there where it is installed, and nowhere else."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.bot.check import Weight, check_all
from mailbot.bot.rules import read_intents, read_items
from mailbot.bot.second import missing, second_opinion
from mailbot.classifier.judge import Verdict, read_verdicts, write_verdicts
from mailbot.classifier.regression import Regression
from mailbot.config import parse_config
from mailbot.desk.opinion import Ask, nobody
from mailbot.desk.reading import Understanding
from mailbot.desk.recognise import understand
from mailbot.desk.rulebook import Side
from mailbot.errors import ConfigError

DESK = '[desk]\naddress = "desk@support.example"\n'
OFF = f"{DESK}[recogniser]\nsecond_opinion = false\n"
AT = datetime(2026, 4, 13, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def judge() -> Ask:
    return second_opinion(parse_config(DESK))


def read(text: str, ask: Ask, quoted: str = "", side: Side = Side.CUSTOMER) -> Understanding:
    return understand(text, quoted, "Re: x", (), side, read_intents(), read_items(), AT, ask=ask)


def test_this_machine_has_all_it_takes() -> None:
    assert missing() == ()
    assert missing(("numpy", "no_such_package")) == ("no_such_package",)


def test_it_can_be_switched_off() -> None:
    assert second_opinion(parse_config(OFF)) is nobody


@pytest.mark.parametrize(
    ("config", "said"),
    [(DESK, "phrases and the trained classifier"), (OFF, "by the phrases alone")],
)
def test_check_says_which_it_is(tmp_path: Path, config: str, said: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(config, encoding="utf-8")

    assert any(said in one.text and one.weight is Weight.FINE for one in check_all(path))


def test_an_intent_names_the_sentence_it_came_from(judge: Ask) -> None:
    said = read(
        "王工您好，full dump 昨晚已经传到 FTP 了。"
        "另外请问开启 special pool 会影响业务吗？"
        "软件列表要等明天客户上班才能截图给您。",
        judge,
    )

    evidence = {one.name: one.evidence for one in said.intents}
    assert set(evidence) == {"data_uploaded", "question", "data_delayed"}
    assert "已经传到" in evidence["data_uploaded"]
    assert "special pool" in evidence["question"]
    assert "明天" in evidence["data_delayed"]
    assert said.questions == (evidence["question"],)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Our database server crashed during the night.", "problem_report"),
        ("Your SFTP does not take my password.", "upload_problem"),
        ("Where can I upload the dump?", "sftp_request"),
        ("I have put memory.dmp into the folder you gave us.", "data_uploaded"),
        ("You will get the dump tomorrow.", "data_delayed"),
        ("We may not give dumps to third parties.", "data_refused"),
        ("Is special pool risky?", "question"),
        ("All good since the update, please close the case.", "resolved"),
        ("Thank you very much!", "thanks"),
        ("This is unacceptable, I want to speak to your manager.", "escalate"),
        ("昨天夜里数据库服务器死机了。", "problem_report"),
        ("你们的 SFTP 不认我的密码。", "upload_problem"),
        ("请问 dump 往哪里传？", "sftp_request"),
        ("memory.dmp 已放到您给的目录。", "data_uploaded"),
        ("dump 要明天才能给您。", "data_delayed"),
        ("按规定 dump 不能给第三方。", "data_refused"),
        ("开启 special pool 有风险吗？", "question"),
        ("升级之后都正常，请关闭案例。", "resolved"),
        ("非常感谢！", "thanks"),
        ("这无法接受，请让你们的经理联系我。", "escalate"),
    ],
)
def test_a_plain_mail_is_read_as_what_it_is(text: str, intent: str, judge: Ask) -> None:
    assert read(text, judge).names == (intent,)


def test_a_reading_says_how_probable_it_is(judge: Ask) -> None:
    clear = read("The dump is uploaded, please check.", judge)
    first, second = clear.likeliest

    assert first.names == clear.names == ("data_uploaded",)
    assert first.probability > 0.7 > second.probability


def test_a_mail_without_a_word_is_left_to_the_rules(judge: Ask) -> None:
    assert read("", judge) == read("", nobody)


def test_what_was_learnt_here_goes_before_what_was_shipped(tmp_path: Path) -> None:
    (tmp_path / "verdicts.npz").write_bytes(b"no verdict")
    own = second_opinion(parse_config(DESK), tmp_path)

    with pytest.raises(ConfigError, match="mailbot train"):
        read("Hello, it hung again.", own)


def test_what_an_older_version_learnt_here_does_not_stop_the_bot(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    older = {
        side: Verdict(one.labels, _narrower(one.regression), one.sure)
        for side, one in read_verdicts().items()
    }
    write_verdicts(state / "verdicts.npz", older)
    own = second_opinion(parse_config(DESK), state)

    assert read("Hello, it hung again.", own).names == ("problem_report",)
    config = tmp_path / "config.toml"
    config.write_text(DESK, encoding="utf-8")
    warned = [one.text for one in check_all(config) if one.weight is Weight.WARNING]
    assert any("mailbot train --config" in text for text in warned)


def _narrower(regression: Regression) -> Regression:
    return Regression(regression.weights[:, :-1], regression.biases)
