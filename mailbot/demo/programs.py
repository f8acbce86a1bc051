"""The mail programs of the demo's people: each quotes, prefixes and encodes in its own way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage


@dataclass(frozen=True, slots=True)
class Program:
    """How a mail program writes a reply."""

    name: str
    prefix: str
    away: str
    charset: str
    quote: Callable[[EmailMessage], str]

    def subject(self, answered: EmailMessage) -> str:
        """The subject of a reply, with one prefix only."""
        subject = str(answered["Subject"] or "")
        return subject if subject.startswith(self.prefix) else f"{self.prefix}{subject}"


def text_of(mail: EmailMessage) -> str:
    """The text part of a mail, '' where it has none."""
    part = mail.get_body(("plain",))
    return str(part.get_content()).replace("\r\n", "\n") if part is not None else ""


def _sent(mail: EmailMessage) -> datetime:
    moment = mail["Date"].datetime
    assert isinstance(moment, datetime)
    return moment


def _qq(mail: EmailMessage) -> str:
    at = _sent(mail)
    return (
        "\n\n\n------------------ 原始邮件 ------------------\n"
        f"发件人: {mail['From']};\n"
        f"发送时间: {at:%Y年%m月%d日} {at:%H:%M};\n"
        f"收件人: {mail['To']};\n"
        f"主题: {mail['Subject']}\n\n{text_of(mail)}"
    )


def _outlook_zh(mail: EmailMessage) -> str:
    at = _sent(mail)
    return (
        "\n\n________________________________\n"
        f"发件人: {mail['From']}\n"
        f"发送时间: {at.year}年{at.month}月{at.day}日 {at:%H:%M}\n"
        f"收件人: {mail['To']}\n"
        f"主题: {mail['Subject']}\n\n{text_of(mail)}"
    )


def _outlook_en(mail: EmailMessage) -> str:
    at = _sent(mail)
    return (
        "\n\n________________________________\n"
        f"From: {mail['From']}\n"
        f"Sent: {at:%A}, {at.day} {at:%B} {at.year} {at:%H:%M}\n"
        f"To: {mail['To']}\n"
        f"Subject: {mail['Subject']}\n\n{text_of(mail)}"
    )


QQ = Program("QQMail 2.x", "回复：", "自动回复: ", "gb18030", _qq)
OUTLOOK_ZH = Program("Microsoft Outlook 16.0", "答复: ", "自动答复: ", "utf-8", _outlook_zh)
OUTLOOK_EN = Program("Microsoft Outlook 16.0", "RE: ", "Automatic reply: ", "utf-8", _outlook_en)
