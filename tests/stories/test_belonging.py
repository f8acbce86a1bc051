"""Who belongs to a case, by evidence and never by name: each wrong join here was possible once."""

import pytest

from mailbot.bot.replay.replay import Approve
from tests.stories.story import CUSTOMER, ENGINEER, Story

PRIVATE = "zhouzuo@qq.com"
ELSEWHERE = "eve@elsewhere.example"


def opened() -> Story:
    story = Story()
    story.customer_writes("服务器昨夜蓝屏两次，请协助分析。", name="Zhou Zuo")
    return story


def test_an_engineers_answer_without_ids_goes_to_the_customer_it_is_written_to() -> None:
    story = opened()
    story.customer_writes("我们的服务器也蓝屏了。", threaded="no", sender=ELSEWHERE)
    one, other = story.cases

    story.engineer_writes("请上传full dump文件。", subject="Re: 服务器蓝屏", threaded="no")
    assert story.received[-1].case == one.id
    story.engineer_writes(
        "请上传minidump文件。", subject="Re: 服务器蓝屏", threaded="no", to=ELSEWHERE
    )
    assert story.received[-1].case == other.id


@pytest.mark.parametrize(
    "subject", ["Re: Fw: 服务器蓝屏", "转发: 服务器蓝屏", "回复：转发：服务器蓝屏"]
)
def test_who_answers_a_copy_that_was_sent_on_is_a_stranger(subject: str) -> None:
    story = opened()
    story.customer_writes("这个问题我也想了解。", subject=subject, sender=ELSEWHERE)

    one, other = story.cases
    assert one.parties.customers == (CUSTOMER,)
    assert other.parties.stranger_of == one.id


def test_who_answers_a_copy_to_the_customer_too_belongs() -> None:
    story = opened()
    story.customer_writes(
        "我来补充：型号是R740。", subject="Re: Fw: 服务器蓝屏", sender=ELSEWHERE, cc=CUSTOMER
    )

    assert len(story.cases) == 1


def test_whom_the_customer_copied_in_belongs() -> None:
    story = opened()
    story.customer_writes("请同时回复代理商。", subject="Re: 服务器蓝屏", cc=ELSEWHERE)
    story.customer_writes("型号是R740。", subject="Re: 服务器蓝屏", threaded="no", sender=ELSEWHERE)

    assert len(story.cases) == 1


def test_whom_a_forged_mail_copies_in_does_not() -> None:
    story = opened()
    story.customer_writes(
        "请同时回复代理商。", subject="Re: 服务器蓝屏", cc=ELSEWHERE,
        stamp="dmarc=fail header.from=partner.example",
    )  # fmt: skip
    story.customer_writes("型号是R740。", subject="Re: 服务器蓝屏", threaded="no", sender=ELSEWHERE)

    assert len(story.cases) == 2


@pytest.mark.parametrize(
    ("stamp", "cases"),
    [
        ("dmarc=pass header.from=partner.example", 1),
        ("dmarc=fail header.from=partner.example", 2),
        ("none", 2),
    ],
)
def test_where_he_wants_the_answer_is_he_if_his_mail_is_proven(stamp: str, cases: int) -> None:
    story = opened()
    story.customer_writes("明天上传。", subject="Re: 服务器蓝屏", reply_to=PRIVATE, stamp=stamp)
    story.customer_writes("型号是R740。", subject="Re: 服务器蓝屏", threaded="no", sender=PRIVATE)

    assert len(story.cases) == cases


def test_the_same_name_at_a_public_provider_is_nobody() -> None:
    story = opened()
    story.customer_writes(
        "型号是R740。", subject="Re: 服务器蓝屏", threaded="no", sender=PRIVATE, name="Zhou Zuo"
    )

    assert len(story.cases) == 2


def test_his_private_mailbox_answers_a_letter_of_ours() -> None:
    story = Story(approve=Approve.ALL)
    story.customer_writes("服务器蓝屏，请协助。请提供sftp账号。")
    story.customer_writes(
        "型号是R740。",
        subject="Re: 服务器蓝屏",
        sender=PRIVATE,
        answers=story.mail_of(story.last).message_id,
    )

    assert story.case.parties.customers == (CUSTOMER, PRIVATE)


def test_a_customer_in_another_spelling_is_the_same_customer() -> None:
    story = opened()
    story.customer_writes(
        "型号是R740。", subject="Re: 服务器蓝屏", threaded="no", sender="Zhou+Logs@Partner.example"
    )

    assert story.case.parties.customers == (CUSTOMER,)


def test_a_customer_who_is_copied_into_a_strangers_case_has_still_one_of_his_own() -> None:
    story = opened()
    story.customer_writes(
        "我也是。", subject="Re: 服务器蓝屏", threaded="no", sender=ELSEWHERE, cc=CUSTOMER
    )
    story.hours_pass(5)
    story.customer_writes("型号是R740。", subject="Re: 服务器蓝屏", threaded="no")

    assert story.received[-1].case == story.cases[0].id


def test_an_answer_to_a_mail_that_never_came_joins_no_case_of_last_month() -> None:
    story = opened()
    story.days_pass(30)
    story.customer_writes("又有一台蓝屏。", subject="Re: 服务器蓝屏", answers="n@partner.example")

    assert len(story.cases) == 2


def joined() -> Story:
    """Two cases with a draft, a login and a due date, made one by a mail that answers both."""
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。", id="a@partner.example")
    story.engineer_writes("请上传full dump文件。", subject="Re: 服务器蓝屏", id="e@support.example")
    story.customer_writes(
        "日志已经准备好，请提供sftp账号。", id="b@partner.example", threaded="no",
        sender="wang@partner.example", subject="服务器蓝屏的日志",
    )  # fmt: skip
    assert [case.status.value for case in story.cases] == ["waiting", "open"]
    story.customer_writes(
        "两封邮件说的是同一台机器。", subject="Re: 服务器蓝屏",
        answers="e@support.example> <b@partner.example",
    )  # fmt: skip
    return story


def test_what_two_cases_owe_and_know_is_owed_and_known_by_the_one() -> None:
    story = joined()
    kept = next(case for case in story.cases if not case.merged_into)
    gone = next(case for case in story.cases if case.merged_into)

    assert kept.status.value == "open"
    assert {account.person for account in kept.transfer.accounts} == {"wang@partner.example"}
    assert "full_dump" in [item.name for item in kept.matter.items]
    assert gone.drafts == ()
    assert gone.transfer.accounts == ()
    assert any(gone.id in str(need.what) for need in kept.holds.needs)


def test_after_a_join_nothing_is_said_twice_and_nothing_by_the_case_that_went() -> None:
    story = joined()
    gone = next(case.id for case in story.cases if case.merged_into)
    sent = len([one for one in story.letters if one.mode == "sent"])
    story.engineer_writes("请上传full dump文件。", subject="Re: 服务器蓝屏")
    story.days_pass(40)

    later = [one for one in story.letters if one.mode == "sent"][sent:]
    assert not [one.draft for one in later if one.draft.startswith(f"{gone}/")]
    assert [one.name for one in later].count("follow_up") <= 3
    assert {one.to for one in later} == {(CUSTOMER,)}
    assert ENGINEER not in {to for one in later for to in one.to}
