"""What a mail without proof can't do: close, hold, renew, take over, or make a letter leave."""

from mailbot.bot.replay.replay import Approve
from tests.stories.story import CUSTOMER, ENGINEER, Story

FORGED = "spf=pass; dmarc=fail"
STRANGER = "mallory@evil.example"


def running_case() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请收集并上传最新的系统日志，谢谢。")
    return story


def test_a_forged_mail_closes_nothing() -> None:
    story = running_case()

    story.customer_writes("问题已经解决，可以关闭了。", stamp=FORGED)

    assert story.status == "waiting"
    assert any("solved" in str(need.what) for need in story.case.holds.needs)


def test_forged_pressure_holds_nobody() -> None:
    story = running_case()

    story.customer_writes("我要投诉！请马上升级处理！", stamp=FORGED)

    assert story.case.holds.hands_off == ""


def test_a_forged_question_is_acknowledged_to_nobody() -> None:
    story = Story()
    story.customer_writes("请问 http://evil.example/cheap 的药怎么买？", stamp=FORGED)

    story.days_pass(3)

    assert story.sent == []


def test_what_the_desk_begins_goes_to_nobody_who_was_never_proven() -> None:
    story = Story()
    story.customer_writes(
        "dump文件已上传完毕，请查收。", stamp=FORGED, subject="WIN http://evil.example"
    )

    story.days_pass(40)

    assert story.sent == []


def test_a_stranger_with_a_known_message_id_gets_no_ones_data() -> None:
    story = running_case()

    story.customer_writes("文件已经上传，请查收。", sender=STRANGER)
    story.days_pass(10)

    assert all(STRANGER not in letter.to for letter in story.letters if letter.mode == "sent")


def test_a_forged_bounce_blocks_nobody() -> None:
    story = running_case()

    story.machine_writes(
        "This is the mail system. zhou@partner.example: 550 5.1.1 user unknown",
        sender="mailer-daemon@evil.example", subject="Undelivered Mail Returned to Sender",
        threaded="no",
    )  # fmt: skip

    assert story.case.parties.bounced == ()
    assert story.status == "waiting"
    assert [str(need.what) for need in story.case.holds.needs] == [
        "a report that nothing proves says that mail to zhou@partner.example bounces: look at it"
    ]


def test_a_bounce_that_names_an_engineers_mail_holds_until_a_person_has_looked() -> None:
    story = running_case()

    story.machine_writes(
        "This is the mail system. zhou@partner.example: 550 5.1.1 user unknown",
        sender="mailer-daemon@partner.example", subject="Undelivered Mail Returned to Sender",
    )  # fmt: skip
    story.days_pass(40)
    assert story.status == "open"
    assert story.case.parties.bounced == ()
    assert not {"reminder", "closing_notice"} & set(story.sent)

    story.engineer_writes("周先生，您好\n\n请上传最新的full dump文件。")
    story.days_pass(11)
    assert "reminder" in story.sent


def test_a_bounce_that_names_no_mail_is_told_in_the_case_of_whom_it_did_not_reach() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")

    story.machine_writes(
        f"<{CUSTOMER}>: 550 5.1.1 user unknown", sender="mailer-daemon@partner.example",
        subject="Undelivered Mail Returned to Sender", threaded="no",
    )  # fmt: skip

    assert story.received[-1].mail.by == "recipient"
    assert story.case.parties.bounced == ()
    assert any("bounces" in one.text or "退" in one.text for one in story.to_staff)


def test_a_bounce_of_one_with_two_cases_belongs_to_neither() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。", threaded="no")
    story.customer_writes("打印机无法打印。", subject="打印机故障", threaded="no")

    story.machine_writes(
        f"<{CUSTOMER}>: 550 5.1.1 user unknown", sender="mailer-daemon@partner.example",
        subject="Undelivered Mail Returned to Sender", threaded="no",
    )  # fmt: skip

    assert len(story.received) == len(story.cases)


def test_a_bounce_of_a_letter_of_ours_is_believed() -> None:
    story = Story(approve=Approve.ALL)
    story.customer_writes("服务器蓝屏，请协助。请提供sftp账号。")

    story.machine_writes(
        "This is the mail system. zhou@partner.example: 550 5.1.1 user unknown",
        sender="mailer-daemon@partner.example", subject="Undelivered Mail Returned to Sender",
        answers=story.mail_of(story.last).message_id,
    )  # fmt: skip

    assert story.case.parties.bounced == (CUSTOMER,)
    assert any("find another address" in str(need.what) for need in story.case.holds.needs)


def test_a_reply_to_that_is_not_on_the_case_waits_for_a_yes() -> None:
    story = Story(approve=Approve.ALL)

    story.customer_writes("日志见附件。", file="system.evtx", reply_to="ghost@partner.example")

    assert story.sent == []


def test_a_password_in_a_file_name_is_sealed() -> None:
    story = Story()

    story.customer_writes("日志见附件。", file="密码：Hunter2Zq9x.zip")

    assert "Hunter2Zq9x" not in repr(story.case)
    assert all("Hunter2Zq9x" not in letter.text for letter in story.letters)


def test_an_address_no_header_can_hold_stops_no_other_letter() -> None:
    story = running_case()
    story.customer_writes("请问是否需要重启？", sender="周@evil.example", subject="Re: 服务器蓝屏")

    story.customer_writes("日志见附件。", file="system.evtx", cc="周@evil.example")

    assert "data_received" in story.sent


def test_a_copy_that_only_claims_to_be_ours_is_read() -> None:
    story = running_case()
    own = story.channel.sent[0].message_id
    before = len(story.received)

    story.customer_writes("服务器又蓝屏了。", id=own)

    assert len(story.received) == before + 1


def test_a_robot_without_headers_is_answered_only_so_often() -> None:
    story = Story()
    for number in range(60):
        story.customer_writes("打印机无法打印，请协助。", subject=f"告警 {number}", threaded="no")
        story.hours_pass(0.3)

    assert len(story.sent) <= 20


def test_one_persons_rejected_letter_leaves_the_others_login() -> None:
    story = Story(approve=Approve.ALL)
    story.customer_writes("日志已经准备好，请提供sftp账号。")
    story.replay.approve = Approve.NONE
    story.customer_writes(
        "我也需要一个sftp账号。", sender="wang@partner.example", subject="Re: 服务器蓝屏"
    )

    story.order.reject(story.last.draft, ENGINEER)
    story.run()

    assert [one.person for one in story.case.transfer.accounts] == [CUSTOMER]


def test_two_people_who_ask_both_get_their_letter() -> None:
    story = Story()
    story.customer_writes("日志已经准备好，请提供sftp账号。")
    story.customer_writes(
        "我也需要一个sftp账号。", sender="wang@partner.example", subject="Re: 服务器蓝屏"
    )

    waiting = {one.to for one in story.case.drafts}
    assert (CUSTOMER,) in waiting
    assert ("wang@partner.example",) in waiting


def test_words_that_are_not_believed_tick_nothing_off() -> None:
    story = running_case()

    story.customer_writes("系统日志已经上传，请查收。")
    story.hours_pass(1)

    assert story.sent[-1] == "nothing_arrived"
    assert "system_log" in [
        item.name for item in story.case.matter.items if item.state.value == "asked"
    ]
