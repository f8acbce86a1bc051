"""Mails sent by web forms: labelled fields, one of them the address of the visitor."""

import re

from mailbot.mail.message import Address
from mailbot.mail.mime.address import NOBODY

_READ = 8_000
_GAP = r"[ \t*_]{0,4}[:：=][ \t*_]{0,8}"
_START = r"^[ \t*_>|-]{0,6}"
_EMAIL = re.compile(
    rf"{_START}(?:(?:your|contact|sender|reply|business|work)[ -]?)?"
    r"(?:e-?mail(?:[ -]?address)?|(?:联系|电子|您的|客户|提交人)?邮箱(?:地址)?|电子邮件|電子郵件"
    r"|(?:ihre )?e-?mail-?adresse|courriel|correo(?: electrónico)?|メールアドレス"
    r"|from|sender|von|发件人)"
    rf"{_GAP}(?:[^\n<>@]{{0,60}}<)?(?:mailto:)?([\w.+-]{{1,64}}@[\w.-]{{1,190}}\w)",
    re.IGNORECASE | re.MULTILINE,
)
_NAME = re.compile(
    rf"{_START}(?:(?:your|full|contact|first)[ -]?)?"
    r"(?:name|(?:您的|联系人|客户)?姓名|联系人|称呼|nom|nombre|お名前|氏名)"
    rf"{_GAP}([^\n]{{1,60}})$",
    re.IGNORECASE | re.MULTILINE,
)
_MESSAGE = re.compile(
    rf"{_START}(?:(?:your|the|detailed)[ -]?)?"
    r"(?:message|comments?|enquiry|inquiry|question|request|description|details|problem"
    r"|nachricht|anfrage|mensaje|留言(?:内容)?|(?:咨询|反馈)?内容|(?:问题)?描述|问题|需求"
    rf"|お問い合わせ内容){_GAP}\n?",
    re.IGNORECASE | re.MULTILINE,
)


def filled_in_by(text: str) -> Address:
    """Who filled in the form, by its fields; nobody if the text is not a form."""
    text = text[:_READ]
    email = _EMAIL.search(text)
    if email is None or _MESSAGE.search(text) is None:
        return NOBODY
    name = _NAME.search(text)
    return Address(email[1].lower(), " ".join(name[1].split()) if name else "")
