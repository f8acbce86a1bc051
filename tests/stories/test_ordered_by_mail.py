"""Engineers order things of a case in a mail to the desk alone: lines that begin with `#`."""

import pytest

from tests.stories.story import COLLEAGUE, CUSTOMER, DESK, Story
from tests.stories.test_approved_by_mail import ENGLISH


def running(config: str = ENGLISH) -> Story:
    story = Story(config=config)
    story.customer_writes("我们的服务器今天蓝屏了，请协助分析。", name="周敏", subject="服务器蓝屏")
    story.engineer_writes("周先生，您好：\n\n请提供完整转储文件。", name="Lin Wei")
    return story


def orders(story: Story, text: str, **how: str) -> str:
    """What the engineer hears; their mail answers the last in the case."""
    return story.engineer_answers(text, story.last_mail, **how).text


@pytest.mark.parametrize(
    ("text", "status", "heard"),
    [
        ("#watch 10d", "watching", "C-1: lin@support.example watches it until 12 March 2026 10:00"),
        ("#观察 两周", "watching", "until 16 March 2026"),
        ("＃watch", "watching", "until 9 March 2026"),
        ("#close", "closed", "C-1: lin@support.example closed it"),
        ("#结案", "closed", "closed it"),
        ("#wait 3d", "waiting", "lets it wait until 5 March 2026 10:00"),
        ("#wait 2026-03-20", "waiting", "lets it wait until 20 March 2026"),
        ("#等待 下周三", "waiting", "lets it wait until 11 March 2026"),
        ("#told He sends it on Friday.", "waiting", "spoke to the customer: He sends it"),
        ("#已告知\n电话里说过了，周五再看。", "waiting", "the customer: 电话里说过了，周五再看。"),
        ("#manual", "waiting", "holds everything that would leave by itself"),
        ("#take\n#watch 7d", "watching", "- C-1: lin@support.example took the case"),
        ("#note ask Chen first", "waiting", "noted: ask Chen first"),
        ("#take\nHe is on site today.", "waiting", "noted: He is on site today."),
        ("#correct question", "open", "says what the mail of zhou@partner.example wants: asks"),
    ],
)  # fmt: skip
def test_an_order_is_carried_out_and_acknowledged(text: str, status: str, heard: str) -> None:
    story = running()
    assert heard in orders(story, text)
    assert story.status == status


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("#shout", "#shout is no order, and nothing was done for it; known are #watch, #close"),
        ("#wait", "#wait was not carried out: say for how long, as in `#wait 7d`"),
        ("#wait soon", "say for how long"),
        ("#wait 2020-01-01", "say for how long"),
        ("#reopen", "#reopen was not carried out: C-1 is not closed"),
        ("#correct nonsense", "#correct was not carried out"),
        ("#correct", "say what the mail wants, as in `#correct question`"),
        ("#note", "the note is empty"),
    ],
)
def test_what_cannot_be_done_is_said(text: str, heard: str) -> None:
    story = running()
    said = orders(story, text)
    assert heard in said
    assert story.status == "waiting"


def test_one_order_that_fails_holds_up_no_other() -> None:
    story = running()
    said = orders(story, "#reopen\n#take\n#close")
    assert "#reopen was not carried out" in said
    assert story.status == "closed"


def test_the_case_is_found_by_its_number_too() -> None:
    story = running()
    said = orders(story, "#close", threaded="no", subject="about C-1")
    assert "C-1: lin@support.example closed it" in said


def test_without_a_case_it_is_asked_which() -> None:
    story = running()
    said = orders(story, "#close", threaded="no", subject="please", program="without_quote")
    assert "Can't tell which case you mean" in said
    assert story.status == "waiting"
    assert len(story.cases) == 1


@pytest.mark.parametrize(
    "how",
    [
        {"to": CUSTOMER, "cc": DESK},
        {"cc": CUSTOMER},
        {"sender": CUSTOMER},
        {"sender": "li@escalation.example"},
        {"stamp": "dmarc=fail"},
        {"auto_submitted": "auto-replied"},
    ],
    ids=str,
)
def test_said_elsewhere_or_by_others_it_is_no_order(how: dict[str, str]) -> None:
    story = running()
    assert orders(story, "#close", **how) == ""
    assert story.status != "closed"


UNSTAMPED = f"{ENGLISH}\n[trust]\nunstamped_staff = true\n"


def test_where_internal_mail_has_no_stamp_an_order_has_to_answer_a_notice() -> None:
    story = running(UNSTAMPED)
    assert "did not verify that this mail is yours" in orders(story, "#close", stamp="none")
    assert story.status == "waiting"

    how = {"name": "周敏", "answers": story.ids[1]}
    story.customer_writes("好的，怎么上传？麻烦给个 sftp 账号。", **how)
    heard = story.engineer_answers("ok", story.notice, stamp="none")
    assert "leaves now" in heard.text
    assert "closed it" in story.engineer_answers("#close", story.notice, stamp="none").text


def test_a_colleague_is_told_that_they_give_none() -> None:
    story = running()
    assert "Only engineers give orders" in orders(story, "#close", sender=COLLEAGUE)
    assert story.status == "waiting"


def test_an_order_never_reaches_a_customer() -> None:
    story = running()
    orders(story, "#told 机密：先不要告诉客户原因")
    story.customer_writes("请问有结果了吗？怎么上传？请提供 sftp 账号。", name="周敏")
    story.engineer_answers("ok", story.notice)
    story.days_pass(30)
    assert story.sent
    assert not any("机密" in one.text for one in story.letters)


def test_in_chinese_the_acknowledgement_reads_as_well() -> None:
    story = running(ENGLISH.replace('"en"', '"zh"'))
    assert "C-1：lin@support.example 观察到2026年3月9日 10:00" in orders(story, "#观察 7d")
