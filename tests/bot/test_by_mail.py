"""A week of an engineer who never opens a terminal: replies and the Drafts folder, on Dovecot."""

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

from mailbot.desk.case.life import Status
from tests.bot.real_desk import CUSTOMER, DESK, ENGINEER, Desk, body
from tests.reply_programs import Answered, outlook, qq


def last_to(desk: Desk, reader: str, words: str = "") -> EmailMessage:
    """The last mail to this reader that says these words."""
    return next(one for one in reversed(desk.to(reader)) if words in body(one))


def replies(desk: Desk, words: str, notice: EmailMessage, program: object = outlook) -> str:
    """The engineer answers a notice; what the desk says to that."""
    answered = Answered(DESK, ENGINEER, str(notice["Subject"]), body(notice))
    whole = (qq if program is qq else outlook)(words, answered)
    thread = f"{notice['References'] or ''} {notice['Message-ID']}".strip()
    desk.writes(
        ENGINEER,
        whole.text,
        subject=f"Re: {notice['Subject']}",
        In_Reply_To=str(notice["Message-ID"]),
        References=thread,
    )
    return body(desk.to(ENGINEER)[-1])


def asks_for_dump(desk: Desk) -> None:
    """Lin's case begins: a fault is told, Lin asks for the dump."""
    desk.writes(CUSTOMER, "服务器昨天蓝屏了两次，请协助分析。")
    desk.writes(
        ENGINEER,
        "周先生，您好：\n\n请提供完整转储文件。",
        to=CUSTOMER,
        Cc=DESK,
        In_Reply_To="<1@partner.example>",
    )


def drafts(desk: Desk) -> list[EmailMessage]:
    found = desk.imap.mails(desk.user, "Drafts")
    mails = (message_from_bytes(one, policy=policy.default) for one in found)
    return [one for one in mails if isinstance(one, EmailMessage)]


def write_anew(desk: Desk, was: str, becomes: str) -> None:
    """A mail program saves a changed draft: another mail takes the place of the old one."""
    (mail,) = drafts(desk)
    text = body(mail).replace("\r\n", "\n")
    assert was in text
    del mail["Message-ID"]
    mail["Message-ID"] = "<anew@thunderbird.example>"
    mail.set_content(text.replace(was, becomes))
    with desk.imap.login(desk.user) as client:
        client.select_folder("Drafts")
        old = client.search(["ALL"])
        client.append("Drafts", mail.as_bytes(policy=policy.SMTP), (b"\\Draft",))
        client.delete_messages(old)
        client.expunge(old)


def send_from_drafts(desk: Desk) -> None:
    """The mail program sends what lies in Drafts: it goes to the reader and to Sent."""
    with desk.imap.login(desk.user) as client:
        client.select_folder("Drafts")
        (uid,) = client.search(["ALL"])
        raw = client.fetch([uid], ["RFC822"])[uid][b"RFC822"]
        client.append("Sent", raw, (b"\\Seen",), desk.clock.now())
        client.delete_messages([uid])
        client.expunge([uid])


def test_a_week_of_an_engineer_in_the_mail_program_alone(desk: Desk) -> None:
    asks_for_dump(desk)

    # Tuesday: the customer wants a login; a yes from Outlook
    desk.clock.advance(timedelta(hours=1))
    desk.writes(CUSTOMER, "好的，怎么上传？麻烦给个 sftp 账号。", In_Reply_To="<2@support.example>")
    notice = last_to(desk, ENGINEER, "上传说明")
    assert "直接回复本邮件即可处理" in body(notice)
    assert [one["To"] for one in drafts(desk)] == [None]
    assert "现在发给 zhou@partner.example" in replies(desk, "同意", notice)
    assert "密码：" in body(last_to(desk, CUSTOMER))
    assert "sealed" not in body(last_to(desk, CUSTOMER))
    assert drafts(desk) == []

    # Wednesday: a question; the words come from QQ's web mail, are read once more, and leave
    desk.clock.advance(timedelta(days=1))
    desk.writes(CUSTOMER, "请问这次蓝屏的原因是什么？", In_Reply_To="<2@support.example>")
    notice = last_to(desk, ENGINEER, "只能由您填写")
    heard = replies(desk, "原因是网卡驱动版本过旧，请升级到 2.1。", notice, qq)
    assert "您写的内容已放入" in heard
    assert "现在发给" in replies(desk, "发吧", desk.to(ENGINEER)[-1], qq)
    assert "网卡驱动版本过旧" in body(last_to(desk, CUSTOMER))

    # Thursday: another question; the gap is filled in Drafts, and the draft sent from there
    desk.clock.advance(timedelta(days=1))
    desk.writes(CUSTOMER, "请问升级驱动需要重启吗？", In_Reply_To="<2@support.example>")
    write_anew(desk, "【请工程师填写】", "需要重启一次，请安排在业务低谷时进行升级操作。")
    desk.passes(minutes=1)
    (draft,) = desk.bot.state.cases.load("C-1").drafts
    assert draft.edited
    before = len(desk.to(CUSTOMER))
    send_from_drafts(desk)
    desk.passes(minutes=1)
    assert desk.bot.state.cases.load("C-1").drafts == ()
    assert desk.bot.state.cases.load("C-1").status is Status.WAITING
    desk.passes(hours=5)
    assert len(desk.to(CUSTOMER)) == before

    # Friday: watched for a week, by one line
    desk.clock.advance(timedelta(days=1))
    desk.writes(ENGINEER, "#观察 7d", subject="C-1", In_Reply_To="<2@support.example>")
    assert "观察到" in body(desk.to(ENGINEER)[-1])
    assert desk.bot.state.cases.load("C-1").status is Status.WATCHING


def test_a_draft_in_drafts_is_renewed_taken_away_and_asked_about(desk: Desk) -> None:
    asks_for_dump(desk)
    desk.writes(CUSTOMER, "请问这次蓝屏的原因是什么？", In_Reply_To="<2@support.example>")
    (mail,) = drafts(desk)
    assert mail["To"] == CUSTOMER
    assert str(mail["Message-ID"]).startswith("<mailbot.C-1.")
    with desk.imap.login(desk.user) as client:
        client.select_folder("Drafts")
        assert client.search(["DRAFT"]) == [1]
        client.delete_messages([1])
        client.expunge()
    desk.passes(minutes=1)
    desk.passes(minutes=12)
    assert "已不在草稿箱中" in body(desk.to(ENGINEER)[-1])
    assert drafts(desk) == []
    assert "已撤回" in replies(desk, "不发", desk.to(ENGINEER)[-1])
    assert desk.bot.state.cases.load("C-1").drafts == ()
