"""`mailbot init`: writes a configuration by asking, with every key explained in it."""

import json
import re
from pathlib import Path
from typing import Annotated

import typer

from mailbot.cli.options import out
from mailbot.config import parse_config
from mailbot.errors import ConfigError
from mailbot.shipped import EXAMPLE_CONFIG


def init(
    file: Annotated[Path, typer.Argument(help="Where to write it.")] = Path("config.toml"),
) -> None:
    """Write a configuration by asking a few questions; the rest is explained in it."""
    if file.exists():
        raise ConfigError(f"{file} exists already: name another file, or move it away")
    address = typer.prompt("The mailbox the bot looks after")
    domain = address.partition("@")[2]
    answers = {
        "desk.address": address,
        "desk.name": typer.prompt("The name its letters are signed with", default="Support"),
        "desk.language": typer.prompt("Letters to staff in (zh, en)", default="zh"),
        "desk.staff": [typer.prompt("Your own domain", default=domain)],
        "desk.engineers": [],
        "desk.second_line": _some(typer.prompt("The second line's domain", default="")),
        "desk.authserv_id": typer.prompt(
            "The name your mail server writes into Authentication-Results", default=f"mx.{domain}"
        ),
        "desk.notify": [typer.prompt("Who is told where a case has no engineer", default=address)],
        "desk.hotline": typer.prompt("Your hotline", default=""),
        "desk.hotline_hours": typer.prompt("Its hours", default=""),
        "imap.host": typer.prompt("IMAP server", default=f"imap.{domain}"),
        "imap.user": address,
        "smtp.host": typer.prompt("SMTP server", default=f"smtp.{domain}"),
        "smtp.user": address,
        "sftp.public_host": typer.prompt(
            "The name customers upload to", default=f"upload.{domain}"
        ),
    }
    text = _filled(EXAMPLE_CONFIG.read_text(encoding="utf-8"), answers)
    parse_config(text, str(file))
    file.write_text(text, encoding="utf-8")
    out.print(f"{file} is written. Set the passwords it names, then `mailbot check`.")


def _some(answer: str) -> list[str]:
    return [answer] if answer else []


def _filled(text: str, answers: dict[str, object]) -> str:
    """The example with these values in place of its own; comments stay."""
    lines, table = [], ""
    for line in text.splitlines():
        header = re.match(r"\[([^\]]+)\]", line)
        table = header[1] if header else table
        key = re.match(r"(\w+) = ", line)
        name = f"{table}.{key[1]}" if key else ""
        lines.append(_line(line, answers[name]) if name in answers else line)
    return "\n".join(lines) + "\n"


def _line(line: str, value: object) -> str:
    comment = re.search(r"\s+# .*$", line)
    key = line.partition(" = ")[0]
    return f"{key} = {json.dumps(value, ensure_ascii=False)}{comment[0] if comment else ''}"
