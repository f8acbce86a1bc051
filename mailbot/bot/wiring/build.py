"""Builds the bot that runs: mailbox, state, upload server and engine, from the configuration."""

import importlib
import os
import pkgutil
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast

import argon2
import structlog

import mailbot.channels
from mailbot.bot.engine import Engine
from mailbot.bot.happenings import Happening, Watcher
from mailbot.bot.inbound.mailroom import HISTORY
from mailbot.bot.inbound.receiver import UploadReceiver
from mailbot.bot.wiring.assembly import World, assemble, upload_server
from mailbot.bot.wiring.recogniser import read_recogniser
from mailbot.channels.chat import read_chat
from mailbot.channels.imap.channel import ImapChannel
from mailbot.channels.imap.login import ImapAccount
from mailbot.channels.login_backoff import BackOff, never
from mailbot.channels.none import NoChannel
from mailbot.channels.smtp import SmtpAccount, SmtpSender
from mailbot.chat_port import Chat, NoChat
from mailbot.complaint import unknown_name
from mailbot.config import Config, Imap, Smtp
from mailbot.desk.case.rulebook import Rules, Server
from mailbot.errors import ConfigError
from mailbot.ports import Channel, Clock
from mailbot.repositories.state import State
from mailbot.sftp.accounts import BuiltInAccounts
from mailbot.sftp.host_key import host_key
from mailbot.sftp.server import UploadServer
from mailbot.sftp.server_loop import Listeners, Place
from mailbot.store.sqlite import SqliteStore, must_hold_state

log = structlog.get_logger()


IMAP = "imap"


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot, put together; `close` ends its connections and its upload server."""

    config: Config
    engine: Engine
    state: State
    rules: Rules
    uploads: UploadServer | None
    receiver: UploadReceiver | None
    chat: Chat = field(default_factory=NoChat)

    def sweep(self) -> None:
        """What is due and what goes out, without asking the mailbox."""
        if self.receiver is not None:
            self.receiver.hand_on()
        self.engine.sweep()

    def close(self) -> None:
        if self.uploads is not None:
            self.uploads.stop()
        self.engine.channel.close()
        self.chat.close()
        self.state.close()


def build(
    config: Config,
    *,
    clock: Clock,
    state: Path,
    watch: Watcher | None = None,
    channel: Channel | None = None,
) -> Bot:
    """The bot of this configuration, its state in the folder `state`. Raises ConfigError."""
    chat = read_chat(config.notices.chat)
    store = _begun(state, clock)
    receiver = UploadReceiver(clock)
    uploads = _uploads(config, store, clock, state, receiver)
    server = _server(config, uploads)
    world = World(
        channel=channel
        or build_channel(config, clock, lambda: store.notes.noted_moment("resumed")),
        state=store,
        accounts=_accounts(server, store),
        clock=clock,
        watch=watch or _unwatched,
        server=server,
        sees_server=uploads is not None,
        recogniser=read_recogniser(config, state),
        chat=chat,
    )
    engine = assemble(config, world)
    if uploads is not None:
        receiver.begin(engine, uploads.folders)
    return Bot(config, engine, store, engine.rules, uploads, receiver, chat)


def _begun(state: Path, clock: Clock) -> State:
    """The state of a bot that starts: what an earlier life left behind is sorted out."""
    store = SqliteStore.open(state)
    # INTERNALDATE has whole seconds: a mail arriving in the second of the start counts as new
    store.notes.begin(clock.now().replace(microsecond=0))
    store.sent_letters.left_behind()
    return store


def build_desk(config: Config, clock: Clock, state: Path) -> Bot:
    """Only the desk's state and its rules, for an order given while the bot runs elsewhere."""
    must_hold_state(state)
    store = SqliteStore.open(state)
    server = replace(upload_server(config), fingerprint=host_key(state).get_fingerprint())
    world = World(
        channel=NoChannel(),
        state=store,
        accounts=_accounts(server, store),
        clock=clock,
        watch=_unwatched,
        server=server,
        sees_server=config.sftp.enabled and not config.sftp.by_mail,
        recogniser=read_recogniser(config, state),
    )
    engine = assemble(config, world)
    return Bot(config, engine, store, engine.rules, None, None)


def build_channel(
    config: Config, clock: Clock, resumed: Callable[[], datetime | None] = never
) -> Channel:
    """The mailbox and the way out. Raises ConfigError where something it needs is missing."""
    if config.mailbox.kind == IMAP:
        return _imap(config, clock, resumed)
    kinds = channel_kinds()
    if config.mailbox.kind not in kinds:
        raise ConfigError(f"mailbox.kind: {unknown_name('channel', config.mailbox.kind, kinds)}")
    module = importlib.import_module(f"{mailbot.channels.__name__}.{config.mailbox.kind}")
    return cast(Channel, module.connect(config.mailbox.options))


def channel_kinds() -> tuple[str, ...]:
    """What `mailbox.kind` may name: "imap", and every file of `mailbot/channels` with `connect`."""
    names = (found.name for found in pkgutil.iter_modules(mailbot.channels.__path__))
    others = (
        name for name in sorted(names)
        if hasattr(importlib.import_module(f"{mailbot.channels.__name__}.{name}"), "connect")
    )  # fmt: skip
    return (IMAP, *others)


def _imap(config: Config, clock: Clock, resumed: Callable[[], datetime | None]) -> ImapChannel:
    """Refused logins are tried ever more seldom, and at once after ``resumed``."""
    sender = SmtpSender(_smtp_account(config.smtp), BackOff(clock.now, resumed))
    account = _imap_account(config.imap, _since(clock.now()))
    return ImapChannel(account, sender, BackOff(clock.now, resumed))


def _smtp_account(smtp: Smtp) -> SmtpAccount:
    return SmtpAccount(
        host=smtp.host,
        port=smtp.port,
        user=smtp.user,
        password=_password(smtp.password_env, "smtp") if smtp.user else "",
        security=smtp.security,
        ca_file=smtp.ca_file,
        plaintext=smtp.plaintext,
    )


def _imap_account(imap: Imap, since: date) -> ImapAccount:
    return ImapAccount(
        host=imap.host,
        port=imap.port,
        user=imap.user,
        password=_password(imap.password_env, "imap"),
        tls=imap.tls,
        ca_file=imap.ca_file,
        folders=imap.folders,
        sent=imap.sent,
        drafts=imap.drafts,
        since=since,
        plaintext=imap.plaintext,
    )


def _uploads(
    config: Config, store: State, clock: Clock, state: Path, receiver: UploadReceiver
) -> UploadServer | None:
    if not config.sftp.enabled or config.sftp.by_mail:
        return None
    place = Place(config.sftp.listen, config.sftp.port)
    server = UploadServer(state, store.logins, clock, Listeners(receiver.on_upload), place)
    server.start()
    return server


def _server(config: Config, uploads: UploadServer | None) -> Server:
    known = upload_server(config)
    if uploads is None:
        return known
    return Server(known.host, uploads.port, known.folder, uploads.fingerprint)


def _accounts(server: Server, store: State) -> BuiltInAccounts:
    return BuiltInAccounts(
        server, store.vault, store.logins, secrets.SystemRandom(), argon2.PasswordHasher()
    )


def _password(variable: str, section: str) -> str:
    password = os.environ.get(variable, "")
    if not password:
        raise ConfigError(
            f"{section}.password_env: the environment variable {variable} is not set: "
            f"export {variable}=… before the bot starts"
        )
    return password


def _since(now: datetime) -> date:
    """What a first start reads goes back so far; a day more, for the zones."""
    return (now - HISTORY - timedelta(days=1)).date()


def _unwatched(happening: Happening) -> None:
    del happening
