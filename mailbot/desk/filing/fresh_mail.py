"""What a mail that is no reply speaks of: it may mean its writer's open case."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.understanding.intent import Effect, Intent, Presumes
from mailbot.understanding.understood import MentionMode, Understanding

_OF_DATA = (MentionMode.GIVEN, MentionMode.DELAYED, MentionMode.REFUSED)
_MACHINE = re.compile(
    r"(?<![\w.-])(?=[\w-]{0,40}\d)[A-Za-z][A-Za-z0-9]{0,30}(?:[-_][A-Za-z0-9]{1,30}){1,4}(?![\w-])"
    r"|(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"
)
# names of standards and of parts look like those of machines
_NO_MACHINE = re.compile(r"(?:utf|iso|sha|md|x86|ipv|usb|wi|kb|cve|raid|err\w*|0x)[-_]?\w*", re.I)
_MOST = 200


@dataclass(frozen=True, slots=True)
class Fresh:
    """Items and machines by name; ``greets`` is its salutation.

    ``presumes`` is how much each of its intents presumes; ``brings_data``: one says data is there.
    """

    items: frozenset[str] = frozenset()
    presumes: tuple[Presumes, ...] = ()
    brings_data: bool = False
    machines: frozenset[str] = frozenset()
    greets: str = ""
    has_files: bool = False


def fresh(said: Understanding, intents: Sequence[Intent], text: str, *, has_files: bool) -> Fresh:
    """``intents`` are those that were found in it."""
    return Fresh(
        items=frozenset(one.item for one in said.mentions if one.mode in _OF_DATA),
        presumes=tuple(one.presumes for one in intents),
        brings_data=any(one.effect is Effect.BRINGS_DATA for one in intents),
        machines=machines(text),
        greets=said.salutation.casefold(),
        has_files=has_files,
    )


def machines(text: str) -> frozenset[str]:
    """The names of machines in a text, and their addresses: ``FS-12``, ``10.1.2.3``."""
    found = (one[0] for one in _MACHINE.finditer(text[:20_000]))
    named = (one.casefold() for one in found if not _NO_MACHINE.fullmatch(one))
    return frozenset(list(dict.fromkeys(named))[:_MOST])
