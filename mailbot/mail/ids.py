"""Message ids, as clients, servers and gateways really write them.

RFC 5322 (3.6.4) puts each into angle brackets. In the wild they come with commas between, cut off
at the end of a line that was too long, broken by white space, in another case, or not at all: an
In-Reply-To of the nineties holds a phrase, or the address of whom it answers.
"""

import re
from collections.abc import Iterable

_ID = re.compile(r"<([^<>]{1,998})>")
_BARE = re.compile(r"(?<![^<>\s,;\"()@])[^<>\s,;\"()@]{1,250}+@[^<>\s,;\"()]{1,250}")
# a quote that kept the headers of what it quotes
_QUOTED = re.compile(
    r"^[ \t>＞|]{0,40}(?:message-id|邮件标识)[ \t]{0,3}[:：][ \t]{0,3}<([^<>\s]{3,250})>",
    re.IGNORECASE | re.MULTILINE,
)
_MOST = 500
_LONGEST = 200_000


def message_ids(value: str) -> tuple[str, ...]:
    """The ids in a header, without brackets, in order; a bare one counts where none has them."""
    value = value[:_LONGEST]
    if not value.isascii():
        value = value.encode("ascii", "ignore").decode()
    found = ["".join(one.split()) for one in _ID.findall(value)] or _BARE.findall(value)
    return tuple(dict.fromkeys(one for one in found if one and one.isprintable()))[-_MOST:]


def quoted_ids(text: str) -> tuple[str, ...]:
    """The ids of the mails that a quote names in the headers it kept."""
    return tuple(dict.fromkeys(_QUOTED.findall(text[:_LONGEST])))[:_MOST]


def without_people(ids: Iterable[str], people: Iterable[str]) -> tuple[str, ...]:
    """What is left once the addresses of people are gone: they name no mail."""
    known = set(people)
    return tuple(one for one in ids if one.lower() not in known)


def id_key(message_id: str) -> str:
    """By what an id is known again: gateways change its case, and wrap it."""
    return "".join(message_id.split()).strip("<>").casefold()


def is_whole(message_id: str) -> bool:
    """Whether it can name a mail at all; one that was cut off can't."""
    left, _, right = message_id.rpartition("@")
    return bool(left and right)
