"""Checks who hears by chat under [notices]: ours, with URLs that can be meant."""

import os
from collections.abc import Iterator

from mailbot.bot.checks.finding import Finding, fault, fine
from mailbot.bot.wiring.assembly import people_of
from mailbot.channels.chat import is_understood, unset, without_apprise
from mailbot.config import Config
from mailbot.desk.people.role import Role


def chat(config: Config) -> Iterator[Finding]:
    """What is wrong with the readers of [notices] chat; nothing is sent."""
    variables = config.notices.chat
    missing = without_apprise() if variables else ""
    if missing:
        yield fault(missing)
    wrong = [one for who, name in variables.items() for one in _entry(config, who, name)]
    yield from wrong
    if variables and not missing and not wrong:
        yield fine(f"{len(variables)} of ours can be told by chat")


def _entry(config: Config, reader: str, variable: str) -> Iterator[Finding]:
    if not _is_ours(config, reader):
        yield fault(
            f"notices.chat: {reader} is not of desk.staff: add it there, or take it out here"
        )
    wrong = unset(reader, variable)
    if wrong:
        yield fault(wrong)
    elif not without_apprise() and not is_understood(os.environ[variable]):
        yield fault(
            f"notices.chat: apprise can't tell what a URL in {variable} means: write it as "
            "apprise's documentation has it for that service"
        )


def _is_ours(config: Config, reader: str) -> bool:
    """Whether notices can go there: a person of the staff, or whom `desk.notify` names."""
    notified = {one.lower() for one in config.desk.notify}
    role = people_of(config).claimed(reader.lower())
    return "@" in reader and (role is Role.STAFF or reader.lower() in notified)
