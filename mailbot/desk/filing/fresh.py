"""What a mail that answers nothing says of data, of what it reports, and of which machine."""

import re
from dataclasses import dataclass

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
    """Items and intents by name, machines by theirs; ``greets`` is its salutation."""

    items: frozenset[str] = frozenset()
    intents: frozenset[str] = frozenset()
    machines: frozenset[str] = frozenset()
    greets: str = ""
    has_files: bool = False


def fresh(said: Understanding, text: str, *, has_files: bool) -> Fresh:
    return Fresh(
        items=frozenset(one.item for one in said.mentions if one.mode in _OF_DATA),
        intents=frozenset(said.names),
        machines=machines(text),
        greets=said.salutation.casefold(),
        has_files=has_files,
    )


def machines(text: str) -> frozenset[str]:
    """The names of machines in a text, and their addresses: ``FS-12``, ``10.1.2.3``."""
    found = (one[0] for one in _MACHINE.finditer(text[:20_000]))
    named = (one.casefold() for one in found if not _NO_MACHINE.fullmatch(one))
    return frozenset(list(dict.fromkeys(named))[:_MOST])
