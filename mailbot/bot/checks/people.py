"""Checks the addresses under [desk]: real ones, in the roles they need."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mailbot.bot.checks.finding import Finding, fault, warning
from mailbot.config import Config, is_address
from mailbot.desk.people.organisation import is_public
from mailbot.desk.people.people import People
from mailbot.desk.people.role import Role

_DOMAIN = re.compile(r"(?:[\w-]+\.)*[\w-]+")


def people(config: Config) -> Iterator[Finding]:
    """What is wrong with the people of [desk]."""
    desk = config.desk
    for key in ("staff", "engineers", "second_line", "forms"):
        yield from _entries(f"desk.{key}", getattr(desk, key))
    if desk.admin and not is_address(desk.admin):
        yield fault(f"desk.admin: {desk.admin!r} is no address: write one, as in sftp@example.com")
    if config.sftp.by_mail and not desk.admin:
        yield fault(
            "sftp.by_mail: desk.admin is not set, so nobody can be asked for an account: name the "
            "administrator's address there, as in sftp@example.com"
        )
    yield from _engineers(desk.engineers, desk.staff)
    who = People(desk.address, desk.staff, desk.engineers, desk.second_line)
    yield from _notify(desk.notify, who)
    yield from _packets(desk.packets_to, who)
    if not desk.staff:
        yield warning("desk.staff is empty: nobody can give the bot an order")


def _entries(key: str, entries: Iterable[str]) -> Iterator[Finding]:
    for entry in entries:
        if is_address(entry):
            continue
        if not _DOMAIN.fullmatch(entry):
            yield fault(
                f"{key}: {entry!r} is no domain and no address: "
                "write example.com, or somebody@example.com"
            )
        elif is_public(f"x@{entry}"):
            yield fault(
                f"{key}: anybody can have an address at {entry}: name the addresses instead"
            )


def _engineers(engineers: Sequence[str], staff: Sequence[str]) -> Iterator[Finding]:
    ours = {entry.lower() for entry in staff}
    for entry in map(str.lower, engineers):
        if not {entry, entry.rpartition("@")[2]} & ours:
            yield fault(
                f"desk.engineers: {entry} is not of desk.staff: add it there, or take it out"
            )


def _notify(notify: Sequence[str], who: People) -> Iterator[Finding]:
    for entry in notify:
        if not is_address(entry):
            yield fault(f"desk.notify: {entry!r} is no address: write one, as in lead@example.com")
        elif who.claimed(entry.lower()) is Role.DESK:
            yield fault(
                f"desk.notify: {entry} is the desk's own address, where nobody would see it: "
                "name a person"
            )


def _packets(to: str, who: People) -> Iterator[Finding]:
    if not to and who.second_line:
        yield warning(
            "desk.packets_to is not set: a packet has no address until somebody of the second "
            "line has written in the case"
        )
    if not to:
        return
    role = who.claimed(to.lower())
    if not is_address(to):
        yield fault(f"desk.packets_to: {to!r} is no address: write one, as in l2@example.com")
    elif role is Role.DESK:
        yield fault(f"desk.packets_to: {to} is the desk's own address: name the second line's")
    elif role not in (Role.SECOND_LINE, Role.STAFF):
        yield fault(
            f"desk.packets_to: {to} is not of desk.second_line: add it or its domain there, "
            "or name another"
        )
