"""Puts an engine together over a world: rules, letters, intake, scribe, outbox."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mailbot.bot.engine import Engine
from mailbot.bot.happenings import Watcher
from mailbot.bot.inbound.intake import Intake
from mailbot.bot.inbound.mailroom import Mailroom
from mailbot.bot.mailed.staff_mail import heed
from mailbot.bot.outbound.attachments import Attachments
from mailbot.bot.outbound.chat_notices import ChatNotices
from mailbot.bot.outbound.laid_drafts import agree
from mailbot.bot.outbound.notice_bundles import NoticeBundles
from mailbot.bot.outbound.outbox import Outbox
from mailbot.bot.outbound.scribe import Scribe
from mailbot.bot.wiring.recogniser import LateRecogniser
from mailbot.bot.wiring.rules import read_rules
from mailbot.chat_port import Chat, NoChat
from mailbot.config import Config
from mailbot.config_values import duration
from mailbot.desk.case.rulebook import Occasion, Rules, Server
from mailbot.desk.people.people import People
from mailbot.letters import Letterhead, TemplateLetters, read_letters
from mailbot.mail.message import Address
from mailbot.ports import Accounts, Channel, Clock
from mailbot.repositories.state import State
from mailbot.sandbox.parent import SandboxedParser
from mailbot.sftp.accounts import PaperAccounts
from mailbot.shipped import SHIPPED_LETTERS
from mailbot.store.sqlite import SqliteStore

_SSH = 22222


@dataclass(frozen=True, slots=True)
class World:
    """What a bot is connected to: a mailbox, a state, accounts, the time, who watches, a chat."""

    channel: Channel
    state: State
    accounts: Accounts
    clock: Clock
    watch: Watcher
    server: Server
    sees_server: bool
    recogniser: LateRecogniser | None = None
    chat: Chat = field(default_factory=NoChat)


def assemble(config: Config, world: World) -> Engine:
    """An engine over this world."""
    folder = letters_folder(config)
    rules = read_rules(
        config,
        read_letters(folder, config.letters),
        opens_accounts=config.sftp.enabled and not config.sftp.by_mail,
        sees_server=world.sees_server,
    )
    letterhead = letterhead_of(config, world.server)
    letters = TemplateLetters(folder, letterhead, rules.calendar, rules.items, rules.wordings)
    every = duration(config.notices.every)
    bundles = NoticeBundles(world.state, letters, world.clock, rules.lang, every)
    outbox = _outbox(config, world, rules, bundles, letterhead)
    intake = _intake(config, rules, world.state, world.recogniser, outbox.key)
    return Engine(
        channel=world.channel,
        state=world.state,
        clock=world.clock,
        rules=rules,
        mailroom=Mailroom(intake, world.state, world.clock, world.channel, config.desk.case_prefix),
        scribe=Scribe(world.state, letters, world.accounts, outbox, rules),
        outbox=outbox,
        watch=world.watch,
        obey=heed,
        agree=agree,
    )


def assemble_in_memory(
    config: Config,
    channel: Channel,
    clock: Clock,
    watch: Watcher,
    *,
    sees_server: bool,
    recogniser: LateRecogniser | None = None,
) -> Engine:
    """An engine that forgets: for replays."""
    world = world_in_memory(config, channel, clock, watch, sees_server=sees_server)
    return assemble(config, replace(world, recogniser=recogniser))


def world_in_memory(
    config: Config, channel: Channel, clock: Clock, watch: Watcher, *, sees_server: bool
) -> World:
    """A world that is forgotten, with accounts on paper: for replays and stories.

    The key follows from the desk's address, so that two replays say the same.
    """
    state = SqliteStore.in_memory(hashlib.sha256(config.desk.address.encode()).digest())
    server = upload_server(config)
    accounts = PaperAccounts(server, state.vault, state.logins)
    return World(channel, state, accounts, clock, watch, server, sees_server)


def build_intake(config: Config, recogniser: LateRecogniser | None = None) -> Intake:
    """Only the reading part, for `explain`."""
    state = SqliteStore.in_memory(bytes(32))
    rules = read_rules(config, {}, opens_accounts=False, sees_server=False)
    return _intake(config, rules, state, recogniser, bytes(32))


def letters_folder(config: Config) -> Path:
    """Where the letters lie: named in the configuration, or those that come with mailbot."""
    return Path(config.templates.folder) if config.templates.folder else SHIPPED_LETTERS


def upload_server(config: Config) -> Server:
    """The upload server as customers see it, as far as the configuration says."""
    domain = config.desk.address.partition("@")[2]
    return Server(config.sftp.public_host or f"upload.{domain}", config.sftp.port or _SSH)


def people_of(config: Config) -> People:
    """Who is who to this desk."""
    desk = config.desk
    return People(
        desk=desk.address,
        staff=desk.staff,
        engineers=desk.engineers,
        second_line=desk.second_line,
        forms=desk.forms,
        admin=desk.admin,
        unstamped_staff=config.trust.unstamped_staff,
    )


def _intake(
    config: Config,
    rules: Rules,
    state: State,
    recogniser: LateRecogniser | None,
    key: bytes,
) -> Intake:
    desk = config.desk
    return Intake(
        people=people_of(config),
        rules=rules,
        seals=state.vault,
        authserv_id=desk.authserv_id,
        case_prefix=desk.case_prefix,
        key=key,
        sandbox=SandboxedParser(),
        recogniser=recogniser,
    )


def _outbox(
    config: Config, world: World, rules: Rules, bundles: NoticeBundles, letterhead: Letterhead
) -> Outbox:
    return Outbox(
        state=world.state,
        channel=world.channel,
        clock=world.clock,
        rules=rules,
        key=world.state.vault.key_for("message ids"),
        desk=Address(config.desk.address, config.desk.name),
        letterhead=letterhead,
        attachments=_attachments(config),
        bundles=bundles,
        chat_notices=ChatNotices(world.state, world.chat, rules.lang, config.notices.link),
        proof_copy=config.smtp.proof_copy,
    )


def letterhead_of(config: Config, server: Server) -> Letterhead:
    """The desk as its letters show it, in each language as that has it."""
    head = _plain_letterhead(config, server)
    spoken = {
        lang: replace(
            head,
            desk=said.name or head.desk,
            hotline=said.hotline or head.hotline,
            hotline_hours=said.hotline_hours or head.hotline_hours,
            readers=said.readers or head.readers,
            contains=said.contains or head.contains,
            names=_names(config, lang),
        )
        for lang, said in (("zh", config.zh), ("en", config.en))
    }
    return replace(head, spoken=spoken)


def _names(config: Config, lang: str) -> Mapping[str, str]:
    every = {email.lower(): names.get(lang, "") for email, names in config.names.items()}
    return {email: name for email, name in every.items() if name}


def _plain_letterhead(config: Config, server: Server) -> Letterhead:
    return Letterhead(
        desk=config.desk.name,
        server=server,
        hotline=config.desk.hotline,
        hotline_hours=config.desk.hotline_hours,
        privacy_days=config.privacy.days,
        readers=config.privacy.readers,
        contains=config.privacy.contains,
        tool_file=Path(config.tool.file).name if config.tool.file else "",
        tool_minutes=config.tool.minutes,
        reminders=config.follow_up.at_most,
    )


def _attachments(config: Config) -> Attachments:
    if not config.tool.file:
        return Attachments({})
    tool = Path(config.tool.file)
    file = (tool.name, "application/octet-stream", tool.read_bytes())
    return Attachments({Occasion.LOGIN: (file,)})
