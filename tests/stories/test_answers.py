"""What a mail is answered with: one letter at most, and a human's yes where it needs one."""

from mailbot.bot.replay.replay import Approve
from mailbot.desk.case.life import Status
from tests.stories.story import CUSTOMER, ENGINEER, Story


def test_a_request_for_an_account_is_drafted_with_one_and_told_to_the_engineer() -> None:
    story = Story()
    story.customer_writes("日志已经准备好，请提供sftp账号。")

    assert story.last.name == "upload_instructions"
    assert story.last.mode == "draft"
    assert "[sealed:" in story.last.text
    assert [one.origin for one in story.case.transfer.accounts] == ["opened"]
    assert story.to_staff[-1].name == "draft_waiting"
    assert story.to_staff[-1].to == ("lead@support.example",)


def test_an_approved_request_leaves_and_gives_the_customer_the_turn() -> None:
    story = Story(approve=Approve.ALL)
    story.customer_writes("日志已经准备好，请提供sftp账号。")

    assert story.sent == ["upload_instructions"]
    assert story.case.status is Status.WAITING


def test_a_rejected_letter_shuts_its_account() -> None:
    story = Story()
    story.customer_writes("日志已经准备好，请提供sftp账号。")

    story.order.reject(story.last.draft, ENGINEER)
    story.run()

    assert story.case.transfer.accounts == ()


def test_several_things_to_say_leave_as_one_letter() -> None:
    story = Story(sees_server=False, approve=Approve.ALL)
    story.customer_writes("服务器蓝屏，请协助。")
    story.engineer_writes("请运行信息收集工具，并上传软件列表截图。")
    story.customer_writes("软件列表截图已上传。采集工具涉及隐私，客户不同意使用。")

    assert story.sent[-1] == "data_received+refusal_alternatives"
    assert len(story.sent) == 2


def test_a_question_is_always_a_draft_with_a_gap() -> None:
    story = Story(approve=Approve.ALL)
    story.customer_writes("请问1. 能否直接替换驱动文件？\n2. 开启之后还需要收集日志吗？")

    assert story.last.name == "answer"
    assert story.last.mode == "draft"
    assert story.last.withheld


def test_an_unanswered_question_is_acknowledged_after_four_working_hours() -> None:
    story = Story()
    story.customer_writes("请问能否直接替换驱动文件？")

    story.hours_pass(3.9)
    assert "question_received" not in story.sent
    story.hours_pass(0.2)

    assert story.sent == ["question_received"]


def test_an_answered_question_is_not_acknowledged() -> None:
    story = Story()
    story.customer_writes("请问能否直接替换驱动文件？")
    story.engineer_writes("可以替换，但必须是同一版本。")

    story.days_pass(1)

    assert "question_received" not in story.sent
    assert [one.mode for one in story.letters if one.name == "answer"] == ["draft", "withdrawn"]


def test_says_uploaded_and_nothing_is_there() -> None:
    story = Story()
    story.customer_writes("文件已经上传到sftp，请查收。")
    assert story.case.status is Status.OPEN

    story.hours_pass(0.6)

    assert story.sent == ["nothing_arrived"]


def test_says_uploaded_while_it_still_runs() -> None:
    story = Story(approve=Approve.ALL)
    story.customer_writes("日志已经准备好，请提供sftp账号。")
    story.file_arrives("MEMORY.zip", state="running")
    story.customer_writes("文件正在上传，已经上传到sftp，请查收。")

    story.hours_pass(2)
    assert "nothing_arrived" not in story.sent
    story.file_arrives("MEMORY.zip")
    story.hours_pass(1)

    assert story.sent[-1] == "data_received"


def test_an_upload_nobody_announced_gets_a_receipt_once() -> None:
    story = Story(approve=Approve.ALL)
    story.customer_writes("日志已经准备好，请提供sftp账号。")
    story.file_arrives("MEMORY.zip")
    story.hours_pass(0.1)
    assert story.sent[-1] == "data_received"
    assert "MEMORY.zip" in story.letter("data_received").text

    story.customer_writes("MEMORY.zip已经上传，请查收。")
    story.hours_pass(2)

    assert story.sent.count("data_received") == 1
    assert "nothing_arrived" not in story.sent


def test_an_attached_file_is_an_arrival() -> None:
    story = Story()
    story.customer_writes("日志见附件。", file="system.evtx")

    assert story.sent == ["data_received"]
    assert "system.evtx" in story.letter("data_received").text


def test_a_refusal_holds_the_packet() -> None:
    story = Story(sees_server=False, approve=Approve.ALL)
    story.customer_writes("软件列表截图已上传。采集工具涉及隐私，客户不同意使用。")

    packet = next(one for one in story.letters if one.name == "escalation_packet")
    assert packet.mode == "draft"
    assert any("refused" in reason for reason in packet.withheld)


def test_an_unverified_sender_gets_nothing_by_itself() -> None:
    story = Story(approve=Approve.ALL)
    story.customer_writes("日志已经准备好，请提供sftp账号。", stamp="spf=pass; dmarc=fail")

    assert story.sent == []
    assert any("unverified" in reason for reason in story.last.withheld)


def test_somebody_who_claims_to_be_ours_acts_on_nothing() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    story.engineer_writes("案例将关闭。", stamp="dmarc=fail")

    assert story.case.status is Status.OPEN
    assert story.case.parties.engineer == ""


def test_pressure_holds_what_would_leave_by_itself() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    story.engineer_writes("请上传full dump文件。")
    story.customer_writes("客户非常着急，请尽快升级处理，太慢了！")
    story.engineer_writes("请继续收集full dump文件并上传。")

    story.days_pass(9)

    assert "reminder" not in story.sent
    assert any("hands_off" in reason for reason in story.last.withheld)


def test_a_newer_mail_takes_the_place_of_an_unedited_draft() -> None:
    story = Story()
    story.customer_writes("请问能否直接替换驱动文件？")
    story.customer_writes("另外请问需要重启吗？")

    drafts = [one for one in story.letters if one.name == "answer"]
    assert [one.mode for one in drafts] == ["draft", "withdrawn", "draft"]
    assert "能否直接替换驱动文件" in drafts[-1].text
    assert "需要重启" in drafts[-1].text


def test_an_edited_draft_is_kept_and_flagged() -> None:
    story = Story()
    story.customer_writes("请问能否直接替换驱动文件？")
    story.order.edit(story.last.draft, ENGINEER, "周先生，您好\n\n可以。")
    story.customer_writes("另外请问需要重启吗？")

    assert [one.edited for one in story.case.drafts if "answer" in one.letters] == [True]


def test_the_text_sent_is_the_text_approved() -> None:
    story = Story()
    story.customer_writes("请问能否直接替换驱动文件？")
    draft = story.last.draft
    story.order.edit(draft, ENGINEER, "周先生，您好\n\n可以，同一版本即可。")
    story.order.approve(draft, ENGINEER)
    story.run()

    assert "可以，同一版本即可。" in story.channel.sent[-1].raw.decode() or story.sent == ["answer"]
    assert story.case.status is Status.WAITING


def test_english_is_answered_in_english() -> None:
    story = Story()
    story.customer_writes(
        "Our file server crashed twice last night. Please find the log attached.",
        subject="Server crash", file="system.evtx",
    )  # fmt: skip

    assert "Thank you" in story.letter("data_received").text


def test_a_reply_to_outside_his_domain_is_not_followed() -> None:
    story = Story()
    story.customer_writes("日志见附件。", file="system.evtx", reply_to="evil@elsewhere.example")

    assert story.letter("data_received").to == (CUSTOMER,)
