"""How mail programs answer: the prefix, the ids they keep, and the form in which they quote."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

DESK = "support@support.example"
_MX = "mx.support.example"
_WEEK = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail before it is bytes; ``thread`` is the truth, ``parents`` its ancestors' ids."""

    id: str
    sender: str
    name: str
    to: tuple[str, ...]
    subject: str
    text: str
    at: datetime
    cc: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    thread_index: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    thread: int = 0


Quote = Callable[[Mail], str]


@dataclass(frozen=True, slots=True)
class Client:
    """A mail program; ``keeps`` says which headers it sets: "both", "parent", "none"."""

    name: str
    prefix: str
    quote: Quote
    keeps: str = "both"
    charset: str = "utf-8"
    conversation: bool = False


def _marked(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _block_zh(mail: Mail) -> str:
    return (
        f"发件人: {mail.name} <{mail.sender}>\n发送时间: {_date_zh(mail.at)}\n"
        f"收件人: {mail.to[0]}\n主题: {mail.subject}\n\n{mail.text}"
    )


def _date_zh(at: datetime) -> str:
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"


def _outlook_en(mail: Mail) -> str:
    return (
        f"From: {mail.name} <{mail.sender}>\nSent: {mail.at:%A, %B %d, %Y %I:%M %p}\n"
        f"To: {mail.to[0]}\nSubject: {mail.subject}\n\n{mail.text}"
    )


def _qq(mail: Mail) -> str:
    return (
        "------------------ 原始邮件 ------------------\n"
        f'发件人: "{mail.name}" <{mail.sender}>;\n'
        f"发送时间: {_date_zh(mail.at)} (星期{_WEEK[mail.at.weekday()]})\n"
        f'收件人: "{mail.to[0]}";\n主题: {mail.subject}\n\n{mail.text}'
    )


def _aliyun(mail: Mail) -> str:
    line = "-" * 66
    return (
        f"{line}\n发件人：{mail.name} <{mail.sender}>\n发送时间：{_date_zh(mail.at)}\n"
        f"收件人：{mail.to[0]}\n主　题：{mail.subject}\n\n{mail.text}"
    )


def _notes(mail: Mail) -> str:
    return (
        f"{mail.name} <{mail.sender}>\n{mail.at:%Y-%m-%d %H:%M}\n\nTo\n{mail.to[0]}\ncc\n\n"
        f"Subject\n{mail.subject}\n\n{mail.text}"
    )


CLIENTS = (
    Client("Outlook zh", "答复: ", lambda m: _block_zh(m), conversation=True),
    Client("Outlook zh 2003", "答复: ", lambda m: f"-----邮件原件-----\n{_block_zh(m)}",
           charset="gbk", conversation=True),
    Client("Outlook en", "RE: ", _outlook_en, conversation=True),
    Client("Exchange en", "RE: ", lambda m: f"________________________________\n{_outlook_en(m)}",
           conversation=True),
    Client("Gmail en", "Re: ", lambda m: f"On {m.at:%a, %b %d, %Y at %I:%M %p} {m.name} "
           f"<{m.sender}> wrote:\n\n{_marked(m.text)}"),
    Client("Gmail zh", "Re: ", lambda m: f"{m.name} <{m.sender}> 于{_date_zh(m.at)}写道：\n\n"
           f"{_marked(m.text)}"),
    Client("Apple Mail", "Re: ", lambda m: f"> On {m.at:%b %d, %Y, at %H:%M}, {m.name} "
           f"<{m.sender}> wrote:\n>\n{_marked(m.text)}"),
    Client("Thunderbird", "Re: ", lambda m: f"On {m.at:%m/%d/%y %H:%M}, {m.name} wrote:\n"
           f"{_marked(m.text)}"),
    Client("QQ", "回复：", _qq),
    Client("QQ phone", "回复：", _qq, keeps="parent"),
    Client("Foxmail", "Re: ", lambda m: f" \n{_block_zh(m)}", charset="gb18030"),
    Client("NetEase", "Re:", lambda m: f"在 {m.at:%Y-%m-%d %H:%M:%S}，\"{m.name}\" "
           f"<{m.sender}> 写道：\n\n{_marked(m.text)}", charset="gbk"),
    Client("Exmail", "回复: ", lambda m: f"------------------ Original ------------------\n"
           f"From: \"{m.name}\" <{m.sender}>;\nDate: {m.at:%a, %b %d, %Y %I:%M %p}\n"
           f"To: \"{m.to[0]}\";\nSubject: {m.subject}\n\n{m.text}"),
    Client("Aliyun", "回复：", _aliyun),
    Client("DingTalk", "回复：", _aliyun, keeps="parent"),
    Client("Coremail", "Re: ", lambda m: f"-----原始邮件-----\n{_block_zh(m)}", keeps="parent"),
    Client("Notes", "Re: ", _notes, keeps="parent"),
    Client("a phone", "Re: ", lambda m: "", keeps="both"),
)  # fmt: skip


def answer(client: Client, parent: Mail, text: str) -> tuple[str, str, tuple[str, ...]]:
    """Subject, body and ids of an answer to ``parent``."""
    bare = parent.subject
    subject = bare if bare.startswith(client.prefix) else f"{client.prefix}{bare}"
    quote = client.quote(parent)
    body = f"{text}\n\n{quote}" if quote else f"{text}\n\n发自我的 iPhone"
    ids = {"both": (*parent.parents, parent.id), "parent": (parent.id,), "none": ()}
    return subject, body, ids[client.keeps]


def conversation(thread: int) -> bytes:
    """The first bytes of a Thread-Index, the same for every mail of a conversation."""
    return b"\x01\xdc" + thread.to_bytes(4, "big") + bytes(range(16))


def thread_index(start: bytes, depth: int) -> str:
    return base64.b64encode(start + b"\x00\x01\x02\x03\x04" * depth).decode()


def raw(mail: Mail, charset: str = "utf-8", *, stamp: str = "") -> bytes:
    """The mail as bytes, proven by the desk's own server where ``stamp`` says nothing else."""
    message = EmailMessage()
    domain = mail.sender.rpartition("@")[2]
    message["Authentication-Results"] = f"{_MX}; {stamp or f'dmarc=pass header.from={domain}'}"
    message["From"] = f'"{mail.name}" <{mail.sender}>'
    message["To"] = ", ".join(mail.to)
    if mail.cc:
        message["Cc"] = ", ".join(mail.cc)
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.at)
    message["Message-ID"] = f"<{mail.id}>"
    if mail.parents:
        message["In-Reply-To"] = f"<{mail.parents[-1]}>"
    if len(mail.parents) > 1:
        message["References"] = " ".join(f"<{one}>" for one in mail.parents)
    if mail.thread_index:
        message["Thread-Index"] = mail.thread_index
    for name, value in mail.headers.items():
        message[name] = value
    message.set_content(mail.text, charset=charset)
    return message.as_bytes()
