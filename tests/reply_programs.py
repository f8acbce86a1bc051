"""How mail programs quote what they answer: a text and, for those that write it, HTML."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType


@dataclass(frozen=True)
class Answered:
    """The mail that is answered."""

    sender: str
    to: str
    subject: str
    text: str


@dataclass(frozen=True)
class Body:
    """What a program writes; ``html`` is '' where it sends text alone."""

    text: str
    html: str = ""


def _marked(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _div(text: str) -> str:
    return "".join(f"<div>{escape(line) or '<br>'}</div>" for line in text.splitlines())


def thunderbird(said: str, answered: Answered) -> Body:
    return Body(f"{said}\n\nOn 3/3/26 10:05, Support Desk wrote:\n{_marked(answered.text)}\n")


def thunderbird_below(said: str, answered: Answered) -> Body:
    """Its writer types under the quote, as its default is."""
    return Body(f"On 3/3/26 10:05, Support Desk wrote:\n{_marked(answered.text)}\n\n{said}\n")


def outlook(said: str, answered: Answered) -> Body:
    head = (
        f"From: Support Desk <{answered.sender}>\nSent: Tuesday, March 3, 2026 10:05 AM\n"
        f"To: {answered.to}\nSubject: {answered.subject}"
    )
    html = (
        f"<html><body><div class=WordSection1><p class=MsoNormal>{escape(said)}</p>"
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
        f"<p class=MsoNormal>{'<br>'.join(map(escape, head.splitlines()))}</p></div>"
        f"{_div(answered.text)}</div></body></html>"
    )
    return Body(f"{said}\n\n{head}\n\n{answered.text}\n", html)


def outlook_zh(said: str, answered: Answered) -> Body:
    head = (
        f"发件人: Support Desk <{answered.sender}>\n发送时间: 2026年3月3日 10:05\n"
        f"收件人: {answered.to}\n主题: {answered.subject}"
    )
    return Body(f"{said}\n\n\n{head}\n\n{answered.text}\n")


def outlook_mobile(said: str, answered: Answered) -> Body:
    head = (
        f"From: Support Desk <{answered.sender}>\nSent: Tuesday, March 3, 2026 10:05:11 AM\n"
        f"To: {answered.to}\nSubject: {answered.subject}"
    )
    return Body(
        f"{said}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n"
        f"________________________________\n{head}\n\n{answered.text}\n"
    )


def apple_mail(said: str, answered: Answered) -> Body:
    return Body(
        f"{said}\n\n> On 3 Mar 2026, at 10:05, Support Desk <{answered.sender}> wrote:\n> \n"
        f"{_marked(answered.text)}\n"
    )


def iphone(said: str, answered: Answered) -> Body:
    return Body(
        f"{said}\n\nSent from my iPhone\n\n> On 3 Mar 2026, at 10:05, Support Desk "
        f"<{answered.sender}> wrote:\n> \n> \ufffc\n{_marked(answered.text)}\n"
    )


def iphone_zh(said: str, answered: Answered) -> Body:
    return Body(
        f"{said}\n\n发自我的 iPhone\n\n> 在 2026年3月3日，10:05，Support Desk "
        f"<{answered.sender}> 写道：\n> \n{_marked(answered.text)}\n"
    )


def gmail(said: str, answered: Answered) -> Body:
    wrote = f"On Tue, Mar 3, 2026 at 10:05 AM Support Desk <{answered.sender}> wrote:"
    html = (
        f'<div dir="ltr">{escape(said)}</div><br><div class="gmail_quote"><div dir="ltr" '
        f'class="gmail_attr">{escape(wrote)}<br></div><blockquote class="gmail_quote" '
        f'style="margin:0 0 0 .8ex">{_div(answered.text)}</blockquote></div>'
    )
    return Body(f"{said}\n\n{wrote}\n\n{_marked(answered.text)}\n", html)


def qq(said: str, answered: Answered) -> Body:
    html = (
        f"<div>{escape(said)}</div><div><br></div><div style='font-size:12px'>"
        "------------------&nbsp;原始邮件&nbsp;------------------</div>"
        "<div style='background:#efefef'>"
        f'<div><b>发件人:</b> "Support Desk" &lt;{answered.sender}&gt;;</div>'
        "<div><b>发送时间:</b> 2026年3月3日(星期二) 上午10:05</div>"
        f'<div><b>收件人:</b> "Lin Wei"&lt;{answered.to}&gt;;</div>'
        f"<div><b>主题:</b> {escape(answered.subject)}</div></div>{_div(answered.text)}"
    )
    text = (
        f"{said}\n\n\n------------------ 原始邮件 ------------------\n"
        f'发件人: "Support Desk" <{answered.sender}>;\n发送时间: 2026年3月3日(星期二) 上午10:05\n'
        f'收件人: "Lin Wei"<{answered.to}>;\n主题: {answered.subject}\n\n{answered.text}\n'
    )
    return Body(text, html)


def netease(said: str, answered: Answered) -> Body:
    wrote = f'在 2026-03-03 10:05:11，"Support Desk" <{answered.sender}> 写道：'
    html = (
        f"<div style='line-height:1.7'>{_div(said)}<br><br><div id='divNeteaseMailCard'></div>"
        f"<p>{escape(wrote)}</p><blockquote id='isReplyContent' style='PADDING-LEFT:1ex'>"
        f"{_div(answered.text)}</blockquote></div>"
    )
    return Body(f"{said}\n\n\n\n\n{wrote}\n{_marked(answered.text)}\n", html)


def foxmail(said: str, answered: Answered) -> Body:
    return Body(
        f"{said}\n\n\n\nLin Wei\n \n发件人： Support Desk\n发送时间： 2026-03-03 10:05\n"
        f"收件人： {answered.to}\n主题： {answered.subject}\n{answered.text}\n"
    )


def aliyun(said: str, answered: Answered) -> Body:
    return Body(
        f"{said}\n\n------------------------------------------------------------------\n"
        f"发件人：Support Desk <{answered.sender}>\n发送时间：2026年3月3日(星期二) 10:05\n"
        f"收件人：Lin Wei <{answered.to}>\n主　题：{answered.subject}\n\n{answered.text}\n"
    )


def exmail(said: str, answered: Answered) -> Body:
    """腾讯企业邮."""
    return Body(
        f'{said}\n \n \n------------------ Original ------------------\nFrom:  "Support Desk"'
        f'<{answered.sender}>;\nDate:  Tue, Mar 3, 2026 10:05 AM\nTo:  "Lin Wei"<{answered.to}>;\n'
        f"Subject:  {answered.subject}\n\n \n{answered.text}\n"
    )


def without_quote(said: str, answered: Answered) -> Body:
    del answered
    return Body(f"{said}\n")


PROGRAMS: Mapping[str, Callable[[str, Answered], Body]] = MappingProxyType(
    {
        one.__name__: one
        for one in (
            thunderbird, thunderbird_below, outlook, outlook_zh, outlook_mobile, apple_mail, iphone,
            iphone_zh, gmail, qq, netease, foxmail, aliyun, exmail, without_quote,
        )
    }
)  # fmt: skip
