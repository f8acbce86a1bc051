"""Engineers approve by answering the notice; an answer that is not theirs does nothing."""

import pytest

from tests.reply_programs import PROGRAMS
from tests.stories.story import COLLEAGUE, CONFIG, CUSTOMER, ENGINEER, SECOND_LINE, Story

ENGLISH = CONFIG.replace(
    'notify = ["lead@support.example"]', 'notify = ["lead@support.example"]\nlanguage = "en"'
)
TWO = ENGLISH.replace(
    'engineers = ["lin@support.example"]',
    'engineers = ["lin@support.example", "chen@support.example"]',
)
CHEN = "chen@support.example"
QUESTION = "您好，请问这次蓝屏是什么原因引起的？"


def asked(config: str = ENGLISH, question: str = QUESTION) -> Story:
    """A case of Lin's, whose customer has asked something: a draft with a gap waits."""
    story = Story(config=config)
    story.customer_writes("我们的服务器今天蓝屏了，请协助分析。", name="周敏")
    story.engineer_writes("周先生，您好：\n\n请提供完整转储文件。", name="Lin Wei")
    story.customer_writes(question, name="周敏")
    return story


def wants_login(config: str = ENGLISH) -> Story:
    """A case of Lin's, whose customer wants to upload: instructions with a password wait."""
    story = Story(config=config)
    story.customer_writes("我们的服务器今天蓝屏了，请协助分析。", name="周敏")
    story.engineer_writes("周先生，您好：\n\n请提供完整转储文件。", name="Lin Wei")
    story.customer_writes("好的，请问怎么上传？麻烦给个 sftp 账号。", name="周敏")
    return story


def waiting(story: Story) -> list[str]:
    return [one.id for one in story.case.drafts if one.waits]


def text_of(story: Story, draft: str) -> str:
    written = story.engine.state.draft_texts.written(draft)
    assert written is not None
    return written.text


def test_a_notice_says_how_it_is_answered() -> None:
    text = wants_login().notice.text
    assert "Answer this mail:" in text
    assert "`ok` sends it as it is" in text
    gap = asked().notice.text
    assert "It has a gap that only you can fill" in gap
    assert "sends it as it is" not in gap


def test_a_notice_shows_the_mail_that_the_draft_answers() -> None:
    shown = asked().notice.text
    assert "It answers this mail:\n\n    您好，请问这次蓝屏是什么原因引起的？" in shown


def test_it_shows_no_password_of_the_customers() -> None:
    story = asked(question="请问怎么登录？我们的测试机账号 admin，密码：Qingling-2026-x")
    assert "It answers this mail:" in story.notice.text
    assert "Qingling-2026-x" not in story.notice.text
    assert "sealed" not in story.notice.text


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("yes", ["ok", "同意", "发吧", "👍"])
def test_a_yes_from_any_mail_program_sends_the_letter(program: str, yes: str) -> None:
    story = wants_login()
    heard = story.engineer_answers(yes, program=program)
    assert story.last.name == "upload_instructions"
    assert story.last.mode == "sent"
    assert heard.text.startswith("Hello,\n\nC-1/3 leaves now to zhou@partner.example")
    assert [one.email for one in heard.to] == [ENGINEER]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_no_from_any_mail_program_withdraws_it(program: str) -> None:
    story = wants_login()
    heard = story.engineer_answers("先不发，我打电话跟他说", program=program)
    assert story.last.mode == "withdrawn"
    assert waiting(story) == []
    assert "C-1/3 is withdrawn and will not leave" in heard.text
    assert any(
        "我打电话跟他说" in str(one) for one in story.engine.state.cases.journal("C-1")[-1].because
    )


@pytest.mark.parametrize("program", PROGRAMS)
def test_words_fill_the_gap_and_are_shown_before_they_leave(program: str) -> None:
    story = asked()
    heard = story.engineer_answers("原因是网卡驱动版本过旧，请升级到 2.1。", program=program)
    assert "Your words stand in" in heard.text
    assert "网卡驱动版本过旧" in heard.text
    assert "answer" not in story.sent
    again = story.engineer_answers("ok", notice=heard, program=program)
    assert story.last.name == "answer"
    assert story.last.mode == "sent"
    assert "原因是网卡驱动版本过旧，请升级到 2.1。" in story.last.text
    assert story.last.text.startswith("周先生，您好！\n\n关于您提出的问题：")
    assert "Lin Wei\nSupport" in story.last.text
    assert "leaves now" in again.text


@pytest.mark.parametrize("program", PROGRAMS)
def test_words_that_greet_the_customer_leave_at_once(program: str) -> None:
    story = asked()
    heard = story.engineer_answers(
        "周先生，您好！\n\n原因是网卡驱动版本过旧，请升级到 2.1。", program=program
    )
    assert "leaves now to zhou@partner.example, with your words" in heard.text
    assert story.last.mode == "sent"
    assert story.last.text.startswith("周先生，您好！\n\n原因是网卡驱动")
    assert "案例编号：C-1" in story.last.text
    assert "【" not in story.last.text


def test_each_question_gets_the_words_of_its_number() -> None:
    story = asked(question="请问：\n1. 是什么原因引起的？\n2. 需要更换硬件吗？")
    heard = story.engineer_answers("1. 网卡驱动版本过旧。\n2. 不需要更换。")
    assert "Your words stand in" in heard.text
    story.engineer_answers("发吧", notice=heard)
    assert story.last.text.index("网卡驱动版本过旧") < story.last.text.index("需要更换硬件吗")
    assert "【" not in story.last.text


def test_what_is_unclear_is_asked_back_once() -> None:
    story = wants_login()
    first = story.engineer_answers("ok, but is the password right?")
    assert "Can't tell whether C-1/3 may leave" in first.text
    second = story.engineer_answers("hm", notice=first)
    assert "Still can't tell" in second.text
    assert waiting(story) == ["C-1/3"]
    assert "leaves now" in story.engineer_answers("ok", notice=second).text


def test_an_answer_counts_once() -> None:
    story = asked()
    notice = story.notice
    story.engineer_answers("原因是网卡驱动版本过旧，请升级到 2.1。", notice=notice)
    heard = story.engineer_answers("换一种说法：请先升级网卡驱动。", notice=notice, id="again@x")
    assert "was answered before" in heard.text
    assert "换一种说法" not in text_of(story, waiting(story)[0])


def test_a_yes_to_what_has_left_does_nothing() -> None:
    story = wants_login()
    notice = story.notice
    story.engineer_answers("ok", notice=notice)
    before = len(story.sent)
    heard = story.engineer_answers("ok", notice=notice, id="twice@x")
    assert "has left already" in heard.text
    assert len(story.sent) == before


def test_a_yes_after_the_customer_wrote_again_does_nothing() -> None:
    story = wants_login()
    notice = story.notice
    story.customer_writes("另外，问题又出现了一次，蓝屏代码是 0x139。", name="周敏")
    heard = story.engineer_answers("ok", notice=notice)
    assert "nothing was done" in heard.text
    assert "upload_instructions" not in story.sent


def test_a_yes_to_a_text_changed_meanwhile_shows_it_again() -> None:
    story = asked()
    (draft,) = waiting(story)
    text = text_of(story, draft).replace("【请工程师填写】", "请升级驱动。")
    story.order.edit(draft, ENGINEER, text)
    heard = story.engineer_answers("请先升级网卡驱动，再观察一周。")
    assert "has changed since it was shown to you" in heard.text
    assert "请升级驱动。" in heard.text
    assert "leaves now" in story.engineer_answers("ok", notice=heard).text


@pytest.mark.parametrize(
    ("how", "heard"),
    [
        ({"stamp": "dmarc=fail header.from=support.example"}, ""),
        ({"stamp": "none"}, ""),
        ({"sender": COLLEAGUE}, "Only engineers give orders"),
        ({"sender": CHEN}, "waits for the yes of lin@support.example"),
        ({"sender": SECOND_LINE}, ""),
        ({"sender": CUSTOMER}, ""),
        ({"cc": CUSTOMER}, ""),
        ({"auto_submitted": "auto-replied"}, ""),
        ({"threaded": "no"}, "Can't tell which letter you mean"),
        ({"answers": "mailbot.C-1.3.0123456789abcdef@support.example"}, "Can't tell which letter"),
    ],
    ids=str,
)  # fmt: skip
def test_who_is_not_asked_does_nothing(how: dict[str, str], heard: str) -> None:
    story = wants_login(TWO)
    said = story.engineer_answers("ok", story.notice, **how)
    assert "upload_instructions" not in story.sent
    assert heard in said.text
    assert bool(said.text) is bool(heard)


def test_while_sending_is_paused_the_answer_still_comes_and_says_so() -> None:
    story = wants_login()
    story.engine.state.notes.pause(story.now)
    before = len(story.channel.sent)
    story.engineer_answers("ok")
    assert len(story.channel.sent) == before
    story.engine.state.notes.resume(story.now)
    story.run()
    assert "upload_instructions" in story.sent


def test_in_chinese_it_reads_as_well() -> None:
    story = wants_login(ENGLISH.replace('"en"', '"zh"'))
    assert "直接回复本邮件即可处理" in story.notice.text
    heard = story.engineer_answers("同意")
    assert "C-1/3 现在发给 zhou@partner.example" in heard.text


def test_the_answer_stays_in_the_engineers_thread() -> None:
    story = wants_login()
    notice = story.notice
    heard = story.engineer_answers("ok")
    assert heard.subject == f"Re: {notice.subject}"
    assert heard.references[-1] == story.ids[-1]
    assert heard.kind.value == "auto_reply"
