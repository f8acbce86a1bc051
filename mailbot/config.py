"""The configuration: TOML in, frozen values out, every wrong key named with its line."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec

from mailbot.complaint import complaint
from mailbot.config_values import duration, hours, is_address, wrong_values
from mailbot.errors import ConfigError

__all__ = ["Config", "duration", "hours", "is_address", "load_config", "parse_config"]

Duration = Annotated[str, msgspec.Meta(pattern=r"^\d+ ?[mhdw]$")]


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the file; a key that is not here is a mistake."""


class Desk(_Section, frozen=True):
    address: str
    name: str = "Support"
    language: str = "zh"
    staff: tuple[str, ...] = ()
    engineers: tuple[str, ...] = ()
    second_line: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    admin: str = ""
    authserv_id: str = ""
    notify: tuple[str, ...] = ()
    packets_to: str = ""
    hotline: str = ""
    hotline_hours: str = ""
    case_prefix: str = "C-"


class Trust(_Section, frozen=True):
    unstamped_staff: bool = False


class Understood(_Section, frozen=True):
    """How what people write is understood."""

    learned: bool = True


class Mailbox(_Section, frozen=True):
    """By which channel mail comes and goes; ``options`` are for one that is not "imap"."""

    kind: str = "imap"
    options: dict[str, str] = {}


class Imap(_Section, frozen=True):
    host: str = ""
    port: int = 993
    user: str = ""
    password_env: str = "MAILBOT_IMAP_PASSWORD"  # noqa: S105 (a name, no password)
    tls: bool = True
    ca_file: str = ""
    plaintext: bool = False
    folders: tuple[str, ...] = ("INBOX",)
    sent: str = "Sent"
    drafts: str = "Drafts"
    poll: Duration = "1m"


class Smtp(_Section, frozen=True):
    host: str = ""
    port: int = 465
    user: str = ""
    password_env: str = "MAILBOT_SMTP_PASSWORD"  # noqa: S105 (a name, no password)
    security: str = "tls"
    ca_file: str = ""
    plaintext: bool = False
    proof_copy: bool = True


class Sftp(_Section, frozen=True):
    listen: str = "0.0.0.0"  # noqa: S104 (customers come from outside)
    port: int = 22222
    public_host: str = ""
    by_mail: bool = False
    enabled: bool = True


class FollowUp(_Section, frozen=True):
    every: Duration = "7d"
    at_most: int = 3
    working_days: int = 0


class Watch(_Section, frozen=True):
    lasts: Duration = "7d"


class Close(_Section, frozen=True):
    after_notice: Duration = "3d"


class Calendar(_Section, frozen=True):
    timezone: str = "Asia/Shanghai"
    country: str = "CN"
    hours: str = "09:00-18:00"
    days_off: tuple[str, ...] = ()
    make_up_days: tuple[str, ...] = ()


class Privacy(_Section, frozen=True):
    days: int = 30
    readers: str = ""
    contains: str = ""


class InLanguage(_Section, frozen=True):
    """What letters in one language say differently of the desk; '' where they don't."""

    name: str = ""
    hotline: str = ""
    hotline_hours: str = ""
    readers: str = ""
    contains: str = ""


class Tool(_Section, frozen=True):
    """An optional collection tool, attached to the upload instructions."""

    file: str = ""
    minutes: int = 3


class Console(_Section, frozen=True):
    """The pages for engineers; ``listen`` "" for none."""

    listen: str = "127.0.0.1:8088"
    undo: Annotated[str, msgspec.Meta(pattern=r"^\d+ ?s$")] = "10s"
    sign_on_header: str = ""
    sign_on_proxy: str = ""


class Notices(_Section, frozen=True):
    """What engineers are told by mail; ``chat``: the variable with the URLs, by address."""

    every: Annotated[str, msgspec.Meta(pattern=r"^\d+ ?[mh]$")] = "30m"
    chat: dict[str, str] = {}
    link: str = ""


class State(_Section, frozen=True):
    folder: str = "state"


class Templates(_Section, frozen=True):
    folder: str = ""


class Config(_Section, frozen=True):
    """The whole file; every section but [desk] may be left out."""

    desk: Desk
    trust: Trust = Trust()
    understanding: Understood = Understood()
    mailbox: Mailbox = Mailbox()
    imap: Imap = Imap()
    smtp: Smtp = Smtp()
    sftp: Sftp = Sftp()
    follow_up: FollowUp = FollowUp()
    watch: Watch = Watch()
    close: Close = Close()
    calendar: Calendar = Calendar()
    privacy: Privacy = Privacy()
    tool: Tool = Tool()
    console: Console = Console()
    notices: Notices = Notices()
    state: State = State()
    templates: Templates = Templates()
    zh: InLanguage = InLanguage()
    en: InLanguage = InLanguage()
    names: dict[str, dict[str, str]] = {}
    letters: dict[str, str] = {}


def unbundled(config: Config) -> Config:
    """The same desk, whose people hear of each draft at its moment: for a replay."""
    return msgspec.structs.replace(
        config, notices=Notices(every="0m", chat=config.notices.chat, link=config.notices.link)
    )


def load_config(path: Path) -> Config:
    """The configuration in `path`. Raises ConfigError naming the line and the mend."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}. Name a file with --config.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8.") from error
    return parse_config(text, str(path))


def parse_config(text: str, name: str = "config.toml") -> Config:
    """The configuration in `text`; `name` is what errors call it."""
    try:
        tables = tomllib.loads(text)
    except RecursionError as error:
        raise ConfigError(f"{name}: its lists are nested too deep: write them flat.") from error
    except ValueError as error:  # also of a number with thousands of digits
        raise ConfigError(f"{name}: {error}") from error
    try:
        config = msgspec.convert(tables, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(complaint(str(error), text, name, Config)) from error
    wrong = [complaint(one, text, name, Config) for one in wrong_values(_values(config))]
    if wrong:
        raise ConfigError("\n".join(wrong))
    return config


def _values(config: Config) -> Iterator[tuple[str, object]]:
    """Every value by its dotted key; of a list each entry."""
    for table in msgspec.structs.fields(Config):
        section = getattr(config, table.name)
        if not isinstance(section, _Section):
            continue
        for key in msgspec.structs.fields(type(section)):
            value = getattr(section, key.name)
            entries = value if isinstance(value, tuple) else (value,)
            yield from ((f"{table.name}.{key.name}", entry) for entry in entries)
