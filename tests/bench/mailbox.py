"""A generated mailbox: customers and engineers, Chinese and English, threaded, seeded."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

DESK = "support@support.example"
ENGINEERS = ("lin@support.example", "chen@support.example")

_ZH = (
    "服务器昨天夜里又重启了两次，系统日志里有报错，请协助分析。",
    "日志已经准备好，请告知上传的账号和地址。",
    "您好，请问这个补丁是否需要重启业务？另外存储控制器的固件要不要一起升级？",
    "已经按照步骤操作，第二步失败，提示没有权限。",
    "资料已经上传，请查收。",
    "最近比较忙，下周再收集，不好意思。",
    "收到，谢谢！",
    "数据库备份昨晚失败，报错 ORA-19502，磁盘空间还有一半。",
)
_EN = (
    "The storage array reported two failed disks last night. Please help us with the next step.",
    "The log bundle is ready. Where can we upload it?",
    "Is it safe to update the firmware during office hours? And do we need a reboot?",
    "We ran the command as you asked, it still fails with error 0x80070005.",
    "The files have been uploaded, please have a look.",
    "We are busy with a migration and will collect the data next week.",
    "Got it, thanks.",
    "The mail gateway drops every tenth connection since this morning.",
)
_ASKS = (
    "您好\n\n请收集并上传最新的系统日志和软件列表截图，谢谢。",
    "Hello,\n\nplease collect the system log and upload it to the same folder. Thank you.",
)
_FILLER = {
    "zh": "补充信息：设备型号 R740，系统版本 Windows Server 2019，机房温度正常，近期没有变更。",
    "en": "For reference: model R740, Windows Server 2019, no recent changes in the rack.",
}
_SIGNED = "\n\n--------------\n服务热线：400-000-0000\n"


def mailbox(count: int, seed: int, start: datetime) -> Iterator[tuple[datetime, bytes]]:
    """`count` mails of 2-6 kB, every twentieth with an attachment, one a minute."""
    chance = random.Random(seed)  # noqa: S311 - the same mailbox every time
    threads: list[tuple[str, str, str, str]] = []
    for number in range(count):
        at = start + timedelta(minutes=number)
        if not threads or chance.random() < 0.35:
            lang = chance.choice(("zh", "en"))
            who = f"user{number}@customer{number % 400}.example"
            subject = f"设备 {number} 故障" if lang == "zh" else f"Device {number} fails"
            threads = [*threads[-60:], (who, subject, "", lang)]
        place = chance.randrange(len(threads))
        who, subject, parent, lang = threads[place]
        from_us = bool(parent) and chance.random() < 0.3
        message_id = f"bench.{seed}.{number}@mail.example"
        yield at, _mail(chance, number, at, message_id, (who, subject, parent, lang), from_us)
        threads[place] = (who, subject, message_id, lang)


def _mail(
    chance: random.Random,
    number: int,
    at: datetime,
    message_id: str,
    thread: tuple[str, str, str, str],
    from_us: bool,
) -> bytes:
    who, subject, parent, lang = thread
    sender, to = (chance.choice(ENGINEERS), who) if from_us else (who, DESK)
    mail = EmailMessage()
    domain = sender.partition("@")[2]
    mail["Authentication-Results"] = f"mx.support.example; dmarc=pass header.from={domain}"
    mail["From"], mail["To"] = sender, to
    if from_us:
        mail["Cc"] = DESK
    mail["Subject"] = ("回复：" if lang == "zh" else "Re: ") + subject if parent else subject
    mail["Date"], mail["Message-ID"] = format_datetime(at), f"<{message_id}>"
    if parent:
        mail["In-Reply-To"] = mail["References"] = f"<{parent}>"
    mail.set_content(_text(chance, lang, from_us))
    if number % 20 == 0:
        mail.add_attachment(
            chance.randbytes(20_000), maintype="application", subtype="zip", filename="log.zip"
        )
    return mail.as_bytes()


def _text(chance: random.Random, lang: str, from_us: bool) -> str:
    said = chance.choice(_ASKS if from_us else _ZH if lang == "zh" else _EN)
    filler = "\n".join([_FILLER[lang]] * chance.randint(3, 12))
    quoted = "\n".join(f"> {line}" for line in (_FILLER[lang], said) * 5)
    return f"{said}\n\n{filler}{_SIGNED}\n{quoted}\n"
