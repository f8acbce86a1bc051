"""An engineer says what a mail wants: it is answered anew, noted, and a lesson."""

import pytest

from mailbot.bot.teaching import Teaching
from mailbot.errors import OrderError
from tests.stories.story import ENGINEER, Story


def unclear() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("周先生，您好\n\n请问内存是出厂自带的吗？")
    story.customer_writes("那两条是后来的。")
    return story


def corrected(story: Story, *intents: str, mail: int = 0) -> None:
    Teaching(story.engine).correct("C-1", mail, intents, ENGINEER)
    story.run()


def test_the_mail_is_answered_by_what_the_engineer_says() -> None:
    story = unclear()

    corrected(story, "sftp_request")

    assert story.last.name == "upload_instructions"
    assert story.status == "open"


def test_what_was_drafted_by_the_wrong_reading_is_withdrawn() -> None:
    story = Story()
    story.customer_writes("日志已经准备好，请提供sftp账号。")
    drafted = story.last
    assert drafted.name == "upload_instructions"

    corrected(story, "question")

    gone = [one for one in story.letters if one.draft == drafted.draft and one.mode == "withdrawn"]
    assert len(gone) == 1
    assert any("question" in reason for reason in gone[0].withheld)
    assert story.last.name == "answer"


def test_a_case_closed_by_mistake_is_open_again() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("周先生，您好\n\n请升级驱动。")
    story.customer_writes("问题已解决，可以关闭案例，谢谢。")
    assert story.status == "closed"

    corrected(story, "problem_report")

    assert story.status == "open"


def test_nothing_is_an_answer_too() -> None:
    story = unclear()
    assert story.case.holds.need_somebody

    corrected(story)

    assert not any("likeliest" in str(need.what) for need in story.case.holds.needs)


def test_an_older_mail_is_only_noted() -> None:
    story = unclear()
    before = story.letters

    corrected(story, "question", mail=1)

    assert story.letters == before
    assert [one.intents for one in story.engine.state.corrections.all()] == [("question",)]


def test_the_corrected_mail_is_a_lesson_with_its_quote() -> None:
    story = unclear()

    corrected(story, "question", "data_delayed")
    corrected(story, "question")

    (lesson,) = Teaching(story.engine).lessons()
    assert lesson.intents == {"question"}
    assert lesson.text == "那两条是后来的。"
    assert lesson.side == "customer"


@pytest.mark.parametrize(
    ("intents", "mail", "says"),
    [
        (("qestion",), 0, "question"),
        (("watch",), 0, "watch"),
        (("question",), 99, "C-1 has no mail 99"),
    ],
)
def test_what_cant_be_is_refused_with_the_mend(
    intents: tuple[str, ...], mail: int, says: str
) -> None:
    story = unclear()

    with pytest.raises(OrderError, match=says):
        corrected(story, *intents, mail=mail)
    assert story.engine.state.corrections.all() == []


def test_the_journal_says_who_corrected_what() -> None:
    story = unclear()

    corrected(story, "question")

    entries = [
        str(reason) for one in story.engine.state.cases.journal("C-1") for reason in one.because
    ]
    assert any("says what the mail" in one and ENGINEER in one for one in entries)
