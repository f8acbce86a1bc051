"""What a bot is killed in: its servers, its people, and the demo case told from outside."""

import json
import re
import smtplib
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import argon2

from mailbot.sftp.logins import LENGTH, SYMBOLS
from tests.patience import PATIENCE
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtp import Sink

HOST = "127.0.0.1"
_ENGINEER = "lin@support.example"
_PASSWORD = re.compile(rf"密码：([{SYMBOLS}]{{{LENGTH}}})")
ROOT = Path(__file__).parents[2]
# longer than the bot waits for the proof of a letter in doubt
_LATER = timedelta(minutes=3)

_CONFIG = """
[desk]
address = "{desk}"
staff = ["support.example"]
engineers = ["lin@support.example"]
second_line = ["escalation.example"]
authserv_id = "mx.support.example"
notify = ["lead@support.example"]

[imap]
host = "127.0.0.1"
port = {imap}
user = "{desk}"
tls = false

[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"

[sftp]
listen = "127.0.0.1"
port = 0
"""


@dataclass(frozen=True, slots=True)
class Mail:
    """What somebody writes in a stage."""

    sender: str
    text: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A moment at which something happens from outside, and the bot wakes up.

    ``reply`` is what the engineer answers to the last notice, ``hand`` what they do with the one
    draft in Drafts: "change" it, "send" it, "take" it away.
    """

    at: datetime
    mail: Mail | None = None
    approve: tuple[str, ...] = ()
    morning: bool = False
    reply: str = ""
    hand: str = ""


def _at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}+08:00")


STORY = (
    Stage(_at("03-02T09:00")),
    Stage(
        _at("03-02T10:00"),
        Mail("customer", "您好，我们的服务器昨晚蓝屏重启了。请提供上传日志的FTP账号，谢谢。"),
    ),
    Stage(_at("03-02T10:20"), approve=("upload_instructions",)),
    Stage(_at("03-02T11:30"), Mail("customer", "日志已经上传，请查收附件。", "minidump.zip")),
    Stage(
        _at("03-02T14:00"),
        Mail("engineer", "周先生，您好：\n请提供完整的内存转储文件和已安装软件列表的截图。谢谢！"),
    ),
    Stage(_at("03-09T08:45"), morning=True),
    Stage(_at("03-09T14:30")),
    Stage(_at("03-09T16:00"), Mail("customer", "您好，问题已经解决了，可以关闭这个case，谢谢！")),
    Stage(_at("03-09T16:30"), approve=("closed",)),
)


DRAFTS_STORY = (
    Stage(_at("03-02T09:00")),
    Stage(_at("03-02T09:30"), Mail("customer", "您好，我们的服务器昨晚蓝屏重启了，请协助分析。")),
    Stage(_at("03-02T09:40"), Mail("engineer", "周先生，您好：\n请提供完整的内存转储文件。谢谢！")),
    Stage(_at("03-02T10:00"), Mail("customer", "好的，请提供上传日志的FTP账号，谢谢。")),
    Stage(_at("03-02T10:20"), reply="同意"),
    Stage(_at("03-02T11:30"), Mail("customer", "请问这次蓝屏的原因是什么？")),
    Stage(_at("03-02T11:45"), hand="change"),
    Stage(_at("03-02T12:05"), hand="send"),
    Stage(_at("03-02T14:00"), Mail("customer", "请问升级驱动之后需要重启吗？")),
    Stage(_at("03-02T14:20"), hand="take"),
    Stage(_at("03-02T14:40")),
    Stage(_at("03-02T15:00"), reply="不发"),
)
STORIES = {"case": STORY, "drafts": DRAFTS_STORY}


class Nursery:
    """A process that forks bots; one life at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.bot_process"],
            cwd=ROOT,
            env={"MAILBOT_IMAP_PASSWORD": PASSWORD, "PATH": "/usr/bin:/bin"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def life(self, task: dict[str, Any]) -> dict[str, Any]:
        """One life of a bot, from its start to its end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer

    def close(self) -> None:
        self._process.communicate(timeout=PATIENCE)


@contextmanager
def nursery() -> Iterator[Nursery]:
    """A nursery for the length of a block."""
    one = Nursery()
    try:
        yield one
    finally:
        one.close()


@dataclass(slots=True)
class Post:
    """Takes what the SMTP server delivers to Dovecot, records it, and knows when it is done.

    A client that dies after the final dot may take its letter with it: what was delivered counts.
    """

    dovecot: Dovecot
    delivered: list[tuple[str, bytes]] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _under_way: int = 0

    def deliver(self, user: str, raw: bytes) -> None:
        with self._changed:
            self._under_way += 1
            self._changed.notify_all()
        try:
            self.dovecot.deliver(user, raw)
            self.delivered.append((user, raw))
        finally:
            with self._changed:
                self._under_way -= 1
                self._changed.notify_all()

    def settle(self, port: int) -> None:
        """Until all that a dead client had said is heard and delivered, to the last recipient."""
        with smtplib.SMTP(HOST, port, timeout=PATIENCE) as session:
            for _ in range(5):
                session.noop()
        with self._changed:
            while self._under_way or self._changed.wait(0.05):
                assert self._changed.wait_for(lambda: not self._under_way, PATIENCE)


@dataclass(frozen=True, slots=True)
class Point:
    """A step of the whole story, and what it is."""

    stage: int
    step: int
    name: str

    def __str__(self) -> str:
        return f"stage {self.stage} step {self.step}: {self.name}"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a story ended, seen from outside and from within."""

    letters: tuple[str, ...]
    twice: tuple[str, ...]
    password_works: bool
    delivered: int
    in_drafts: int
    told: dict[str, Any]
    longest_start: int
    points: tuple[Point, ...]
    killed: bool


@dataclass(slots=True)
class Rig:
    """One desk of its own on shared servers."""

    name: str
    home: Path
    dovecot: Dovecot
    sink: Sink
    post: Post
    nursery: Nursery
    story: Sequence[Stage] = STORY
    ids: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)

    @property
    def desk(self) -> str:
        return f"{self.name}@support.example"

    @property
    def customer(self) -> str:
        return f"{self.name}@partner.example"

    def play(self, kill: Point | None = None, until: int | None = None) -> Ending:
        """The story, or its first stages, killed once at `kill`."""
        self._configure()
        killed = False
        for number, stage in enumerate(self.story[:until]):
            self._happens(stage)
            last = kill.step if kill is not None and kill.stage == number else 0
            if self._life(number, stage, last):
                killed = True
                self._again(number, stage)
        return self._ending(self.story[:until][-1], killed)

    def _happens(self, stage: Stage) -> None:
        """What people do before the bot wakes up."""
        if stage.mail is not None:
            self._deliver(stage.mail, stage.at)
        if stage.reply:
            self._reply(stage.reply, stage.at)
        if stage.hand:
            _HANDS[stage.hand](self, stage.at)

    def _reply(self, text: str, at: datetime) -> None:
        notices = (
            one.raw for one in reversed(self.sink.accepted)
            if _ENGINEER in one.recipients and self.desk in _header(one.raw, "From")
        )  # fmt: skip
        notice = next(one for one in notices if _header(one, "Subject").startswith("【待确认】"))
        message = _mail(_ENGINEER, self.desk, text, at, _header(notice, "Message-ID"))
        message["Message-ID"] = f"<reply{at:%H%M}.{self.name}@support.example>"
        self.dovecot.deliver(self.desk, message.as_bytes(), at)

    def _changes(self, at: datetime) -> None:
        """Fill the gap of the one draft: the program saves it as another mail."""
        ((uid, raw),) = self._drafts()
        mail = message_from_bytes(raw, policy=policy.default)
        text = _text(raw).replace("【请工程师填写】", "原因是网卡驱动版本过旧，请升级到二点一版。")
        del mail["Message-ID"]
        mail["Message-ID"] = f"<anew.{self.name}@program.example>"
        mail.set_content(text)
        self.dovecot.deliver(self.desk, mail.as_bytes(policy=policy.SMTP), at, "Drafts")
        self._discard(uid)

    def _sends(self, at: datetime) -> None:
        ((uid, raw),) = self._drafts()
        self.dovecot.deliver(self.desk, raw, at, "Sent")
        self._discard(uid)

    def _takes(self, at: datetime) -> None:
        del at
        ((uid, _),) = self._drafts()
        self._discard(uid)

    def _drafts(self) -> list[tuple[int, bytes]]:
        with self.dovecot.login(self.desk) as client:
            client.select_folder("Drafts", readonly=True)
            found = client.fetch(client.search(["UNDELETED"]), ["RFC822"])
            return [(uid, found[uid][b"RFC822"]) for uid in sorted(found)]

    def _discard(self, uid: int) -> None:
        with self.dovecot.login(self.desk) as client:
            client.select_folder("Drafts")
            client.delete_messages([uid])
            client.expunge([uid])

    def _life(self, number: int, stage: Stage, last: int) -> bool:
        """One life in a stage; whether it ended by a kill."""
        life = self.nursery.life(self._task(stage.at, stage, last=last))
        if life["killed"]:
            self.post.settle(self.sink.port)
            return True
        self.starts.append(life["started"])
        steps = enumerate(life["steps"], 1)
        self.points.extend(Point(number, place, name) for place, name in steps)
        return False

    def _again(self, number: int, stage: Stage) -> None:
        """After a kill: the same once more, then time passes and doubts are settled."""
        assert not self._life(number, stage, 0)
        later = Stage(stage.at + _LATER)
        self.nursery.life(self._task(later.at, later, arrived=self._arrived()))

    def _task(self, at: datetime, stage: Stage, **more: Any) -> dict[str, Any]:
        return {
            "config": str(self.home / "config.toml"),
            "state": str(self.home / "state"),
            "at": at.isoformat(),
            "approve": stage.approve,
            "morning": stage.morning,
            **more,
        }

    def _configure(self) -> None:
        text = _CONFIG.format(desk=self.desk, imap=self.dovecot.port, smtp=self.sink.port)
        (self.home / "config.toml").write_text(text, encoding="utf-8")

    def _deliver(self, mail: Mail, at: datetime) -> None:
        of_customer = mail.sender == "customer"
        sender = self.customer if of_customer else _ENGINEER
        to = self.desk if of_customer else self.customer
        message = _mail(sender, to, mail.text, at, self.ids[-1] if self.ids else "")
        if not of_customer:
            message["Cc"] = self.desk
        if mail.file:
            message.add_attachment(
                b"x" * 2048, maintype="application", subtype="zip", filename=mail.file
            )
        message["Message-ID"] = f"<m{len(self.ids)}.{self.name}@{sender.rpartition('@')[2]}>"
        self.ids.append(message["Message-ID"])
        self.dovecot.deliver(self.desk, message.as_bytes(), at)

    def _arrived(self) -> Sequence[str]:
        """The letters that lie in the customer's mailbox: the truth."""
        return [_header(raw, "Message-ID").strip("<>") for raw in self._customers_mail()]

    def _customers_mail(self) -> list[bytes]:
        return self.dovecot.mails(self.customer)

    def _ending(self, last: Stage, killed: bool) -> Ending:
        end = last.at + timedelta(minutes=30)
        told = self.nursery.life(self._task(end, Stage(end), tell=True))
        letters = {
            message_id: "+".join(json.loads(parts)) for message_id, parts, _ in told["outbox"]
        }
        return Ending(
            letters=tuple(letters[one] for one in self._arrived()),
            twice=_twice([one for one in list(self.post.delivered) if self.name in one[0]]),
            password_works=self._password_works(told),
            delivered=len(self.dovecot.mails(self.desk)),
            in_drafts=len(self._drafts()),
            told=told,
            longest_start=max(self.starts),
            points=tuple(self.points),
            killed=killed,
        )

    def _password_works(self, told: dict[str, Any]) -> bool:
        """The password in the last letter that names one is the one the server knows."""
        words = [word for raw in self._customers_mail() for word in _PASSWORD.findall(_text(raw))]
        ((_, known),) = told["passwords"]
        try:
            return argon2.PasswordHasher().verify(known, words[-1])
        except argon2.exceptions.VerifyMismatchError:
            return False


_HANDS = {"change": Rig._changes, "send": Rig._sends, "take": Rig._takes}


def _mail(sender: str, to: str, text: str, at: datetime, answered: str) -> EmailMessage:
    """A mail as our own server stamps it; it has no id yet."""
    message = EmailMessage()
    domain = sender.rpartition("@")[2]
    message["Authentication-Results"] = f"mx.support.example; dmarc=pass header.from={domain}"
    message["From"], message["To"] = sender, to
    message["Subject"] = "服务器蓝屏"
    message["Date"] = format_datetime(at)
    if answered:
        message["In-Reply-To"] = message["References"] = answered
    message.set_content(text)
    return message


def _twice(delivered: Sequence[tuple[str, bytes]]) -> tuple[str, ...]:
    """Letters that somebody was sent more than once."""
    count = Counter(f"{_header(raw, 'Message-ID')} to {person}" for person, raw in delivered)
    return tuple(name for name, times in count.items() if times > 1)


def _header(raw: bytes, name: str) -> str:
    return str(message_from_bytes(raw, policy=policy.default)[name] or "")


def _text(raw: bytes) -> str:
    part = message_from_bytes(raw, policy=policy.default).get_body(("plain",))
    return part.get_content() if part is not None else ""
