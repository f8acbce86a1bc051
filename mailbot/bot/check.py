"""Finds every fault before the first mail: configuration, letters, rules, folders, connections."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from mailbot.bot.assembly import letters_folder
from mailbot.bot.build import build_channel
from mailbot.bot.rules import make_up_days_known, read_intents, read_items
from mailbot.bot.second import is_outdated, missing
from mailbot.clock import SystemClock
from mailbot.config import Config, load_config, state_folder
from mailbot.desk.draft import Send
from mailbot.errors import ConfigError, MailbotError
from mailbot.letters import check_letters, read_letters


class Weight(StrEnum):
    """What a finding means."""

    FINE = "fine"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, in a sentence that names the thing and the mend."""

    weight: Weight
    text: str

    @property
    def is_fault(self) -> bool:
        return self.weight is Weight.FAULT

    @property
    def is_warning(self) -> bool:
        return self.weight is Weight.WARNING


def check_all(path: Path) -> Iterator[Finding]:
    """Everything that can be found out without sending a mail."""
    try:
        config = load_config(path)
    except ConfigError as error:
        yield Finding(Weight.FAULT, str(error))
        return
    yield Finding(Weight.FINE, f"{path} is read")
    for part in (_desk, _calendar, _letters, _rules, _connections):
        yield from part(config)
    yield from _second_opinion(config, state_folder(path, config))


def _desk(config: Config) -> Iterator[Finding]:
    if not config.desk.authserv_id:
        text = "desk.authserv_id is not set: no sender can be verified, so every letter waits"
        yield Finding(Weight.WARNING, text)
    if config.trust.unstamped_staff:
        text = "trust.unstamped_staff: anybody who writes a staff address into From is believed"
        yield Finding(Weight.WARNING, text)
    if not config.desk.staff:
        yield Finding(Weight.WARNING, "desk.staff is empty: nobody can give the bot an order")
    if not config.desk.hotline:
        yield Finding(Weight.WARNING, "desk.hotline is not set: letters name no telephone")


def _calendar(config: Config) -> Iterator[Finding]:
    now = SystemClock().now()
    for year in sorted({now.year, (now + timedelta(days=60)).year}):
        if not make_up_days_known(config.calendar, year):
            text = (
                f"the make-up working days of {year} are not published yet: weekends and known "
                "holidays are used; put what you know into calendar.make_up_days"
            )
            yield Finding(Weight.WARNING, text)


def _letters(config: Config) -> Iterator[Finding]:
    folder = letters_folder(config)
    try:
        known = read_letters(folder, config.letters)
    except ConfigError as error:
        yield Finding(Weight.FAULT, str(error))
        return
    problems = check_letters(folder)
    for problem in problems:
        yield Finding(Weight.FAULT, problem)
    for name, send in config.letters.items():
        if name not in known:
            yield Finding(Weight.FAULT, f"letters.{name}: there is no such letter in {folder}")
        elif send not in set(Send):
            text = f"letters.{name}: {send!r} is unknown and means approve"
            yield Finding(Weight.WARNING, text)
    if not problems:
        yield Finding(Weight.FINE, f"{len(known)} letters in {folder} can be written")


def _second_opinion(config: Config, state: Path) -> Iterator[Finding]:
    if not config.recogniser.second_opinion:
        yield Finding(Weight.FINE, "mails are read by the phrases alone: second_opinion is off")
        return
    lacking = missing()
    if lacking:
        text = (
            f"mails are read by the phrases alone, {', '.join(lacking)} not being installed: "
            "pip install 'mailbot[encoder]' for a second opinion"
        )
        yield Finding(Weight.WARNING, text)
        return
    try:
        outdated = is_outdated(state)
    except ConfigError as error:
        yield Finding(Weight.FAULT, str(error))
        return
    if outdated:
        text = (
            f"what `mailbot train` learnt in {state} is another version's and not gone by: "
            "`mailbot train --config` learns it anew"
        )
        yield Finding(Weight.WARNING, text)
    yield Finding(Weight.FINE, "mails are read by the phrases and the trained classifier")


def _rules(config: Config) -> Iterator[Finding]:
    del config
    for intent in read_intents().values():
        for phrase in intent.phrases:
            yield from _pattern(f"intents/{intent.name}", phrase.pattern, phrase.unless)
    for item in read_items().values():
        yield from _pattern(f"items/{item.name}", *item.patterns, item.files)


def _pattern(where: str, *patterns: str) -> Iterator[Finding]:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            yield Finding(Weight.FAULT, f"{where}: {pattern!r} is no pattern: {error}")


def _connections(config: Config) -> Iterator[Finding]:
    if not config.imap.host:
        yield Finding(Weight.FAULT, "imap.host is missing: name the mail server under [imap]")
        return
    try:
        with closing(build_channel(config, SystemClock().now())) as channel:
            for folder in channel.folders():
                next(iter(channel.fetch(folder, None)), None)
                yield Finding(Weight.FINE, f"{config.imap.host}: {folder} can be read")
            channel.check_way_out()
            yield Finding(Weight.FINE, f"{config.smtp.host}: letters can leave")
    except MailbotError as error:
        yield Finding(Weight.FAULT, str(error))
