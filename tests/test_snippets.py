"""Prepared answers: found by what is asked, offered beside the draft, put in by the engineer."""

from pathlib import Path
from shutil import copytree

import pytest

from mailbot.bot.assembly import SHIPPED_LETTERS
from mailbot.errors import ConfigError
from mailbot.letters import PreparedAnswers, check_letters, has_gap
from mailbot.letters.wording import GAPS
from tests.stories.story import Story

SHIPPED = PreparedAnswers.read(SHIPPED_LETTERS)


@pytest.mark.parametrize(
    ("topic", "question"),
    [
        ("collection_tool", "你们那个采集程序到底抓了些什么东西？"),
        ("collection_tool", "does your script touch any personal files"),
        ("replace_driver", "把测试机的 ntfs.sys 拷过来覆盖，可以吗？"),
        ("special_pool", "special pool 打开后服务器会变慢吗"),
        ("special_pool", "verifier 開了之後要怎麼還原"),
        ("special_pool", "Will verifier hurt performance on a production box?"),
        ("full_dump", "转储类型要改成哪一个"),
        ("full_dump", "Is 20 GB enough for the complete memory dump?"),
        ("windows_update_repair", "the cumulative update fails with 0x800f0922, any idea?"),
        ("bits_queue", "bits 里面一堆任务怎么清"),
        ("cbs_log", "您要的cbs日志在什么位置"),
    ],
)
def test_the_likeliest_stands_first(topic: str, question: str) -> None:
    lang = "en" if question.isascii() else "zh"
    first = SHIPPED.offers(question, lang)[0]

    assert first.topic == topic
    assert first.text == SHIPPED.text(topic, lang)
    assert 0 < first.similarity <= 1


@pytest.mark.parametrize("question", ["谁来付这块备件的钱？", "Who pays for the spare part?"])
def test_a_question_that_nothing_answers_is_offered_nothing(question: str) -> None:
    assert SHIPPED.offers(question, "zh") == ()


def test_each_answer_stands_under_its_own_question() -> None:
    gap = GAPS["en"]
    questions = ("How do I clear the BITS queue?", "Where is CBS.log?", "When will you be done?")
    text = "\n\n".join(f"{n}. {asked}\n\n   {gap}" for n, asked in enumerate(questions, 1))

    filled = SHIPPED.fill(text, questions, ["cbs_log", "bits_queue"], "en")

    bits, cbs, done = (filled.split(asked)[1] for asked in questions)
    assert "Get-BitsTransfer" in bits.partition("2.")[0]
    assert "\n   1. Install the failing update" in cbs
    assert gap in done
    assert filled.count(gap) == 1


def test_it_is_offered_to_the_engineer_and_leaves_only_with_his_yes() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了，dump 已经发给您。请问开启 special pool 有什么风险？")
    (waiting,) = [one for one in story.case.drafts if "answer" in one.letters]
    told = next(one.text for one in story.to_staff if "special_pool" in one.text)

    assert f"mailbot edit {waiting.id} --answer special_pool" in told
    assert "verifier /reset" in told
    assert "answer" not in story.sent
    written = story.engine.state.written(waiting.id)
    assert written is not None
    assert "verifier" not in written.text


@pytest.mark.parametrize(
    ("name", "text", "mend"),
    [
        ("driver.zh.txt", "能否替换？\n\n不建议。\n", r"driver\.zh\.txt:1: .*Answers:"),
        ("driver.zh.txt", "Answers: 能否替换？\n\n \n", "the answer is missing"),
        ("driver.txt", "Answers: 能否替换？\n\n不建议。\n", "name it <topic>"),
        ("driver.de.txt", "Answers: Darf ich?\n\nNein.\n", "name it <topic>"),
    ],
)
def test_a_wrong_file_is_named_with_its_mend(
    tmp_path: Path, name: str, text: str, mend: str
) -> None:
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets" / name).write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError, match=mend):
        PreparedAnswers.read(tmp_path)


def test_an_answer_that_one_language_lacks_is_named(tmp_path: Path) -> None:
    copytree(SHIPPED_LETTERS, tmp_path / "templates")
    missing = tmp_path / "templates" / "snippets" / "cbs_log.en.txt"
    missing.unlink()

    (problem,) = check_letters(tmp_path / "templates")
    assert str(missing) in problem


def test_a_shipped_answer_holds_no_gap() -> None:
    for topic in SHIPPED.topics():
        for lang in GAPS:
            assert SHIPPED.text(topic, lang)
            assert not has_gap(SHIPPED.text(topic, lang))
