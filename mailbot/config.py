"""The configuration: TOML in, frozen values out, every wrong key named with its line."""

import difflib
import os
import re
import tomllib
from pathlib import Path
from typing import Annotated

import msgspec

from mailbot.errors import ConfigError

Duration = Annotated[str, msgspec.Meta(pattern=r"^\d+ ?(m|h|d|w)$")]


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the file; a key that is not here is a mistake."""


class Desk(_Section):
    address: str
    name: str = "Support"
    staff: tuple[str, ...] = ()
    engineers: tuple[str, ...] = ()
    second_line: tuple[str, ...] = ()
    admin: str = ""
    authserv_id: str = ""
    notify: tuple[str, ...] = ()
    packets_to: str = ""
    hotline: str = ""
    hotline_hours: str = ""
    case_prefix: str = "C-"


class Trust(_Section):
    unstamped_staff: bool = False


class Imap(_Section):
    host: str = ""
    port: int = 993
    user: str = ""
    password_env: str = "MAILBOT_IMAP_PASSWORD"
    tls: bool = True
    ca_file: str = ""
    folders: tuple[str, ...] = ("INBOX",)
    sent: str = "Sent"
    drafts: str = "Drafts"
    poll: Duration = "1m"


class Smtp(_Section):
    host: str = ""
    port: int = 465
    user: str = ""
    password_env: str = "MAILBOT_SMTP_PASSWORD"
    security: str = "tls"
    ca_file: str = ""
    proof_copy: bool = True


class Sftp(_Section):
    listen: str = "0.0.0.0"
    port: int = 22222
    public_host: str = ""
    by_mail: bool = False
    enabled: bool = True


class FollowUp(_Section):
    every: Duration = "7d"
    at_most: int = 3
    working_days: int = 0


class Watch(_Section):
    lasts: Duration = "7d"


class Close(_Section):
    after_notice: Duration = "3d"


class Calendar(_Section):
    timezone: str = "Asia/Shanghai"
    country: str = "CN"
    hours: str = "09:00-18:00"
    days_off: tuple[str, ...] = ()
    make_up_days: tuple[str, ...] = ()


class Privacy(_Section):
    days: int = 30
    readers: str = ""
    contains: str = ""


class Tool(_Section):
    """An optional collection tool, attached to the upload instructions."""

    file: str = ""
    minutes: int = 3


class State(_Section):
    folder: str = "state"


class Templates(_Section):
    folder: str = ""


class Config(_Section):
    """The whole file; every section but [desk] may be left out."""

    desk: Desk
    trust: Trust = Trust()
    imap: Imap = Imap()
    smtp: Smtp = Smtp()
    sftp: Sftp = Sftp()
    follow_up: FollowUp = FollowUp()
    watch: Watch = Watch()
    close: Close = Close()
    calendar: Calendar = Calendar()
    privacy: Privacy = Privacy()
    tool: Tool = Tool()
    state: State = State()
    templates: Templates = Templates()
    letters: dict[str, str] = {}
