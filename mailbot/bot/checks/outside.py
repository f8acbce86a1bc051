"""What the desk needs of the world around it: passwords, a name customers find, a free port."""

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from mailbot.bot.checks.finding import Finding, fault, fine, warning
from mailbot.bot.wiring.assembly import upload_server
from mailbot.bot.wiring.build import IMAP
from mailbot.config import Config
from mailbot.store.lock import is_held


def is_resolved(host: str) -> bool:
    """Whether the name leads to an address."""
    try:
        return bool(socket.getaddrinfo(host, None))
    except (OSError, UnicodeError):
        return False


@dataclass(frozen=True, slots=True)
class Outside:
    """The environment, and how names are resolved."""

    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)
    resolves: Callable[[str], bool] = is_resolved


def mail_servers(config: Config, outside: Outside) -> Iterator[Finding]:
    """What IMAP and SMTP need before anybody can connect; another channel says so itself."""
    if config.mailbox.kind != IMAP:
        return
    hosts = {"imap": config.imap.host, "smtp": config.smtp.host}
    nameless = [section for section, host in hosts.items() if not host]
    for section in nameless:
        yield fault(f"{section}.host is missing: name the mail server under [{section}]")
    if not nameless:
        yield from _missing_passwords(config, outside)


def _missing_passwords(config: Config, outside: Outside) -> Iterator[Finding]:
    """All of them in one sentence, so that they are set in one go."""
    named = {config.imap.password_env: "imap"}
    if config.smtp.user:
        named.setdefault(config.smtp.password_env, "smtp")
    gone = [name for name in named if not outside.variables.get(name)]
    if gone:
        keys = ", ".join(f"{named[name]}.password_env" for name in gone)
        one = len(gone) == 1
        yield fault(
            f"{keys}: the environment variable{'' if one else 's'} {', '.join(gone)} "
            f"{'is' if one else 'are'} not set: "
            f"{'; '.join(f'export {name}=…' for name in gone)} before the bot starts"
        )


def uploads(config: Config, state: Path, outside: Outside) -> Iterator[Finding]:
    """Whether customers find the built-in upload server, and whether it can listen."""
    if not config.sftp.enabled or config.sftp.by_mail:
        return
    host = upload_server(config).host
    if not outside.resolves(host):
        yield warning(
            f"sftp.public_host: the name {host} leads nowhere from here: customers who connect "
            "to it must find this machine"
        )
    # the bot that is at work here is the one who listens
    if config.sftp.port and not is_held(state):
        yield from _port(config.sftp.listen, config.sftp.port)


def pages(config: Config, state: Path) -> Iterator[Finding]:
    """Whether the pages for engineers can be served; the bot goes on without them."""
    host, _, port = config.console.listen.rpartition(":")
    if not config.console.listen or is_held(state):
        return
    if not port.isdigit() or not host:
        yield fault(f'console.listen: {config.console.listen!r}: write "127.0.0.1:8088", or ""')
        return
    problem = _why_not(host.strip("[]"), int(port))
    if problem:
        yield warning(
            f"console.listen: the pages can't be served on {host}:{port} ({problem}): end what "
            'listens there, choose another port, or "" for no pages'
        )
    else:
        yield fine(f"{host}:{port}: pages for engineers can be served")


def files(config: Config) -> Iterator[Finding]:
    """Whether the files that the configuration names can be read."""
    named = (
        ("tool.file", config.tool.file),
        ("imap.ca_file", config.imap.ca_file),
        ("smtp.ca_file", config.smtp.ca_file),
    )
    for key, name in named:
        if not name:
            continue
        try:
            Path(name).open("rb").close()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", "") or str(error)
            yield fault(f"{key}: {name}: {reason}: name a file that can be read")


def _port(listen: str, port: int) -> Iterator[Finding]:
    problem = _why_not(listen, port)
    if problem:
        yield fault(
            f"sftp.port: the upload server can't listen on {listen}:{port} ({problem}): "
            "end what listens there, or choose another port"
        )
    else:
        yield fine(f"{listen}:{port}: uploads can be taken in")


def _why_not(listen: str, port: int) -> str:
    """Why nobody can listen there, or ''.

    Bound but never listened on, so that two checks at once don't disturb one another.
    """
    try:
        (family, kind, _, _, address), *_ = socket.getaddrinfo(
            listen, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        with closing(socket.socket(family, kind)) as place:
            place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            place.bind(address)
    except (OSError, UnicodeError) as error:
        return getattr(error, "strerror", "") or str(error)
    return ""
