"""Tells what the bot did on the timeline: each kind of happening has its one way of being told."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from rich.text import Text

from mailbot.because import Because
from mailbot.bot.happenings import (
    AccountChange,
    AccountChanged,
    Decided,
    Happening,
    Ignored,
    LetterMoved,
    Move,
    Opening,
    Quarantined,
    Received,
    StatusChanged,
    Uploaded,
)
from mailbot.demo.screen import Screen, Who
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.upload import UploadState
from mailbot.desk.people.role import Role
from mailbot.reasons import Reason

_DIM = "bright_black"
_OPENED = {
    Opening.NEW: ", a new case",
    Opening.LINKED: ", a linked case",
    Opening.AGAIN: ", which opens again",
}
_VERBS = {AccountChange.OPENED: "opens", AccountChange.SHUT: "shuts"}
_KILO = 1024
_EVIDENCE = 44
_DOMAIN = re.compile(r"@[\w.-]+")
_ALWAYS = (Because.WAITS_FOR_ENGINEER(),)


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts happenings on the screen."""

    screen: Screen

    def tell(self, happening: Happening) -> None:
        """One line, or none where there is nothing to see."""
        way = _WAYS.get(type(happening))
        if way is not None:
            way(self.screen, happening)


def _received(screen: Screen, one: Received) -> None:
    mail = one.mail
    if mail.role is Role.MACHINE:
        text = f"{one.case}: a machine's mail ({mail.kind.value}): noted, never answered"
        screen.line(one.at, Who.BOT, text)
        return
    if mail.role is Role.UNKNOWN:
        screen.line(one.at, Who.BOT, f"{one.case}: the writer is not proven: for a human to see")
        return
    screen.line(one.at, Who.BOT, f"{one.case}{_OPENED.get(one.opened, '')}: {_reads(one)}")
    for found in mail.said.intents:
        screen.aside(f"{found.name}: “{_short(found.evidence)}”")


def _reads(one: Received) -> str:
    names = " + ".join(one.mail.said.names)
    if one.mail.role is Role.CUSTOMER:
        return f"reads {names}" if names else "can't tell what it wants"
    return f"reads along: {names}" if names else "reads along"


def _letter(screen: Screen, one: LetterMoved) -> None:
    draft, name = one.draft, " + ".join(one.draft.letters)
    if draft.audience is Audience.STAFF:
        if one.mode is Move.SENT:
            screen.line(one.at, Who.BOT, f"tells {_people(draft.to)}: {name}", _DIM)
        return
    if one.mode is Move.DRAFTED:
        text = f"drafts {name} for {_people(draft.to)}: {_why_it_waits(one.because)}"
    elif one.mode is Move.WITHDRAWN:
        text = f"withdraws {name}: {'; '.join(map(str, one.because))}"
    else:
        how = f"with the yes of {_name(draft.approved_by)}" if draft.approved_by else "by itself"
        text = f"sends {name} to {_people(draft.to)} {how}"
    screen.line(one.at, Who.BOT, text, "bold" if one.mode is Move.SENT else "")


def _account(screen: Screen, one: AccountChanged) -> None:
    verb = _VERBS.get(one.origin, "knows")
    screen.line(one.at, Who.SERVER, f"{verb} the upload login {one.account.user}")


def _uploaded(screen: Screen, one: Uploaded) -> None:
    state = "whole" if one.upload.state is UploadState.WHOLE else "cut off"
    size = f"{one.upload.size / _KILO:,.0f} kB"
    finding = f": {one.upload.finding}" if one.upload.finding else ""
    screen.line(one.at, Who.SERVER, f"{one.upload.name}, {size}, {state}{finding}")


def _status(screen: Screen, one: StatusChanged) -> None:
    because = f" ({_DOMAIN.sub('', str(one.because[0]))})" if one.because else ""
    screen.line(one.at, Who.BOT, f"{one.case}: {one.was.value} → {one.now.value}{because}")


def _decided(screen: Screen, one: Decided) -> None:
    """Of the decisions themselves only the morning's announcements are told."""
    if one.event != "ListPrinted":
        return
    for reason in one.because:
        screen.line(one.at, Who.BOT, f"{one.case}: {reason}")


def _ignored(screen: Screen, one: Ignored) -> None:
    if any("our own copy" in str(one) or "duplicate" in str(one) for one in one.because):
        return
    screen.line(one.at, Who.BOT, f"leaves a mail alone: {'; '.join(map(str, one.because))}")


def _quarantined(screen: Screen, one: Quarantined) -> None:
    screen.line(
        one.at, Who.BOT, f"puts a mail aside for a human: {'; '.join(map(str, one.because))}"
    )


def _why_it_waits(because: tuple[Reason, ...]) -> str:
    """A letter that only waits as its kind always does needs no reasons."""
    return "waits for a yes" if because == _ALWAYS else f"waits: {'; '.join(map(str, because))}"


def _people(addresses: tuple[str, ...]) -> str:
    return ", ".join(map(_name, addresses)) or "nobody yet"


def _name(address: str) -> str:
    return address.partition("<")[0].strip().partition("@")[0]


def _short(text: str) -> str:
    shown = Text(" ".join(text.split()))
    shown.truncate(_EVIDENCE, overflow="ellipsis")
    return shown.plain


_WAYS: Mapping[type, Callable[[Screen, Any], None]] = MappingProxyType(
    {
        Received: _received,
        LetterMoved: _letter,
        AccountChanged: _account,
        Uploaded: _uploaded,
        StatusChanged: _status,
        Decided: _decided,
        Ignored: _ignored,
        Quarantined: _quarantined,
    }
)
