"""A person or a machine."""

import pytest

from mailbot.mail.headers import Headers
from mailbot.mail.message import Bounce, Kind
from mailbot.mail.nature import kind


def headers(**values: str) -> Headers:
    base = {"from": "Zhou <zhou@partner.example>", "return-path": "<zhou@partner.example>"}
    named = base | {name.replace("_", "-"): value for name, value in values.items()}
    return Headers({name: (value,) for name, value in named.items()})


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
        ({"list_unsubscribe": "<mailto:x@y.example>"}, "x", "", Kind.BULK),
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
        ({}, "Re: dump", "您好！您的邮件已收到，我们会尽快回复。"),
        ({}, "case 12", "Your case has been opened, I shall look at the dump today."),
        ({}, "dump", "系统自动重启了，蓝屏代码 0x1e"),
        ({}, "dump", "程序自动生成的日志已上传"),
        ({}, "dump", "Is the report generated automatically?"),
        ({"from": "Noreply Chan <chan@partner.example>"}, "dump", "hello"),
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
