"""A person or a machine."""

import pytest

from mailbot.mail.automatic.classify import Words, verdict
from mailbot.mail.bounces.prose import told_report
from mailbot.mail.message import Bounce, Kind
from mailbot.mail.mime.headers import Headers


def headers(**values: str) -> Headers:
    base = {"from": "Zhou <zhou@partner.example>", "return-path": "<zhou@partner.example>"}
    named = base | {name.replace("_", "-"): value for name, value in values.items()}
    return Headers({name: (value,) for name, value in named.items()})


def kind(values: Headers, subject: str, text: str, bounce: Bounce | None = None) -> Kind:
    """The verdict, which always says why."""
    told = verdict(values, Words(subject, text, text), bounce)
    assert told.because
    return told.kind


DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.partner.example>"
FAILED = "Your message could not be delivered to x@y.example: 550 5.1.1 user unknown"


@pytest.mark.parametrize(
    ("values", "subject", "text", "expected"),
    [
        ({"auto_submitted": "auto-replied"}, "x", "", Kind.AUTO_REPLY),
        ({"auto_submitted": "Auto-Replied (vacation)"}, "x", "", Kind.AUTO_REPLY),
        ({"auto_submitted": "auto-generated"}, "x", "", Kind.AUTO_REPLY),
        ({"auto_submitted": "auto-generated", "list_id": "<a>"}, "x", "", Kind.BULK),
        ({"x_autoreply": "yes"}, "x", "", Kind.AUTO_REPLY),
        ({"x_qq_auto_reply": "true"}, "x", "", Kind.AUTO_REPLY),
        ({"x_qq_holidayreply": "true"}, "x", "", Kind.AUTO_REPLY),
        ({"precedence": "auto_reply"}, "x", "", Kind.AUTO_REPLY),
        (
            {"x_ms_exchange_generated_message_source": "Mailbox Rules Agent"},
            "x",
            "",
            Kind.AUTO_REPLY,
        ),
        ({"return_path": "<>"}, "x", "", Kind.AUTO_REPLY),
        ({}, "自动回复: 蓝屏", "", Kind.AUTO_REPLY),
        ({}, "自动回复：蓝屏", "", Kind.AUTO_REPLY),
        ({}, "Automatic reply: dump", "", Kind.AUTO_REPLY),
        ({}, "Out of Office: dump", "", Kind.AUTO_REPLY),
        ({}, "Out of Office", "", Kind.AUTO_REPLY),
        ({}, "已读: 蓝屏", "", Kind.AUTO_REPLY),
        ({}, "[#123] 蓝屏", "您好！您的邮件已收到，我们会尽快回复。", Kind.AUTO_REPLY),
        (
            {},
            "[#123] x",
            "This is an automated message. Your ticket has been created.",
            Kind.AUTO_REPLY,
        ),
        ({}, "Re: dump", "您好！您的邮件已收到，我们会尽快回复。", Kind.AUTO_REPLY),
        ({}, "通知", "此邮件由系统自动发送，请勿回复。", Kind.AUTO_REPLY),
        (
            {"content_type": "multipart/report; report-type=disposition-notification"},
            "x",
            "",
            Kind.AUTO_REPLY,
        ),
        ({"from": DAEMON}, "Undelivered Mail Returned to Sender", FAILED, Kind.BOUNCE),
        ({"from": DAEMON}, "x", "", Kind.BOUNCE),
        ({"from": DAEMON, "auto_submitted": "auto-replied"}, "failure notice", "", Kind.BOUNCE),
        ({"x_failed_recipients": "x@y.example"}, "x", "", Kind.BOUNCE),
        ({"from": "PostMaster@qq.com"}, "系统退信", "退信原因：收件人不存在", Kind.BOUNCE),
        (
            {"from": "postmaster@y.example", "return_path": "<>"},
            "Undeliverable: dump",
            FAILED,
            Kind.BOUNCE,
        ),
        ({"from": "postmaster@y.example"}, "未送达: 蓝屏", FAILED, Kind.BOUNCE),
        ({"from": "ndr@y.example"}, "Mail delivery failed", FAILED, Kind.BOUNCE),
        ({"from": DAEMON}, "Delivery Status Notification (Delay)", "", Kind.DELAY_NOTICE),
        ({"from": DAEMON}, "Warning: message x delayed 24 hours", "", Kind.DELAY_NOTICE),
        ({"from": DAEMON}, "邮件投递延迟", "", Kind.DELAY_NOTICE),
        ({"list_id": "<users.lists.example>"}, "x", "", Kind.BULK),
        ({"list_unsubscribe": "<mailto:x@y.example>"}, "x", "退订请点这里", Kind.BULK),
        ({"list_unsubscribe": "<mailto:x@y.example>", "feedback_id": "1"}, "x", "", Kind.BULK),
        ({"precedence": "bulk"}, "x", "", Kind.BULK),
        ({"from": "News <noreply@shop.example>"}, "x", "", Kind.BULK),
        ({"from": "no-reply@shop.example"}, "x", "", Kind.BULK),
    ],
)
def test_a_machine_is_recognised(
    values: dict[str, str], subject: str, text: str, expected: Kind
) -> None:
    assert kind(headers(**values), subject, text) is expected


@pytest.mark.parametrize(
    ("values", "subject", "text"),
    [
        ({}, "蓝屏", "已收到，谢谢"),
        ({}, "", ""),
        ({"auto_submitted": "no"}, "x", ""),
        ({"x_auto_response_suppress": "All"}, "x", ""),
        ({"x_auto_response_suppress": "DR, RN, NRN, OOF, AutoReply"}, "x", ""),
        ({"x_ms_exchange_inbox_rules_loop": "a@b.example"}, "转给你们", "请处理"),
        ({"precedence": "first-class"}, "x", ""),
        ({}, "Re: 自动回复: 蓝屏", "我回来了，日志明天给"),
        ({}, "自动回复设置不生效", "请帮忙看看"),
        ({}, "Out of office replies are not sent", "please help"),
        ({}, "Fw: 系统退信", "请看下为什么退信"),
        ({}, "Mail delivery failed since yesterday", "All our users complain."),
        ({}, "退信问题", "我们发的邮件都被退回"),
        ({"from": "postmaster@partner.example"}, "please check our relay", "we see errors"),
        ({}, "Delayed: upload of the dump", "will send it next week"),
        ({}, "dump", "您好，您的邮件已收到，日志我今天上传。"),
        ({}, "case 12", "Your case has been opened, I shall look at the dump today."),
        ({}, "dump", "系统自动重启了，蓝屏代码 0x1e"),
        ({}, "dump", "程序自动生成的日志已上传"),
        ({}, "dump", "Is the report generated automatically?"),
        ({"from": "Noreply Chan <chan@partner.example>"}, "dump", "hello"),
        ({"list_unsubscribe": "<https://sign.example/u>"}, "Re: dump", "It is up again."),
        ({"list_unsubscribe": "<https://sign.example/u>"}, "打印机", "打印机还是连不上。"),
        (
            {},
            "机房设备故障",
            "收到，谢谢！\n补充信息：设备型号 R740，机房温度正常，近期没有变更。",
        ),
        ({}, "无法投递？", f"昨天收到这个：\n{FAILED}\n到底收到没有？"),
        ({}, "工程师回来了吗", "林工的自动回复说 8/16 收假，今天还没有回音，请问由谁接手？"),
        ({}, "关于自动回复", "你们的信里都写“此邮件由系统自动发出，请勿回复”，我回复哪里？"),
        ({}, "RE: Накладные", "Спасибо, заработало. Осталось настроить второй склад."),
        ({"content_type": 'multipart/mixed; boundary="report"'}, "dump", "hello"),
    ],
)
def test_a_person_is_not_taken_for_a_machine(
    values: dict[str, str], subject: str, text: str
) -> None:
    assert kind(headers(**values), subject, text) is Kind.HUMAN


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("failed", Kind.BOUNCE),
        ("", Kind.BOUNCE),
        ("delayed", Kind.DELAY_NOTICE),
        ("delivered", Kind.AUTO_REPLY),
        ("relayed", Kind.AUTO_REPLY),
    ],
)
def test_a_delivery_report_speaks_for_itself(action: str, expected: Kind) -> None:
    assert kind(headers(), "x", "", Bounce("x@y.example", "", action)) is expected


@pytest.mark.parametrize(
    ("values", "subject", "text", "expected"),
    [
        ({"auto_submitted": "auto-generated", "precedence": "bulk"}, "x", "", Kind.AUTO_REPLY),
        ({}, "回复：附件", "邮件已收悉，谢谢。（系统自动回复）", Kind.AUTO_REPLY),
        (
            {},
            "Re: access",
            "I will be out of the office starting 03/02/2026 and will not return until 03/16/2026.",
            Kind.AUTO_REPLY,
        ),
        ({}, "Maternity leave", "I'm on leave and will be back in May.", Kind.AUTO_REPLY),
        ({}, "休假通知", "本人休年假，请联系张工 zhang@partner.example。", Kind.AUTO_REPLY),
        ({}, "Re: dump", "Zhou is on leave. For urgent matters contact Li.", Kind.AUTO_REPLY),
        ({}, "Re: dump", "We got your request. Do not reply to this e-mail.", Kind.AUTO_REPLY),
        ({}, "Read: dump", "Your message was read on Monday.", Kind.AUTO_REPLY),
        ({"content_class": "urn:content-classes:calendarmessage"}, "已接受: 会议", "",
         Kind.AUTO_REPLY),
        ({"x_hmxmroriginalrecipient": "x@y.example"}, "complaint", "", Kind.BULK),
        ({"from": "no-reply@sns.example"}, "Notification",
         '{"notificationType":"Bounce","bouncedRecipients":[]}', Kind.BOUNCE),
        ({"x_mlserver": "fml"}, "You are not member", "see the guide", Kind.BOUNCE),
    ],
)  # fmt: skip
def test_a_machine_without_the_standard_headers(
    values: dict[str, str], subject: str, text: str, expected: Kind
) -> None:
    assert kind(headers(**values), subject, text) is expected


@pytest.mark.parametrize(
    ("values", "subject", "text"),
    [
        ({"list_post": "<mailto:users@lists.example>", "list_id": "<a>", "precedence": "list"},
         "Re: dump", "I see the same here."),
        ({}, "Re: dump", "I'm out of office next week, so I'll send the logs on Monday."),
        ({}, "Re: dump", "I am on leave until May. Contact Li about the crash from now on."),
        ({}, "回复: 蓝屏", "王工已离职，后续由我负责对接，请把邮件发到我这个邮箱，谢谢。"),
        ({}, "Re: dump", "Sorry for the late reply, I was on vacation. The dump is there now."),
        ({}, "Accepted: your plan", "we shall do it on Friday"),
        ({}, "Read: the log", "could you read the log I sent?"),
    ],
)  # fmt: skip
def test_a_person_says_such_things_too(values: dict[str, str], subject: str, text: str) -> None:
    assert kind(headers(**values), subject, text) is Kind.HUMAN


HOSTILE = ["a@" * 32_000, "I am " * 13_000, "\n" * 64_000, "your " * 13_000, "收到" * 32_000,
     "- " * 32_000, "550 " * 16_000, "x: " * 21_000, '"' * 64_000]  # fmt: skip


def weighed(hostile: str) -> Kind:
    """A person or a machine, and whether it is a report in words."""
    told_report(headers(), hostile, "", action="failed")
    return kind(headers(), hostile, hostile)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_weighed(hostile: str) -> None:
    """What it may cost is measured by `make bench`."""
    assert isinstance(weighed(hostile), Kind)
