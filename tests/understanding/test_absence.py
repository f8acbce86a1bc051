"""Automatic replies of our own people, as programs send them: away until when, or not at all."""

from datetime import date, datetime

import pytest

from mailbot.understanding.absence import Absence, absence

AT = datetime.fromisoformat("2026-11-30T10:00:00+08:00")  # a Monday


def december(day: int) -> Absence:
    return Absence(date(2026, 12, day))


@pytest.mark.parametrize(
    ("subject", "text", "found"),
    [
        # Outlook
        ("自动答复: 服务器蓝屏", "您好，我正在休假，12月7日恢复上班。急事找徐工。", december(6)),
        ("自动答复: 日志", "您好！我于12月1日至12月5日出差，查收邮件不便。", december(5)),
        ("自动答复: 日志", "我12月1日至5日休年假，紧急事宜请拨打热线。", december(5)),
        ("Automatic reply: log", "I am out of office and will be back on 7 December.", december(6)),
        ("Automatic reply: crash", "I'm on annual leave until December 4. For anything urgent, "
         "write to xu@support.example.", december(4)),
        ("Automatic reply: crash", "I'll be out of office from Nov 30 to Dec 4, returning "
         "on Monday, December 7.", december(6)),
        ("Automatic reply: logs", "I am away Dec 1-4 with limited access to mail.", december(4)),
        # Gmail
        ("Out of office Re: crash", "Thank you. I will answer once I return.", Absence()),
        ("Re: crash", "Hello, I'm on vacation this week. I'll get back to you.", december(4)),
        ("Re: crash", "I am away for two weeks.", december(14)),
        # QQ, Exmail, 163
        ("自动回复:服务器蓝屏", "您好，我外出了，回来后会尽快回复您。", Absence()),
        ("自动回复：服务器蓝屏", "本人休假到12月4号，7号回来上班后处理您的邮件。", december(6)),
        ("自动回复：日志", "我今天外出，明天回复您。", Absence(date(2026, 11, 30))),
        ("自动回复：日志", "本人出差中，下周一返回公司，急事请打电话。", december(6)),
        ("自动回复：日志", "我在外地培训，不在公司，直到12月4日。", december(4)),
        ("自动回复：日志", "正在休假，2026-12-04之后恢复。", december(3)),
        # a receipt of somebody who is there
        ("自动回复：日志", "您好，您的邮件已收到，我会尽快回复。", None),
        ("自动回复：日志", "来信收到，将在2个工作日内回复，谢谢！", None),
        ("Automatic reply: logs", "Thanks, I have your mail and will answer by December 4.", None),
        # it was forgotten: the day is over
        ("自动答复: 日志", "我于11月16日至11月20日休假，11月23日恢复上班。", None),
        ("Automatic reply: logs", "I am on leave until November 20.", None),
    ],
)  # fmt: skip
def test_a_reply_says_how_long(subject: str, text: str, found: Absence | None) -> None:
    assert absence(subject, text, AT) == found
