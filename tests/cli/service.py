"""The bot as systemd would start it: by the words, the folder and the variables of its unit."""

import os
import shlex
import subprocess
import sys
from configparser import ConfigParser
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

from tests.bot.test_loop import CONFIG
from tests.patience import PATIENCE
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtp import Accepted, Sink

ROOT = Path(__file__).parents[2]


def installed(folder: Path, imap: Dovecot, sink: Sink, user: str) -> Path:
    """A configuration with its passwords beside it, as on a server."""
    folder.mkdir(exist_ok=True)
    config = folder / "config.toml"
    text = CONFIG.format(imap=imap.port, smtp=sink.port, user=user)
    # any port that is free, whatever else runs on this machine
    config.write_text(f'{text}[console]\nlisten = "127.0.0.1:0"\n', encoding="utf-8")
    (folder / "passwords").write_text(f"# of the mailbox\nMAILBOT_IMAP_PASSWORD={PASSWORD}\n")
    (folder / "passwords").chmod(0o600)
    return config


def mailbot(config: Path, *words: str) -> "subprocess.Popen[str]":
    """A command beside the running bot."""
    return subprocess.Popen(
        [sys.executable, "-m", "mailbot", words[0], "--config", str(config), *words[1:]],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def said(config: Path, *words: str) -> str:
    with mailbot(config, *words) as ran:
        out, wrong = ran.communicate(timeout=PATIENCE)
    assert ran.returncode == 0, wrong
    return out


def settings(unit: str) -> dict[str, str]:
    """The [Service] of a unit; of a key that stands twice the last."""
    parser = ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(unit)
    return dict(parser["Service"])


def start(unit: str) -> "subprocess.Popen[str]":
    """The process of the unit, with no variable but those that a service has."""
    service = settings(unit)
    named = Path(service["EnvironmentFile"].replace("%%", "%")).read_text().splitlines()
    variables = dict(line.split("=", 1) for line in named if not line.startswith("#"))
    return subprocess.Popen(
        shlex.split(service["ExecStart"].replace("%%", "%").replace("$$", "$")),
        cwd=service["WorkingDirectory"].replace("%%", "%"),
        # PYTHONPATH: in a clone the tests try the code they lie beside
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT), **variables},
        stderr=subprocess.PIPE,
        text=True,
    )


def await_line(bot: "subprocess.Popen[str]", word: str) -> str:
    """What the bot says up to the line with this word."""
    assert bot.stderr is not None
    lines = []
    for line in bot.stderr:
        lines.append(line)
        if word in line:
            return "".join(lines)
    raise AssertionError("".join(lines))


def mail(number: int) -> bytes:
    """A customer's first mail, each of another organisation."""
    message = EmailMessage()
    message["Authentication-Results"] = "mx.support.example; dmarc=pass"
    message["From"] = f"zhou@partner{number}.example"
    message["To"] = "support@support.example"
    message["Subject"] = f"服务器蓝屏 {number}"
    message["Message-ID"] = f"<{number}@partner{number}.example>"
    message.set_content("服务器昨天蓝屏了两次，请协助分析。")
    return message.as_bytes()


def message_id(letter: Accepted) -> str:
    return str(message_from_bytes(letter.raw)["Message-ID"])
