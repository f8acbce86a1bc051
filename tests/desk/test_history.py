"""What a first start remembers of old mail: cases as they stood, and who still waits for a word."""

from datetime import timedelta

import pytest

from mailbot.desk.case.case import Case
from mailbot.desk.case.events import CustomerWrote, EngineerWrote
from mailbot.desk.decide import open_case, remember
from tests.stories.story import Story


def remembered(text: str, age: timedelta) -> tuple[Story, Case]:
    """A case of history whose one mail is that old."""
    story = Story()
    story.customer_writes(text)
    mail = story.received[-1].mail
    now = mail.at + age
    case = open_case("C-9", mail, mail.subject)
    return story, remember(case, CustomerWrote(mail), now, story.engine.rules).case


@pytest.mark.parametrize("age", [timedelta(minutes=50), timedelta(hours=20), timedelta(days=3)])
def test_a_problem_from_just_before_the_first_start_is_shown_to_somebody(age: timedelta) -> None:
    _, case = remembered("服务器昨天蓝屏了两次，请协助分析。", age)

    assert [str(need.what) for need in case.holds.needs] == [
        "it came before the bot began, and nobody has answered: look at it"
    ]
    assert case.drafts == ()


def test_what_is_older_is_history() -> None:
    _, case = remembered("服务器昨天蓝屏了两次，请协助分析。", timedelta(days=4))

    assert case.holds.needs == ()


def test_who_was_answered_before_the_first_start_waits_for_nothing() -> None:
    story, case = remembered("服务器昨天蓝屏了两次，请协助分析。", timedelta(hours=2))
    story.engineer_writes("周先生，您好\n\n我们正在分析。")
    answer = story.received[-1].mail

    case = remember(case, EngineerWrote(answer), answer.at, story.engine.rules).case

    assert case.holds.needs == ()
