"""Finds every fault before the first mail: configuration, letters, rules, folders, connections."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

from mailbot.bot.checks.chat import chat
from mailbot.bot.checks.doors import misspelt, unreadable_doors
from mailbot.bot.checks.finding import Finding, fault, fine, outage, warning
from mailbot.bot.checks.outside import Outside, files, mail_servers, pages, uploads
from mailbot.bot.checks.people import people
from mailbot.bot.checks.stamps import LOOKED_AT, stamps
from mailbot.bot.wiring.assembly import letters_folder
from mailbot.bot.wiring.build import build_channel
from mailbot.bot.wiring.recogniser import OWN_MODEL, missing_libraries
from mailbot.bot.wiring.rules import make_up_days_known, read_rules, work_calendar
from mailbot.clock import SystemClock
from mailbot.complaint import unknown_name
from mailbot.config import Config, load_config
from mailbot.desk.case.draft import Send
from mailbot.errors import ConfigError, MailbotError, WorldError
from mailbot.letters import check_letters, read_letters
from mailbot.ports import Channel

Part = Callable[[Config], Iterator[Finding]]


def check_all(path: Path, outside: Outside | None = None) -> Iterator[Finding]:
    """Everything that can be found out without sending a mail."""
    outside = outside or Outside()
    try:
        config = load_config(path)
    except ConfigError as error:
        yield from map(fault, str(error).splitlines())
        return
    yield fine(f"{path} is read")
    state = path.resolve().parent / config.state.folder
    for name, part in (
        ("desk", _desk),
        ("desk", people),
        ("notices", chat),
        ("calendar", _calendar),
        ("letters", _letters),
        ("rules", _rules),
        ("understanding", partial(_understanding, state=state)),
        ("files", files),
        ("sftp", partial(uploads, state=state, outside=outside)),
        ("console", partial(pages, state=state)),
        ("imap and smtp", partial(_connections, outside=outside)),
    ):
        yield from _looked_at(name, part, config)


def _looked_at(name: str, part: Part, config: Config) -> Iterator[Finding]:
    """What a part finds; one that fails itself is a fault too, and the others are looked at."""
    try:
        yield from part(config)
    except Exception as error:  # a check that ends in a traceback has checked nothing
        yield fault(f"{name} can't be checked: {type(error).__name__}: {error}")


def _desk(config: Config) -> Iterator[Finding]:
    if not config.desk.authserv_id:
        yield warning(
            "desk.authserv_id is not set: no sender can be verified, so every letter waits"
        )
    if config.trust.unstamped_staff:
        yield warning(
            "trust.unstamped_staff: anybody who writes a staff address into From is believed"
        )
    if not config.imap.folders:
        yield fault("imap.folders is empty: name where mail comes in, as in INBOX")
    if not config.desk.hotline:
        yield warning("desk.hotline is not set: letters name no telephone")


def _calendar(config: Config) -> Iterator[Finding]:
    now = SystemClock().now()
    try:
        work_calendar(config.calendar).next_list(now)
    except ValueError:
        yield fault(
            "calendar.days_off: nobody works within the next two months: name the days you work"
        )
    for year in sorted({now.year, (now + timedelta(days=60)).year}):
        if not make_up_days_known(config.calendar, year):
            text = (
                f"the make-up working days of {year} are not published yet: weekends and known "
                "holidays are used; put what you know into calendar.make_up_days"
            )
            yield warning(text)


def _letters(config: Config) -> Iterator[Finding]:
    folder = letters_folder(config)
    try:
        known = read_letters(folder, config.letters)
    except ConfigError as error:
        yield fault(str(error))
        return
    problems = check_letters(folder)
    for problem in problems:
        yield fault(problem)
    for name, send in config.letters.items():
        if name not in known:
            yield fault(f"letters.{name}: {unknown_name('letter', name, known)}")
        elif send not in set(Send):
            text = f"letters.{name}: {send!r} is unknown and means approve"
            yield warning(text)
    if not problems:
        yield fine(f"{len(known)} letters in {folder} can be written")


def _rules(config: Config) -> Iterator[Finding]:
    unreadable = list(unreadable_doors())
    yield from map(fault, unreadable)
    if unreadable:
        return
    try:
        letters = read_letters(letters_folder(config))
    except ConfigError:
        return  # told with the letters; without them no name of one can be known
    rules = read_rules(config, letters, opens_accounts=True, sees_server=True)
    wrong = list(misspelt(rules))
    yield from map(fault, wrong)
    if not wrong:
        count = len(rules.intents), len(rules.items), len(rules.guards)
        yield fine("{} intents, {} items and {} guards can be used".format(*count))


def _understanding(config: Config, state: Path) -> Iterator[Finding]:
    """Whether what people write is read by the learned layer, or by phrases alone."""
    alone = "the phrases read alone: much is missed, and nothing is answered by itself"
    missing = missing_libraries()
    if not config.understanding.learned:
        yield warning(f"understanding.learned is off: {alone}")
    elif missing:
        yield warning(f"{', '.join(missing)} can't be found: {alone}; install mailbot anew")
    elif (state / OWN_MODEL).is_dir():
        yield fine(f"mails are read by what this desk was taught: {state / OWN_MODEL}")
    else:
        yield fine("mails are read by the learned layer as shipped")


def _connections(config: Config, outside: Outside) -> Iterator[Finding]:
    gone = list(mail_servers(config, outside))
    yield from gone
    if gone:
        return
    try:
        with closing(build_channel(config, SystemClock())) as channel:
            yield from _connected(config, channel)
    except WorldError as error:
        yield outage(str(error))
    except MailbotError as error:
        yield fault(str(error))


def _connected(config: Config, channel: Channel) -> Iterator[Finding]:
    """What works of a channel, and what trust its newest mails get."""
    way_in, way_out = channel.places()
    for folder in channel.folders():
        next(iter(channel.fetch(folder, None)), None)
        yield fine(f"{way_in}: {folder} can be read")
    first = next(iter(channel.folders()), "")
    yield from stamps(channel.newest_heads(first, LOOKED_AT), config.desk.authserv_id)
    channel.check_way_out()
    yield fine(f"{way_out}: letters can leave")
