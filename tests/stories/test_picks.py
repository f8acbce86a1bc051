"""A mail that reads in two ways goes to the engineer, and his pick decides."""

import pytest

from mailbot.desk.opinion import Judged, Opinion, Signs
from mailbot.desk.reading import Likely
from mailbot.errors import OrderError
from tests.stories.story import ENGINEER, Story

SAID = "东西在老地方，您那边应该能看到了吧？"


def torn(signs: Signs) -> Opinion:
    """Somebody who can't tell whether a file came or whether he is asked for one."""
    if SAID not in signs.text:
        return Opinion((Judged("problem_report", 0.97),), (Likely(("problem_report",), 0.95),))
    return Opinion(
        (Judged("question", 0.45),),
        (Likely(("question",), 0.45), Likely(("data_uploaded",), 0.4)),
    )


def unclear() -> Story:
    story = Story(ask=torn)
    story.customer_writes("服务器昨天蓝屏了，请协助分析。")
    story.hours_pass(1)
    story.engineer_writes("周先生，您好！请上传 full dump 文件，谢谢。")
    story.hours_pass(1)
    story.customer_writes(SAID)
    return story


def test_both_readings_are_shown_to_the_engineer() -> None:
    story = unclear()

    (doubt,) = story.case.doubts
    assert doubt.readings == (("question",), ("data_uploaded",))
    told = story.to_staff[-1].text
    assert "“提问”还是“资料已上传”" in told
    assert f"mailbot pick {story.case.id} 1" in told


def test_what_was_not_clear_leaves_without_a_yes_in_no_case() -> None:
    story = unclear()

    (draft,) = [one for one in story.case.drafts if "answer" in one.letters]
    assert any(reason.startswith("unsure") for reason in draft.withheld)


def test_a_pick_decides_on_the_mail_anew() -> None:
    story = unclear()
    story.order.pick(story.case.id, "2", ENGINEER)

    assert story.case.doubts == ()
    assert not any("is not clear" in need.what for need in story.case.needs)
    assert not any("answer" in draft.letters for draft in story.case.drafts)
    assert story.case.upload_claim or story.case.upload_check


def test_it_is_kept_to_learn_from_without_a_copy_of_the_mail() -> None:
    story = unclear()
    story.order.pick(story.case.id, "data_uploaded, question", ENGINEER)

    (pick,) = story.engine.state.picks()
    assert pick.intents == ("data_uploaded", "question")
    assert pick.by == ENGINEER
    assert pick.mail == story.engine.state.mails_of(story.case.id)[-1].id


def test_nothing_is_a_pick_too() -> None:
    story = unclear()

    assert story.order.pick(story.case.id, "nothing", ENGINEER) == ()
    assert story.engine.state.picks()[0].intents == ()


@pytest.mark.parametrize("reading", ["3", "close", "quetsion"])
def test_a_pick_that_is_none_is_refused_with_what_there_is(reading: str) -> None:
    story = unclear()

    with pytest.raises(OrderError, match="data_uploaded"):
        story.order.pick(story.case.id, reading, ENGINEER)


def test_an_engineers_answer_settles_it_as_well() -> None:
    story = unclear()
    story.engineer_writes("周先生，文件已经收到，正在分析。")

    assert story.case.doubts == ()
    with pytest.raises(OrderError, match="no mail of C-1 waits for a pick"):
        story.order.pick(story.case.id, "1", ENGINEER)
