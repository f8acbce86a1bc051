"""`mailbot init`: writes a configuration by asking, with every key explained in it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mailbot.bot.checks.people import people
from mailbot.cli.options import out
from mailbot.config import Calendar, parse_config
from mailbot.desk.people.organisation import is_public
from mailbot.errors import ConfigError
from mailbot.shipped import EXAMPLE_CONFIG

_LISTS = ("desk.staff", "desk.engineers", "desk.second_line", "desk.notify")
_NONE = "none"


def init(
    file: Annotated[Path, typer.Argument(help="Where to write it.")] = Path("config.toml"),
) -> None:
    """Write a configuration by asking a few questions; the rest is explained in it."""
    if file.exists():
        raise ConfigError(f"{file} exists already: name another file, or move it away")
    asked = _Questions()
    address = asked.ask("desk.address", "The mailbox the bot looks after")
    domain = address.partition("@")[2]
    _ask_of_the_desk(asked, "" if is_public(address) else domain)
    asked.ask("imap.host", "IMAP server", f"imap.{domain}")
    asked.ask("smtp.host", "SMTP server", f"smtp.{domain}")
    asked.ask("sftp.public_host", "The name customers upload to", f"upload.{domain}")
    asked.ask("calendar.timezone", "Your time zone", Calendar().timezone)
    asked.ask(
        "calendar.country", f"The country of your holidays ({_NONE}: without)", Calendar().country
    )
    asked.answers |= {"imap.user": address, "smtp.user": address}
    text = asked.written()
    parse_config(text, str(file))
    file.write_text(text, encoding="utf-8")
    out.print(f"{file} is written. Set the passwords it names, then `mailbot check`.")


def _ask_of_the_desk(asked: "_Questions", domain: str) -> None:
    asked.ask("desk.name", "The name its letters are signed with", "Support")
    asked.ask("desk.language", "Letters to staff in (zh, en)", "zh")
    asked.ask("desk.staff", "Your own domain", domain)
    if asked.ask("desk.second_line", "The second line's domain (empty: there is none)", ""):
        asked.ask(
            "desk.packets_to",
            "Where packets go until somebody of the second line has written (empty: they wait)",
            "",
        )
    asked.ask(
        "desk.authserv_id",
        "The name your mail server writes into Authentication-Results",
        f"mx.{asked.domain}",
    )
    asked.ask(
        "desk.notify",
        "The address of who is told where a case has no engineer (empty: nobody)",
        "",
    )
    if asked.ask("desk.hotline", "Your hotline (empty: there is none)", ""):
        asked.ask("desk.hotline_hours", "Its hours", "")


class _Questions:
    """The answers so far, each looked at when it is given, as `check` would."""

    def __init__(self) -> None:
        self.example = EXAMPLE_CONFIG.read_text(encoding="utf-8")
        # what is not asked is nobody's: the people and the telephone of the example are made up
        self.answers: dict[str, object] = {
            "desk.engineers": [],
            "desk.second_line": [],
            "desk.notify": [],
            "desk.hotline": "",
            "desk.hotline_hours": "",
        }

    @property
    def domain(self) -> str:
        return str(self.answers["desk.address"]).partition("@")[2]

    def ask(self, key: str, question: str, default: str | None = None) -> str:
        """One answer that can be meant; for another it is asked again, with the reason."""
        while True:
            answer = str(typer.prompt(question, default=default)).strip()
            self.answers[key] = _value(key, answer)
            reasons = list(self._wrong(key))
            if not reasons:
                return answer
            for reason in reasons:
                out.print(reason)

    def written(self) -> str:
        return _filled(self.example, self.answers)

    def _wrong(self, key: str) -> Iterator[str]:
        """What is said of this answer: all before it, and all that is not asked, can be meant."""
        try:
            config = parse_config(self.written())
        except ConfigError as error:
            yield from (line.partition(": ")[2] for line in str(error).splitlines())
            return
        for one in people(config):
            if one.is_fault and one.text.startswith(f"{key}: "):
                yield one.text


def _value(key: str, answer: str) -> object:
    if key in _LISTS:
        return [answer] if answer else []
    return "" if key == "calendar.country" and answer.lower() == _NONE else answer


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
