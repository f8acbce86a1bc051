"""The mails of the two tables, written out, and what is expected of each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from mailbot.mail.message import Link

WRITTEN = "Mon, 02 Mar 2026 10:00:00 +0800"


@dataclass(frozen=True, slots=True)
class Expected:
    """One link; what a mail does not say of it stands empty."""

    provider: str
    file: str = ""
    size: int = 0
    expires: datetime | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """A mail, and the links in it."""

    name: str
    raw: bytes
    links: tuple[Expected, ...]


def linked(table: str) -> list[Linked]:
    """The mails of ``seen`` or ``kept``."""
    text = (Path(__file__).parent / f"{table}.toml").read_text(encoding="utf-8")
    return [_linked(one) for one in tomllib.loads(text)["mail"]]


def read_as(link: Link) -> Expected:
    """A link as it was read."""
    return Expected(link.provider, link.name, link.size, link.expires, link.code)


def _linked(row: Mapping[str, Any]) -> Linked:
    mail = EmailMessage()
    mail["From"], mail["To"] = "zhou@hospital.example", "support@support.example"
    mail["Subject"], mail["Date"] = "dump", WRITTEN
    if "html" in row:
        mail.set_content(row["html"], subtype="html")
    else:
        mail.set_content(row["text"])
    links = tuple(_expected(one) for one in row["links"])
    return Linked(row["name"], mail.as_bytes(), links)


def _expected(row: Mapping[str, Any]) -> Expected:
    expires = row.get("expires")
    return Expected(
        row["provider"],
        row.get("file", ""),
        row.get("size", 0),
        datetime.fromisoformat(expires) if expires else None,
        row.get("code", ""),
    )
