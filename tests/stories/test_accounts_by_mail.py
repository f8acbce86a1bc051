"""Accounts that the administrator of another server makes: asked for by mail, and handed on."""

from zoneinfo import ZoneInfo

import pytest

from mailbot.bot.morning import print_list
from mailbot.bot.replay.replay import Approve
from mailbot.cli.lines import happened
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.life import Status
from mailbot.desk.decisions import due
from mailbot.desk.decisions.due import DueKind
from mailbot.mail.parse import parse
from tests.stories.story import ADMIN, CONFIG, CUSTOMER, ENGINEER, Letter, Story

BY_MAIL = f"""{CONFIG}
admin = "{ADMIN}"
[sftp]
by_mail = true
"""
REQUEST = "日志已经收集好了，请提供sftp账号，我明天上传。"
SPELLED = "账号已创建\n\n账号：nydzjt\n\n密码：Xq7-demo-32"


def asked(config: str = BY_MAIL, approve: Approve = Approve.NONE, **how: str) -> Story:
    story = Story(config=config, approve=approve)
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("周先生，您好\n\n请收集系统日志，谢谢。")
    story.customer_writes(REQUEST, **how)
    return story


def to_admin(story: Story) -> list[Letter]:
    return [one for one in story.letters if one.audience is Audience.ADMIN and one.mode == "sent"]


def instructions(story: Story) -> list[Letter]:
    return [one for one in story.letters if one.name == "upload_instructions"]


def notes(story: Story) -> str:
    return "\n".join(one.text for one in story.to_staff)


def waited_for(story: Story) -> bool:
    dates = due.dates(story.case, story.engine.rules)
    return any(one.kind is DueKind.ADMIN_NAG for one in dates)


def test_a_request_asks_the_administrator_and_nobody_else() -> None:
    story = asked()

    (letter,) = to_admin(story)
    assert letter.to == (ADMIN,)
    assert story.case.id in letter.subject
    assert "partner.example" in letter.text
    assert "日志已经" not in letter.text
    assert not story.mail_of(letter).cc
    assert instructions(story) == []
    assert story.status == "open"
    assert story.case.transfer.waits_for_login


def test_the_question_is_a_thread_of_its_own() -> None:
    story = asked()
    story.until("2026-03-02T16:00:00")

    first, second = map(story.mail_of, to_admin(story))

    assert first.references == ()
    assert second.references == (first.message_id,)


def test_a_second_request_asks_nobody_again() -> None:
    story = asked()

    story.customer_writes("请尽快提供sftp账号，谢谢。")

    assert len(to_admin(story)) == 1
    assert instructions(story) == []
    assert story.status == "open"


def test_the_answer_ends_the_waiting_and_hands_the_login_on() -> None:
    story = asked()
    story.admin_writes(SPELLED)

    (letter,) = instructions(story)
    assert letter.to == (CUSTOMER,)
    assert letter.mode == "draft"
    assert "nydzjt" in letter.text
    assert "Xq7-demo-32" not in letter.text
    assert story.case.transfer.login_wanted is None
    assert not waited_for(story)

    story.order.approve(letter.draft, ENGINEER)
    story.run()

    assert story.status == "waiting"
    assert "Xq7-demo-32" in story.mail_of(story.letter("upload_instructions")).text


def test_a_login_read_before_is_handed_over_at_once() -> None:
    story = asked()
    story.admin_writes(SPELLED)
    story.order.reject(instructions(story)[0].draft, ENGINEER, "later")

    story.customer_writes("请提供sftp账号。")

    assert len(to_admin(story)) == 1
    assert instructions(story)[-1].mode == "draft"


def test_an_engineer_who_spells_the_login_ends_the_waiting_too() -> None:
    story = asked()

    story.engineer_writes(SPELLED, to="support@support.example", cc="")

    assert instructions(story)[-1].mode == "draft"
    assert story.case.transfer.login_wanted is None


def test_an_engineer_who_gives_it_to_the_customer_needs_no_letter() -> None:
    story = asked()

    story.engineer_writes(f"周先生，您好\n\n{SPELLED}")

    assert instructions(story) == []
    assert story.case.transfer.login_wanted is None


def test_an_engineers_order_asks_the_administrator_and_tells_them_once_it_is_there() -> None:
    story = Story(config=BY_MAIL)
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请为客户开一个上传账号。", to="support@support.example", cc="")
    assert len(to_admin(story)) == 1

    story.admin_writes(SPELLED)

    assert any(one.name == "account_created" for one in story.to_staff)
    assert instructions(story) == []


def test_an_engineer_who_asked_the_administrator_is_not_asked_again_for() -> None:
    story = Story(config=BY_MAIL)
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请协助建立SFTP账号和密码。", to=ADMIN)
    story.customer_writes(REQUEST, answers="m1@partner.example")

    assert to_admin(story) == []
    story.admin_writes(
        SPELLED, answers="m2@support.example", to=ENGINEER, cc="support@support.example"
    )

    assert instructions(story)[-1].mode == "draft"
    assert not any(one.name == "account_created" for one in story.to_staff)


def test_the_administrator_is_reminded_twice_and_then_the_engineer_is_told() -> None:
    story = asked()
    story.until("2026-03-02T15:30:00")
    assert len(to_admin(story)) == 2
    assert "3月2日" in to_admin(story)[-1].text
    assert "3月2日" not in to_admin(story)[0].text

    story.until("2026-03-03T15:30:00")
    assert len(to_admin(story)) == 3
    assert "至今没有回复" not in notes(story)

    story.until("2026-03-04T15:30:00")
    assert len(to_admin(story)) == 3
    assert "至今没有回复" in notes(story)

    story.days_pass(30)
    assert len(to_admin(story)) == 3
    assert not due.dates(story.case, story.engine.rules)


def test_the_morning_list_says_that_it_waits() -> None:
    story = asked()
    story.until("2026-03-03T08:45:00")
    print_list(story.engine)
    before = len(story.channel.sent)
    story.engine.outbox.deliver(story.engine.handle)

    (listed,) = (one for one in story.channel.sent[before:] if ENGINEER in one.recipients)
    assert "自3月2日 10:00起等待管理员开通账号" in parse(listed.raw).text


def test_an_answer_without_a_login_ends_the_reminding_and_is_told() -> None:
    story = asked()

    story.admin_writes("服务器正在维护，请问这个客户是哪个项目的？")

    assert "回复中没有账号" in notes(story)
    assert not waited_for(story)
    story.days_pass(5)
    assert len(to_admin(story)) == 1


def test_a_login_that_comes_after_all_is_handed_on() -> None:
    story = asked()
    story.admin_writes("服务器正在维护，请稍等。")

    story.admin_writes(SPELLED)

    assert instructions(story)[-1].mode == "draft"
    assert not story.case.holds.need_somebody


def test_closing_the_case_ends_it_all() -> None:
    story = asked()

    story.order.close(story.case.id, ENGINEER)
    story.days_pass(10)

    assert story.case.transfer.login_wanted is None
    assert story.case.status is Status.CLOSED
    assert len(to_admin(story)) == 1


def test_a_question_that_waits_for_a_yes_is_not_repeated_and_a_no_ends_it() -> None:
    story = asked(f'{BY_MAIL}\n[letters]\naccount_wanted = "approve"\n')
    story.days_pass(1)
    (draft,) = (one for one in story.case.drafts if one.audience is Audience.ADMIN)
    assert to_admin(story) == []

    story.order.reject(draft.id, ENGINEER, "I ask them myself")

    assert not story.case.transfer.waits_for_login
    assert not waited_for(story)


def test_where_the_question_is_switched_off_the_engineer_is_asked() -> None:
    story = asked(f'{BY_MAIL}\n[letters]\naccount_wanted = "off"\n')

    assert "请联系管理员开通" in notes(story)
    assert story.status == "open"
    story.engineer_writes(SPELLED, to="support@support.example", cc="")
    assert instructions(story)[-1].mode == "draft"
    assert not story.case.holds.need_somebody


def test_nothing_is_read_from_a_mail_that_only_says_it_is_the_administrators() -> None:
    story = asked()

    story.admin_writes(SPELLED, stamp="dmarc=fail header.from=support.example")

    assert story.case.transfer.accounts == ()
    assert story.case.transfer.waits_for_login


def test_the_word_of_an_unproven_writer_asks_nobody_without_a_yes() -> None:
    story = asked(stamp="dmarc=none header.from=partner.example")
    assert to_admin(story) == []
    assert any(one.audience is Audience.ADMIN for one in story.case.drafts)

    story.engineer_writes("请为客户开一个上传账号。", to="support@support.example", cc="")

    assert len(to_admin(story)) == 1
    story.admin_writes(SPELLED)
    assert instructions(story)[-1].withheld


def test_everybody_who_asked_gets_the_login() -> None:
    story = asked()
    story.customer_writes(REQUEST, sender="wang@partner.example")
    assert len(to_admin(story)) == 1

    story.admin_writes(SPELLED)

    assert {one.to for one in instructions(story)} == {(CUSTOMER,), ("wang@partner.example",)}


def test_what_still_waits_for_a_yes_leaves_in_the_same_letter() -> None:
    story = asked()
    story.customer_writes("请问能否直接替换驱动文件？")

    story.admin_writes(SPELLED)

    (draft,) = (one for one in story.case.drafts if one.audience is Audience.CUSTOMER)
    assert set(draft.letters) == {"answer", "upload_instructions"}


def test_who_goes_to_another_case_takes_their_request_along() -> None:
    story = asked()
    story.customer_writes(REQUEST, sender="wang@partner.example")
    mails = [one.id for one in story.engine.state.filed_mails.mails_of(story.case.id)]

    story.order.split(story.case.id, mails[-1:], ENGINEER)

    wanted = story.engine.state.cases.load("C-1").transfer.login_wanted
    assert wanted is not None
    assert [one.person for one in wanted.requests] == [CUSTOMER]


def test_joining_carries_the_question_along() -> None:
    story = Story(config=BY_MAIL)
    story.customer_writes("服务器蓝屏，请协助。", subject="服务器蓝屏")
    story.customer_writes(REQUEST, subject="上传日志", threaded="no", sender="wang@partner.example")
    first, second = sorted(one.id for one in story.cases)

    story.order.join(second, first, ENGINEER)
    story.run()
    story.admin_writes(SPELLED)

    stays = story.engine.state.cases.load(first)
    assert stays.transfer.login_wanted is None
    assert instructions(story)[-1].to == ("wang@partner.example",)


@pytest.mark.parametrize("approve", list(Approve))
def test_a_replay_tells_the_question_as_a_letter_to_staff(approve: Approve) -> None:
    story = asked(approve=approve)
    zone = ZoneInfo("Asia/Shanghai")

    lines = [line for one in story.happened if (line := happened(one, zone)) is not None]

    (told,) = (one for one in lines if one.get("letter") == "account_wanted")
    assert told["audience"] == "staff"
    assert told["to"] == [ADMIN]
