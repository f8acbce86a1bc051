"""`mailbot unit`: a systemd unit for this installation, with every path filled in."""

import sys
from pathlib import Path
from string import Template
from typing import Annotated

import typer

from mailbot.cli.options import CONFIG, ConfigFile, state_folder
from mailbot.config import Config, load_config
from mailbot.console.server import place_of
from mailbot.errors import OrderError
from mailbot.shipped import UNIT

_FIRST_OPEN_PORT = 1024
# what the unit closes or empties before the bot starts
_CLOSED = tuple(map(Path, ("/home", "/root", "/run/user", "/tmp", "/var/tmp")))  # noqa: S108


def unit(
    config: ConfigFile = CONFIG,
    user: Annotated[str, typer.Option(help="The user the bot runs as.")] = "mailbot",
    passwords: Annotated[
        Path | None,
        typer.Option(help="The file of NAME=value lines; left out: passwords beside the config."),
    ] = None,
) -> None:
    """Print a systemd unit for this installation, to redirect into /etc/systemd/system."""
    settings, file = load_config(config), config.resolve()
    state = state_folder(config, settings).resolve()
    secrets = (passwords or file.with_name("passwords")).absolute()
    command = _command()
    for path in (file, state, secrets, Path(command[0])):
        _must_be_seen(path)
    text = Template(UNIT.read_text(encoding="utf-8")).substitute(
        user=user,
        folder=_plain(file.parent),
        passwords=_plain(secrets),
        command=" ".join(_argument(word) for word in command),
        config=_argument(str(file)),
        state=_quoted(str(state)),
        capabilities="CAP_NET_BIND_SERVICE" if _has_low_port(settings) else "",
    )
    print(text, end="")


def _command() -> tuple[str, ...]:
    """The program beside this Python; where there is none, the package."""
    program = Path(sys.executable).with_name("mailbot")
    return (str(program),) if program.exists() else (sys.executable, "-m", "mailbot")


def _has_low_port(config: Config) -> bool:
    """Whether it listens where only root, or who has this one capability, may."""
    ports = []
    if config.sftp.enabled and not config.sftp.by_mail:
        ports.append(config.sftp.port)
    if config.console.listen:
        ports.append(place_of(config.console.listen)[1])
    return any(0 < port < _FIRST_OPEN_PORT for port in ports)


def _must_be_seen(path: Path) -> None:
    if not str(path).isprintable():
        raise OrderError(f"{str(path)!r} can't stand in a unit: name it without such characters")
    for closed in _CLOSED:
        if path.is_relative_to(closed):
            print(f"{path} lies under {closed}, which the unit closes: move it", file=sys.stderr)


def _plain(path: Path) -> str:
    """As systemd takes a path that is the whole of a line: never in quotes."""
    return str(path).replace("%", "%%")


def _quoted(word: str) -> str:
    """As systemd takes a word of several."""
    word = word.replace("%", "%%").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{word}"' if any(one in word for one in " '\"\\;") else word


def _argument(word: str) -> str:
    """As systemd takes a word of a command, where a dollar names a variable."""
    return _quoted(word).replace("$", "$$")
