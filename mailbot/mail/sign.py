"""What a text may hold that tells a machine from a person, and how much it weighs."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """What a text may hold; every sign is counted once, however often it is there."""

    weight: int
    said: str
    pattern: re.Pattern[str]


def sign(weight: int, said: str, *pattern: str) -> Sign:
    return Sign(weight, said, re.compile("|".join(pattern), re.IGNORECASE | re.MULTILINE))


MAIL_EN = (
    r"(?:e-?mail|message|reply|response|mail|notice|notification|confirmation|acknowledge?ment)"
)
MAIL_ZH = r"(?:邮件|郵件|信件|信|回复|回復|回覆|消息|通知)"
YOURS_EN = (
    r"your (?:[\w'-]{1,20} ){0,3}(?:e-?mail|message|enquiry|inquiry|request|ticket|communication"
    r"|correspondence|note|letter|submission|report|question|case|feedback|query|mail|comment)\b"
)
YOURS_ZH = (
    r"(?:您|你|贵司|客户)(?:的|提交的|发来的|反馈的|發來的)?(?:新|这封|服务)?"
    r"(?:来信|邮件|來信|郵件|来函|请求|請求|需求|问题|問題|反馈|留言|信息|訊息|工单|申请|报修"
    r"|咨询|諮詢|投诉|案件|报障)"
)
NOT_ME_ZH = (
    r"(?:请|請)(?:您)?(?:直接|改为|改|尽快|及时)?(?:联系|聯絡|联络|致电|拨打|撥打"
    r"|发送至|发至|转发|写信|咨询|cc|抄送)"
)
